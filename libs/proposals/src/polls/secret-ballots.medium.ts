import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BallotPick } from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import pg from 'pg';
import { idOf, picks, PollsRoom } from '../../../../test/support/polls-room.js';
import { shuffle } from './shuffle.js';
import { countTrue, dump, linkByOrder, linkByRow, linkByValue, type Links } from './testing/dump-attack.js';

const VOTERS = 6;
const POLLS = 20;

/** As many rankings as there are voters, so that every ballot is one of a kind and a link would show. */
const BALLOTS: BallotPick[][] = ['123', '132', '213', '231', '312', '321'].map((order) =>
  picks(...[...order].map((place) => `o${place}`)),
);

describe('a secret poll', () => {
  let room: PollsRoom;
  beforeAll(async () => {
    room = await PollsRoom.open();
  });
  beforeEach(() => room.renew(VOTERS));
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const voter = (index: number) => room.voters[index] as Member;
  const ids = () => room.voters.map(idOf);
  const query = <T>(sql: string, values: unknown[] = []) => room.here.dataSource.query<T[]>(sql, values);

  /** How a ballot stands in the text of a dump. */
  const contentOf = (ballot: BallotPick[]) => ballot.map(({ option }) => option).join('>');
  const rewrite = (text: string): string =>
    [...text.matchAll(/"option":\s*"(o\d)"/g)].map(([, id]) => id).join('>');

  function startRanking(): Promise<string> {
    return room.startSecret({
      method: 'ranked_schulze',
      options: ['Canal', 'Well', 'Dam'],
      rules: { maxPicks: 3 },
    });
  }

  /**
   * Everybody votes, one after the other, each another way: the easiest there is for an attacker. Who votes which way
   * is drawn by lot each time, so that the ballots themselves say nothing.
   */
  async function vote(poll: string): Promise<{ truth: Links; clientIds: string[]; receipts: string[] }> {
    const truth: Links = new Map();
    const clientIds: string[] = [];
    const receipts: string[] = [];
    const drawn = shuffle(BALLOTS);
    for (const [index, member] of room.voters.entries()) {
      const clientId = newId();
      const ballot = drawn[index] as BallotPick[];
      receipts.push((await room.cast(member, poll, ballot, { clientId })).receipt);
      truth.set(idOf(member), contentOf(ballot));
      clientIds.push(clientId);
    }
    return { truth, clientIds, receipts };
  }

  /** The database with ballots written so that they can be looked for, of one poll. */
  async function dumpOf(poll: string) {
    const key = poll.replaceAll('-', '');
    const rows = await dump(room.here.dataSource);
    return rows
      .filter(({ table, text }) => !isBallots(table) || text.includes(poll) || table.includes(key))
      .map((row) => (isBallots(row.table) ? { ...row, text: `${row.text}\t${rewrite(row.text)}` } : row));
  }
  const isBallots = (table: string) =>
    table === 'polls_secret_ballots' || table.startsWith('polls_boxes.ballots_');

  it('can be linked by whoever reads the database while it is open: so the attack works', async () => {
    const poll = await startRanking();
    const { truth } = await vote(poll);
    const rows = await dumpOf(poll);
    const contents = [...truth.values()];
    expect(countTrue(linkByValue(rows, ids(), contents), truth)).toBe(VOTERS);
    const best = linkByOrder(rows, ids(), contents).map((links) => countTrue(links, truth));
    expect(Math.max(...best)).toBe(VOTERS);
  });

  it('links nobody in a dump taken after it was closed: by ids, order, times, transactions or sizes', async () => {
    const hits = new Map<number, number>();
    for (let count = 0; count < POLLS; count++) {
      const poll = await startRanking();
      const before = new Date();
      const { truth, clientIds, receipts } = await vote(poll);
      const after = new Date();
      await room.end(poll, { isPublished: true });
      const rows = await dumpOf(poll);
      const contents = [...truth.values()];
      const ballots = rows.filter(({ table }) => table === 'polls_secret_ballots');
      expect(ballots.map(({ text }) => text.split('\t').at(-1)).sort()).toEqual([...contents].sort());

      expect(linkByRow(rows, ids(), contents)).toEqual(new Map());
      expect(linkByValue(rows, ids(), contents)).toEqual(new Map());
      // One transaction wrote them all, in one statement, and it wrote nothing for each voter.
      expect(new Set(ballots.map(({ xmin, cmin }) => `${xmin} ${cmin}`)).size).toBe(1);
      expect(new Set(ballots.map(({ size }) => size)).size).toBe(1);
      const text = rows.map((row) => row.text).join('\n');
      for (const clientId of clientIds) expect(text).not.toContain(clientId);
      // A receipt stands in the sorted list of all of them and nowhere else.
      const withReceipt = rows.filter((row) => receipts.some((receipt) => row.text.includes(receipt)));
      expect(withReceipt.every((row) => receipts.every((receipt) => row.text.includes(receipt)))).toBe(true);
      expect(timesIn(text).filter((at) => at > before && at < after)).toEqual([]);
      linkByOrder(rows, ids(), contents).forEach((links, guess) => {
        hits.set(guess, (hits.get(guess) ?? 0) + countTrue(links, truth));
      });
    }
    // Guessing blindly is right once in each poll; six standard deviations more would be a leak, all right is 120.
    expect(hits.size).toBeGreaterThan(0);
    process.stdout.write(`Guesses right of ${VOTERS * POLLS}, by order: ${[...hits.values()].join(', ')}\n`);
    for (const right of hits.values()) expect(right).toBeLessThan(POLLS + 6 * Math.sqrt(POLLS));
  }, 120_000);

  it('leaves no box, no statistics of it and no marks behind', async () => {
    const poll = await startRanking();
    await vote(poll);
    const key = poll.replaceAll('-', '');
    const find = () =>
      query<{ relname: string }>('SELECT relname FROM pg_class WHERE relname LIKE $1', [`%${key}%`]);
    expect((await find()).length).toBeGreaterThan(0);
    await room.end(poll);
    expect(await find()).toEqual([]);
    expect(await query('SELECT 1 FROM pg_stats WHERE tablename LIKE $1', [`%${key}%`])).toEqual([]);
    expect(await query('SELECT 1 FROM polls_ballots WHERE poll_id = $1', [poll])).toEqual([]);
  });

  it('is closed at once while a backup reads the box, which is then empty, and dropped later', async () => {
    const poll = await startRanking();
    await vote(poll);
    const key = poll.replaceAll('-', '');
    const backup = new pg.Client({ connectionString: room.url });
    await backup.connect();
    await backup.query('BEGIN');
    await backup.query(
      `LOCK TABLE polls_boxes.ballots_${key}, polls_boxes.marks_${key} IN ACCESS SHARE MODE`,
    );
    await room.end(poll);
    expect(
      await query(
        `SELECT 1 FROM polls_boxes.ballots_${key} UNION ALL SELECT 1 FROM polls_boxes.marks_${key}`,
      ),
    ).toEqual([]);
    await backup.query('COMMIT');
    await backup.end();
    await startRanking();
    expect(await query('SELECT 1 FROM pg_class WHERE relname LIKE $1', [`%${key}%`])).toEqual([]);
  });

  it('answers a ballot sent again with its receipt, before and after the close, and takes no other', async () => {
    const poll = await room.startSecret();
    const clientId = newId();
    const { receipt } = await room.cast(voter(0), poll, 'yes', { clientId });
    const again = () => room.cast(voter(0), poll, 'yes', { clientId }, room.there);
    expect(await again()).toMatchObject({ duplicate: true, receipt });
    await expect(room.cast(voter(0), poll, 'no', { clientId })).rejects.toEqual(code('client_id_reused'));
    await expect(room.cast(voter(0), poll, 'no')).rejects.toEqual(code('already_cast'));
    for (const index of [1, 2]) await room.cast(voter(index), poll, 'no');
    await room.end(poll, { isPublished: true });
    expect(await again()).toMatchObject({ duplicate: true, receipt });
    await expect(room.cast(voter(3), poll, 'no')).rejects.toEqual(code('poll_state'));
    const { outcome } = await room.newest();
    expect(outcome?.receipts).toHaveLength(3);
    expect(outcome?.receipts).toContain(receipt);
    expect(outcome).toMatchObject({ verdict: 'not_carried', rollCall: [], numbers: { cast: '3' } });
  });

  it('answers a ballot sent again with its receipt while the meeting is suspended, and takes no other', async () => {
    const poll = await room.startSecret();
    const clientId = newId();
    const elector = idOf(voter(0));
    const { receipt } = await room.cast(voter(0), poll, 'yes', { clientId, elector });
    room.attendance.setState(room.at, 'suspended');
    for (const over of [{ clientId, elector }, { clientId }])
      expect(await room.cast(voter(0), poll, 'yes', over)).toMatchObject({ duplicate: true, receipt });
    const ofAnother = { clientId, elector: idOf(voter(1)) };
    await expect(room.cast(voter(0), poll, 'yes', ofAnother)).rejects.toEqual(code('client_id_reused'));
    await expect(room.cast(voter(1), poll, 'yes')).rejects.toEqual(code('meeting_not_open'));
  });

  it('tells the turnout to staff after three ballots and to nobody else, and no result', async () => {
    const poll = await room.startSecret();
    for (const index of [0, 1]) await room.cast(voter(index), poll, 'yes');
    expect((await room.progress(poll, room.chair)).turnout).toBeNull();
    await room.cast(voter(2), poll, 'yes');
    expect(await room.progress(poll, room.chair)).toMatchObject({ turnout: 3, tally: null, ballots: null });
    expect(await room.progress(poll, voter(2))).toMatchObject({
      turnout: null,
      tally: null,
      own: [{ hasCast: true, ballot: null }],
    });
  });

  it('keeps no numbers and no ballots where fewer than three were cast', async () => {
    const poll = await room.startSecret();
    for (const index of [0, 1]) await room.cast(voter(index), poll, 'yes');
    await room.end(poll, { isPublished: true });
    expect((await room.newest()).outcome).toMatchObject({ verdict: 'too_few', counts: [], receipts: [] });
    expect(await query('SELECT 1 FROM polls_secret_ballots WHERE poll_id = $1', [poll])).toEqual([]);
  });

  it('leaves ballots under way out of the product’s own backups, and says so after such a one is restored', async () => {
    const poll = await room.startSecret();
    await room.cast(voter(0), poll, 'yes');
    const tables = await query<{ relname: string }>(
      'SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace',
    );
    const key = poll.replaceAll('-', '');
    expect(tables.filter(({ relname }) => relname.includes(key))).toEqual([]);
    await query(`DROP TABLE polls_boxes.ballots_${key}, polls_boxes.marks_${key}`);
    expect((await room.progress(poll, voter(0))).own).toMatchObject([{ hasCast: false }]);
    await expect(room.cast(voter(0), poll, 'yes')).rejects.toEqual(code('poll_state'));
    await expect(room.end(poll)).rejects.toEqual(code('poll_state'));
    await room.polls().cancel(room.chair, room.intent({ poll }));
    expect((await room.newest()).state).toBe('cancelled');
  });

  it('destroys the ballots where it is cancelled', async () => {
    const poll = await startRanking();
    await vote(poll);
    await room.polls().cancel(room.chair, room.intent({ poll }));
    const rows = await dumpOf(poll);
    expect(rows.filter(({ table }) => isBallots(table))).toEqual([]);
  });
});

/** Every time that stands anywhere in a text. */
function timesIn(text: string): Date[] {
  return [...text.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d*)?/g)].map(
    ([at]) => new Date(at),
  );
}
