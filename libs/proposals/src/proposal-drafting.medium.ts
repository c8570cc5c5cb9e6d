import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MeetingsRepository } from '@roundtable/meetings';
import type { EntityManager } from 'typeorm';
import { askDemand } from '../../../test/support/ask-demand.js';
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

  const isSame = (known: string, id = proposal): Promise<boolean> =>
    inTransaction((tx) => askDemand(tx, drafting.demandSame(room.at.room, id, known)));

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
    expect(await isSame(known)).toBe(true);
    await change(`title = 'Another', version = version + 1`);
    expect(await isSame(known)).toBe(true);
  });

  it.each([
    ['state', `state = 'admitted'`],
    ['submitters', `life = '{"submitters": [], "references": []}'`],
  ])('is not the same after a change of its %s', async (_, sets) => {
    const known = await stamp();
    await change(sets);
    expect(await isSame(known)).toBe(false);
    expect(await isSame(await stamp())).toBe(true);
  });

  it('is not the same where it is another, or none', async () => {
    const known = await stamp();
    expect(await isSame(known, room.at.room)).toBe(false);
  });
});
