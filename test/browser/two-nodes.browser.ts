import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterByLink } from '@roundtable/client';
import { PROTOCOL_VERSION, type TranscriptPage } from '@roundtable/contracts';
import type { Browser } from 'playwright-core';
import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { ask, StrictReader } from '../support/live-client.js';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../support/person.js';
import { TwoNodes } from '../support/two-nodes.js';
import { launchChromium } from './support/chromium.js';
import { eventually } from './support/eventually.js';
import { newPerson } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { RoomPage } from './support/room-page.js';

const NAMES = ['Aigul Toktosunova', 'Farrukh Nazarov', 'Dinara Omarova', 'Bakyt Alymkulov'];
/** Only what is in sight is in the page, so the window is as high as the whole conversation. */
const WHOLE_RECORD = { width: 1280, height: 6_000 };
const PATIENCE_MS = 180_000;

describe('a conversation through the proxy over two servers', () => {
  let installation: TwoNodes;
  let browser: Browser;
  let secretary: Person;
  let meeting: string;
  const people: RoomPage[] = [];
  const said: string[] = [];

  beforeAll(async () => {
    [installation, browser] = await Promise.all([TwoNodes.start(), launchChromium()]);
    // Each start prints a set-up link in place of the one before.
    const [, second] = installation.nodes;
    secretary = await becomeAdministrator(second);
    meeting = (await createMeeting(secretary)).meeting.id;
    await actOnMeeting(secretary, meeting, 'open');
    for (const name of NAMES) {
      const { link } = await inviteTo(secretary, meeting, { name });
      expect(link.startsWith(installation.proxy.url)).toBe(true);
      const person = await newPerson(browser, installation.proxy.url, { viewport: WHOLE_RECORD });
      person.problems.allow(LOST_LINE);
      const { room } = await person.enter(link);
      const page = new RoomPage(person, `/m/${meeting}/${room}`);
      await page.open();
      people.push(page);
    }
  }, PATIENCE_MS);

  afterAll(async () => {
    const problems = people.flatMap(({ person }) => person.problems.take());
    await browser?.close();
    await installation?.stop();
    expect(problems).toEqual([]);
  }, PATIENCE_MS);

  /** Everybody says something in turn, without waiting for anybody. */
  const talk = async (about: string, rounds: number): Promise<void> => {
    for (let round = 1; round <= rounds; round += 1)
      for (const [index, person] of people.entries()) {
        const words = `${NAMES[index]} on ${about}, ${round}.`;
        await person.say(words);
        said.push(words);
      }
  };

  /** Everybody shows everything once, in one order. */
  const agree = async (): Promise<void> => {
    const expected = [...said].sort().join('\n');
    for (const person of people)
      await eventually(
        'everything that was said, once',
        () => trimmedWords(person),
        (words) => [...words].sort().join('\n') === expected,
        60_000,
      );
    const [first = [], ...others] = await Promise.all(people.map(trimmedWords));
    for (const other of others) expect(other).toEqual(first);
  };

  const connectedTo = (wanted: (counts: number[]) => boolean): Promise<unknown> =>
    eventually('connections on the servers', () => installation.connections(), wanted, 60_000);

  it(
    'is spread over both servers and the same for everybody',
    async () => {
      await connectedTo((counts) => counts.every((count) => count > 0));
      await talk('the reservoir', 2);
      await agree();
    },
    PATIENCE_MS,
  );

  it.each([0, 1])(
    'goes on while server %i is killed and comes back, and loses and doubles nothing',
    async (index) => {
      await connectedTo((counts) => counts.every((count) => count > 0));
      const node = installation.nodes[index as 0 | 1];
      const talking = talk(`the day server ${index} was killed`, 3);
      await node.kill();
      await talking;
      await agree();
      expect((await installation.connections())[index]).toBe(0);

      await node.restart();
      await talk(`the return of server ${index}`, 1);
      // Connections move only when they must: whoever opens the page again is sent to the idler server.
      for (const person of people.slice(0, 2)) await person.open();
      await connectedTo((counts) => counts.every((count) => count > 0));
      await talk(`both servers after ${index}`, 1);
      await agree();
    },
    PATIENCE_MS,
  );

  it('is on the record as everybody saw it', async () => {
    const [reader] = people;
    const answer = await reader?.person.context.request.get(
      `/api/v1/meetings/${meeting}/transcript?limit=500`,
    );
    const { passages } = (await answer?.json()) as TranscriptPage;
    const stored = passages.flatMap(({ kind, body }) => (kind === 'event' || body === null ? [] : [body]));
    expect(stored).toEqual(await trimmedWords(people[1] as RoomPage));
  });

  it('is open to somebody who can only poll, who hears everybody and is heard', async () => {
    const { url } = installation.proxy;
    const { link } = await inviteTo(secretary, meeting, { name: 'Timur Beknazarov' });
    const { cookie, room } = await enterByLink(url, link);
    const socket = io(url, {
      transports: ['polling'],
      forceNew: true,
      reconnection: false,
      auth: { v: PROTOCOL_VERSION },
      extraHeaders: { cookie, origin: url },
    });
    try {
      const reader = new StrictReader(socket, room);
      await reader.sync();
      const words = {
        v: PROTOCOL_VERSION,
        room,
        clientId: uuidv7(),
        body: 'Here only polling gets through.',
      };
      expect(await ask(socket, 'discussion.post', words)).toMatchObject({ ok: true });
      const [listener] = people as [RoomPage];
      await listener.sees(words.body);
      await listener.say('And is heard all the same.');
      await eventually(
        'the answer in polls',
        () => Promise.resolve(JSON.stringify(reader.applied)),
        (applied) => applied.includes('And is heard all the same.'),
      );
      expect(reader.faults).toEqual([]);
    } finally {
      socket.disconnect();
    }
  });

  it('does not let metrics through the proxy', async () => {
    const { status } = await new Person(installation.proxy.url).get('/api/metrics');
    expect(status).toBe(404);
  });
});

async function trimmedWords(person: RoomPage): Promise<string[]> {
  return (await person.words()).map((words) => words.trim());
}
