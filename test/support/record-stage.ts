import { expect } from '@jest/globals';
import type { HistoryPage, WireError } from '@roundtable/contracts';
import type { AppendCommand } from '@roundtable/record';
import type { Socket } from 'socket.io-client';
import { eventually, StrictReader } from './live-client.js';
import { connect, People, posting, startRecordNode, type Person, type RecordNode } from './record-node.js';

/** A node on a database of its own, with one room, somebody who speaks and somebody who reads. */
export interface Stage {
  node: RecordNode;
  url: string;
  people: People;
  room: string;
  speaker: Person;
  reader: StrictReader;
  readOverHttp(): Promise<HistoryPage>;
  close(): Promise<void>;
}

export async function setStage(url: string, databasePool = 8): Promise<Stage> {
  const people = new People();
  const node = await startRecordNode(url, { people, config: { databasePool } });
  const address = await node.listen();
  const room = await node.createRoom();
  const [speaker, listener] = [people.add(room), people.add(room)];
  const socket: Socket = connect(address, listener);
  const reader = new StrictReader(socket, room);
  await reader.sync();
  return {
    node,
    url,
    people,
    room,
    speaker,
    reader,
    readOverHttp: async () => {
      const headers = { cookie: `login=${listener.principal.loginId}` };
      const response = await fetch(`${address}/api/v1/rooms/${room}/entries?after=0&limit=1000`, { headers });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return (await response.json()) as HistoryPage;
    },
    close: async () => {
      socket.disconnect();
      await node.close();
    },
  };
}

const codeOf = (error: unknown): WireError['code'] => (error as WireError).code;

/** Appends as a client's outbox does: again, with the same client id, as long as the refusal may pass. */
export async function appendUntilAccepted(
  { node }: Stage,
  command: AppendCommand,
  withinMs = 20_000,
): Promise<number> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return (await node.records.append(command)).seq;
    } catch (error) {
      if (!(error as WireError).retry || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Appends until it is refused with `code`; gives the command that was refused. */
export async function appendUntilRefused({ node, speaker }: Stage, code: string): Promise<AppendCommand> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const command = posting(speaker, 'The gauge is read once a day. '.repeat(200));
    const refusal = await node.records.append(command).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal && codeOf(refusal) === code) {
      expect(refusal).toMatchObject({ retry: true, data: { retryAfterMs: expect.any(Number) } });
      return command;
    }
    if (Date.now() > deadline) throw new Error(`Never refused as ${code}; the last was ${String(refusal)}.`);
  }
}

/** Everything accepted is there once, in order, for who reads live and for who reads afterwards. */
export async function expectWhole(stage: Stage, accepted: readonly number[]): Promise<void> {
  const { entries, head } = await stage.readOverHttp();
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  expect(new Set(accepted).size).toBe(accepted.length);
  expect(Math.max(...accepted)).toBeLessThanOrEqual(head);
  await eventually('the reader has everything', () => stage.reader.last === head);
}
