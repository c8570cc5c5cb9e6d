import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PollView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../../test/support/postgres.js';
import { append, found } from '../../../../test/support/transcript-meeting.js';
import { startTranscriptNode, type TranscriptNode } from '../../../../test/support/transcript-node.js';
import { ExportService, JsonImportService } from '../index.js';

const AT = '2026-11-22T08:00:00.000Z';

describe('a meeting with polls', () => {
  let here: { url: string; drop(): Promise<void> };
  let elsewhere: { url: string; drop(): Promise<void> };
  let exporting: TranscriptNode;
  let importing: TranscriptNode;

  beforeAll(async () => {
    here = await emptyMigratedDatabase();
    elsewhere = await emptyMigratedDatabase();
    exporting = await startTranscriptNode(here.url);
    importing = await startTranscriptNode(elsewhere.url);
  });
  afterAll(async () => {
    await exporting.close();
    await importing.close();
    await here.drop();
    await elsewhere.drop();
  });

  it('comes out of another installation as it went in, outcome and roll call included', async () => {
    const people = { aida: newId(), timur: newId(), delegation: newId() };
    const { meeting, room } = await found(exporting, people);
    const poll = pollOf(people.aida);
    const published = { ...poll, state: 'published' as const, publishedAt: AT };
    await append(exporting, room, { type: 'polls.created', data: { poll: { ...poll, outcome: null } } });
    await append(exporting, room, { type: 'polls.closed', data: { poll } });
    await append(exporting, room, { type: 'polls.published', data: { poll: published } });
    const { text } = await exporting.app.get(ExportService).exportJson(meeting, 'staff');
    await importing.app.get(JsonImportService).import(Buffer.from(text), null);
    const again = await importing.app.get(ExportService).exportJson(meeting, 'staff');
    expect(withoutTime(again.text)).toBe(withoutTime(text));
    const rows = await importing.dataSource.query('SELECT state, outcome FROM polls_polls');
    expect(rows).toEqual([{ state: 'published', outcome: published.outcome }]);
  });
});

function withoutTime(text: string): string {
  return text.replace(/"exportedAt":"[^"]+"/, '');
}

function pollOf(voter: string): PollView {
  const elector = { id: voter, weight: '1', proxy: null };
  const [one, none] = ['1', '0'];
  return {
    id: newId(),
    number: 1,
    title: 'A joint gauge?',
    text: null,
    proposal: null,
    isDecisive: false,
    proposalState: null,
    method: 'yes_no_abstain',
    options: [{ id: 'yes', text: 'Yes', meaning: 'for' }],
    rules: {
      unit: 'persons',
      isSecret: false,
      hidesResults: false,
      requiresPresence: false,
      quorum: { numerator: 1, denominator: 2 },
      thresholds: [],
      reasons: 'optional',
      minPicks: 1,
      maxPicks: 1,
      points: 0,
    },
    state: 'closed',
    electors: [elector],
    outcome: {
      verdict: 'carried',
      leaders: ['yes'],
      numbers: {
        entitled: one,
        present: one,
        cast: one,
        valid: one,
        abstentions: none,
        people: { entitled: 1, present: 1, cast: 1 },
      },
      counts: [{ option: 'yes', votes: one, ballots: 1 }],
      quorum: { measured: one, of: one, isMet: true },
      thresholds: [],
      rounds: [],
      pairs: [],
      electorate: [{ ...elector, wasPresent: true, hasCast: true }],
      rollCall: [
        { elector: voter, castBy: voter, picks: [{ option: 'yes', points: null }], reason: 'Same figures' },
      ],
      receipts: [],
    },
    createdBy: voter,
    createdAt: AT,
    startedAt: AT,
    closedAt: AT,
    publishedAt: null,
  };
}
