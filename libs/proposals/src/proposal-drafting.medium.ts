import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MeetingsRepository } from '@roundtable/meetings';
import type { EntityManager } from 'typeorm';
import { mark, ProposalsRoom } from '../../../test/support/proposals-room.js';
import { ProposalDrafting } from './proposal-drafting.js';
import { ProposalReader } from './proposal-reader.js';

const WORDS = 'to publish flow data monthly';

describe('a proposal whose text is drafted together', () => {
  let room: ProposalsRoom;
  let drafting: ProposalDrafting;
  let proposal: string;

  beforeAll(async () => {
    room = await ProposalsRoom.open();
    const { app } = room.here;
    drafting = new ProposalDrafting(app.get(ProposalReader), app.get(MeetingsRepository));
  });

  beforeEach(async () => {
    await room.renew();
    await room.capture([mark(await room.say(), WORDS)]);
    proposal = (await room.newest()).id;
  });

  afterAll(() => room.close());

  function inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return room.here.dataSource.transaction(work);
  }

  async function stamp(): Promise<string> {
    const held = await inTransaction((tx) => drafting.hold(tx, room.at.room, proposal));
    if (!held) throw new Error('The proposal is not there.');
    return held.stamp;
  }

  const holdSame = (known: string, id = proposal): Promise<void> =>
    inTransaction((tx) => drafting.holdSame(tx, room.at.room, id, known));

  const change = (sets: string): Promise<unknown> =>
    room.here.dataSource.query(`UPDATE proposals_proposals SET ${sets} WHERE id = $1`, [proposal]);

  it('tells its text where that is asked for', async () => {
    const text = await inTransaction(async (tx) => {
      const held = await drafting.hold(tx, room.at.room, proposal);
      return held?.text();
    });
    expect(text).toBe(WORDS);
  });

  it('is the same for as long as nothing changed that the right to write hangs on', async () => {
    const known = await stamp();
    await holdSame(known);
    await change(`title = 'Another', version = version + 1`);
    await holdSame(known);
  });

  it.each([
    ['state', `state = 'admitted'`],
    ['submitters', `life = '{"submitters": [], "references": []}'`],
  ])('is not the same after a change of its %s, and lets nothing be committed', async (_, sets) => {
    const known = await stamp();
    await change(sets);
    await expect(holdSame(known)).rejects.toMatchObject({ code: '22012' });
    await holdSame(await stamp());
  });

  it('is not the same where it is another, or none', async () => {
    const known = await stamp();
    await expect(holdSame(known, room.at.room)).rejects.toMatchObject({ code: '22012' });
  });
});
