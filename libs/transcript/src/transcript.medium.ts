import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { startTranscriptNode, type TranscriptNode } from '../../../test/support/transcript-node.js';
import { ExportService, JsonImportService, W3cImportService } from './index.js';

const LOG = `
10:00:00 <aida> Meeting: Water allocation in the upper basin
10:00:01 <aida> Date: 22 November 2025
10:00:05 <aida> Chair: aida
10:00:06 <nurlan> scribe: nurlan
10:00:07 <dilnoza> present+
10:00:08 <nurlan> present+
10:01:00 <aida> Topic: Gauges
10:01:10 <nurlan> aida: The gauge at the upper bridge is red once a day.
10:01:20 <nurlan> ... and nobody reads it at night.
10:01:25 <nurlan> s/red/read/
10:01:40 <dilnoza> q+ to ask about winter
10:01:50 <aida> ack dilnoza
10:02:00 <nurlan> dilnoza: What happens in winter?
10:02:30 <aida> PROPOSAL: Read every gauge twice a day.
10:02:40 <dilnoza> +1
10:02:45 <nurlan> +0.5 if somebody pays
10:03:00 <aida> RESOLVED: Read every gauge twice a day.
10:04:00 <aida> Topic: Data exchange
10:04:30 <dilnoza> https://example.org/tables
10:05:00 <aida> s/nothing like this/anything/
`.trimStart();

describe('a W3C log', () => {
  let database: { url: string; drop(): Promise<void> };
  let node: TranscriptNode;
  let meeting: string;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startTranscriptNode(database.url);
    const file = { name: '2025-11-22/irc.log', bytes: Buffer.from(LOG) };
    const answer = await node.app.get(W3cImportService).import([file], { account: null });
    meeting = answer.files[0]?.meeting ?? '';
  });
  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  const read = async () => JSON.parse((await node.app.get(ExportService).exportJson(meeting, 'staff')).text);

  it('becomes a closed meeting with topics as items and people as participants', async () => {
    const document = await read();
    expect(document.meeting).toMatchObject({
      title: 'Water allocation in the upper basin',
      state: 'closed',
      source: { format: 'w3c', file: '2025-11-22/irc.log' },
    });
    expect(document.items.map((item: { title: string; state: string }) => [item.title, item.state])).toEqual([
      ['Gauges', 'closed'],
      ['Data exchange', 'closed'],
    ]);
    expect(document.participants).toHaveLength(3);
    expect(document.entries.at(-1).type).toBe('transcript.imported');
  });

  it('keeps the words of a speaker and the correction of them', async () => {
    const { entries } = await read();
    const statement = entries.find((entry: { type: string }) => entry.type === 'discussion.stated');
    expect(statement.data.body).toBe('The gauge at the upper bridge is red once a day.');
    const edit = entries.find((entry: { type: string }) => entry.type === 'discussion.edited');
    expect(edit).toMatchObject({ target: statement.seq, data: { version: 2 } });
    expect(edit.data.body).toBe('The gauge at the upper bridge is read once a day.');
  });

  it('ties a proposal to its words, the positions and the decision', async () => {
    const { proposals, decisions } = await read();
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({
      number: 1,
      text: 'Read every gauge twice a day.',
      state: 'adopted',
    });
    expect(proposals[0].sources[0].words).toBe('Read every gauge twice a day.');
    expect(proposals[0].positions.map(({ value }: { value: number }) => value).sort()).toEqual([0.5, 1]);
    expect(decisions).toMatchObject([{ text: 'Read every gauge twice a day.', proposal: proposals[0].id }]);
  });

  it('is the same meeting when the same file comes again, twice at once too', async () => {
    const file = { name: 'copy.log', bytes: Buffer.from(LOG) };
    const imports = node.app.get(W3cImportService);
    const answers = await Promise.all([
      imports.import([file], { account: null }),
      imports.import([file], { account: null }),
    ]);
    for (const answer of answers)
      expect(answer.files[0]).toEqual({ file: 'copy.log', meeting, duplicate: true, problem: null });
  });

  it('is refused in a sentence where it is no log, and nothing is stored', async () => {
    const answer = await node.app
      .get(W3cImportService)
      .import([{ name: 'photo.png', bytes: Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]) }], { account: null });
    expect(answer.files[0]).toMatchObject({ meeting: null, problem: { code: 'not_a_log' } });
  });

  it('comes out of another installation byte for byte as it went in, but for the time of export', async () => {
    const exported = await node.app.get(ExportService).exportJson(meeting, 'staff');
    await expect(
      node.app.get(JsonImportService).import(Buffer.from(exported.text), null),
    ).rejects.toMatchObject({
      code: 'ids_exist',
    });
    const other = await emptyMigratedDatabase();
    const there = await startTranscriptNode(other.url);
    try {
      const result = await there.app.get(JsonImportService).import(Buffer.from(exported.text), null);
      expect(result.meeting).toBe(meeting);
      const again = await there.app.get(ExportService).exportJson(meeting, 'staff');
      expect(withoutTime(again.text)).toBe(withoutTime(exported.text));
    } finally {
      await there.close();
      await other.drop();
    }
  });

  it('has every kind of real log in the record, and out of it again', async () => {
    const samples = ['json-ld-minutes/2022-09-12/irc.log', 'w3c-ccg-meetings/2020-10-27/irc.log'];
    for (const sample of samples) {
      const path = resolve('../shared/data', sample);
      if (!existsSync(path)) {
        process.stdout.write(`No ${path}: the real log is not tested.\n`);
        continue;
      }
      const answer = await node.app
        .get(W3cImportService)
        .importFile({ name: sample, bytes: readFileSync(path) }, { account: null });
      expect(answer.result).toMatchObject({ duplicate: false, problem: null });
      expect(answer.summary.understood).toBeGreaterThan(answer.summary.lines * 0.99);
    }
  });
});

function withoutTime(text: string): string {
  return text.replace(/"exportedAt":"[^"]+"/, '');
}
