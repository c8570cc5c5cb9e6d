import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProposalView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { idOf, PollsRoom } from '../../../../test/support/polls-room.js';
import { ProposalLifeService } from '../life/proposal-life.service.js';
import { PositionsService } from './positions.service.js';

const AT = '2026-03-02T10:00:00.000Z';

describe('positions', () => {
  let room: PollsRoom;
  let proposal: string;
  beforeAll(async () => {
    room = await PollsRoom.open();
  });
  beforeEach(async () => {
    await room.renew();
    proposal = await capture();
  });
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const expert = (index = 0) => room.voters[index] as Member;
  const read = async () => (await room.here.snapshot(room.at.room)).proposals.proposals[0];

  async function capture(): Promise<string> {
    const id = crypto.randomUUID();
    const texts = {
      title: 'Daily readings',
      text: 'Read daily.',
      focusArea: null,
      responsible: null,
      timeline: null,
    };
    const frame = { id, number: 1, state: 'captured', version: 1, capturedBy: null, capturedAt: AT } as const;
    const data = { proposal: { ...frame, ...texts, sources: [], positions: [], decision: null } };
    await room.here.appendAsSystem(room.at.room, [{ type: 'proposals.captured', data }]);
    return id;
  }

  function take(member: Member, value: number | null, reason: string | null = null) {
    const positions = room.here.app.get(PositionsService);
    return positions.take(member, room.intent({ proposal, value, reason }));
  }

  it('are taken, changed and taken back, each time as a fact', async () => {
    await take(expert(), -0.5, 'Too dear');
    await take(expert(), 1);
    await take(expert(1), 0.25);
    expect((await read())?.positions.map(({ value, reason }) => [value, reason]).sort()).toEqual([
      [0.25, null],
      [1, null],
    ]);
    await take(expert(), null);
    expect((await read())?.positions.map(({ participant }) => participant)).toEqual([idOf(expert(1))]);
    const types = (await room.here.entries(room.at.room)).map(({ type }) => type.replace('proposals.', ''));
    expect(types).toEqual(['captured', 'positioned', 'positioned', 'positioned', 'position_withdrawn']);
  });

  it('are refused to observers, to proposals of nowhere, and where they change nothing', async () => {
    await expect(take(room.observer, 1)).rejects.toEqual(code('forbidden'));
    await expect(take(expert(), null)).rejects.toEqual(code('nothing_changed'));
    await take(expert(), 1);
    await expect(take(expert(), 1)).rejects.toEqual(code('nothing_changed'));
    proposal = crypto.randomUUID();
    await expect(take(expert(), 1)).rejects.toEqual(code('not_found'));
  });

  it('are taken no more once a poll has decided the proposal, and the poll says so on the record', async () => {
    const poll = await room.start({ proposal, isDecisive: true });
    expect((await read())?.state).toBe('deciding');
    await take(expert(), 1);
    await room.cast(expert(), poll, 'yes');
    await room.end(poll, { isPublished: true });
    expect(await read()).toMatchObject({
      state: 'adopted',
      decision: { result: 'adopted', text: 'Daily readings' },
    });
    const last = (await room.here.entries(room.at.room)).at(-1);
    expect(last).toMatchObject({ type: 'proposals.decided', data: { decision: { seq: last?.seq } } });
    await expect(take(expert(), -1)).rejects.toEqual(code('proposal_state'));
    await expect(room.start({ proposal, isDecisive: true })).rejects.toEqual(code('proposal_state'));
  });

  it('and the proposal are what they were where the poll is cancelled, and two polls never decide it at once', async () => {
    const poll = await room.start({ proposal, isDecisive: true });
    await expect(room.start({ proposal, isDecisive: true })).rejects.toEqual(code('proposal_state'));
    await room.polls().cancel(room.chair, room.intent({ poll }));
    expect((await read())?.state).toBe('captured');
  });

  it('decide nothing by a poll that ties', async () => {
    const poll = await room.start({ proposal, isDecisive: true });
    await room.cast(expert(0), poll, 'yes');
    await room.cast(expert(1), poll, 'no');
    await room.end(poll);
    expect((await read())?.state).toBe('deciding');
    await room.polls().publish(room.chair, room.intent({ poll }));
    expect(await read()).toMatchObject({ state: 'not_decided' });
  });

  it('reject by a poll in which somebody voted, and by none in which nobody did', async () => {
    const empty = await room.start({ proposal, isDecisive: true });
    await room.end(empty, { isPublished: true });
    expect((await room.newest()).outcome?.verdict).toBe('not_carried');
    const { id, version, state } = (await read()) as ProposalView;
    expect(state).toBe('not_decided');
    const reopen = { proposal: id, version, act: 'reopen' as const, reason: 'Closed before anybody voted' };
    await room.here.app.get(ProposalLifeService).move(room.chair, room.intent(reopen));
    const poll = await room.start({ proposal, isDecisive: true });
    await room.cast(expert(), poll, 'abstain');
    await room.end(poll, { isPublished: true });
    expect((await read())?.state).toBe('rejected');
  });

  it('decide by a poll what was put to the decision by hand, and not by hand what a poll decides', async () => {
    const life = room.here.app.get(ProposalLifeService);
    const move = async (act: 'submit' | 'admit' | 'discuss' | 'put') => {
      const { id, version } = (await read()) as ProposalView;
      await life.move(room.chair, room.intent({ proposal: id, version, act }));
    };
    for (const act of ['submit', 'admit', 'discuss', 'put'] as const) await move(act);
    const poll = await room.start({ proposal, isDecisive: true });
    await expect(room.start({ proposal, isDecisive: true })).rejects.toEqual(code('proposal_state'));
    await expect(move('discuss')).rejects.toEqual(code('proposal_move'));
    const { version } = (await read()) as ProposalView;
    const decision = { proposal, version, result: 'adopted' as const };
    await expect(life.decide(room.chair, room.intent(decision))).rejects.toEqual(code('proposal_move'));
    await room.polls().cancel(room.chair, room.intent({ poll }));
    expect((await read())?.state).toBe('deciding');
    await life.decide(room.chair, room.intent(decision));
    expect(await read()).toMatchObject({ state: 'adopted', decision: { decidedBy: idOf(room.chair) } });
  });
});
