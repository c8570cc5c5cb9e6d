import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MoveProposal, ProposalView } from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { idOf, mark, ProposalsRoom } from '../../../../test/support/proposals-room.js';
import { SimilarProposals } from '../similar-proposals.js';
import { ProposalLifeService } from './proposal-life.service.js';
import { ProposalSteps } from './proposal-steps.js';

describe('the life of proposals in the record', () => {
  let room: ProposalsRoom;
  let chair: Member;
  let moderator: Member;
  let proposal: ProposalView;
  beforeAll(async () => {
    room = await ProposalsRoom.open();
  });
  beforeEach(async () => {
    await room.renew();
    chair = await room.here.add(room.at, 'chair');
    moderator = await room.here.add(room.at, 'moderator');
    await room.capture([mark(await room.say(), 'publish flow data')], { title: 'Flow data' });
    proposal = await room.newest();
  });
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const life = (node = room.here) => node.app.get(ProposalLifeService);
  const read = async (id = proposal.id) => (await room.list()).find((each) => each.id === id) as ProposalView;

  async function move(act: MoveProposal['act'], over: object = {}, who = chair, node = room.here) {
    const { id, version } = await read();
    await life(node).move(who, room.intent({ proposal: id, version, act, ...over }));
  }

  async function bringTo(...acts: MoveProposal['act'][]): Promise<void> {
    for (const act of acts) await move(act);
  }

  const decide = (result: 'adopted' | 'rejected', who = chair, node = room.here) =>
    life(node).decide(who, room.intent({ proposal: proposal.id, version: proposal.version, result }));

  it('leaves a step in the record for each act, with who, when and why', async () => {
    await move('submit', {}, room.rapporteur);
    await move('admit');
    await life().recommend(
      room.rapporteur,
      room.intent({ proposal: proposal.id, advice: 'accept' as const, reason: 'cheap' }),
    );
    await move('refer', { referredTo: 'Working group 2', reason: 'figures are missing' });
    await bringTo('resume', 'discuss', 'put');
    proposal = await read();
    await life().decide(
      chair,
      room.intent({
        proposal: proposal.id,
        version: proposal.version,
        result: 'adopted_as_amended' as const,
        text: 'Flow data are published monthly.',
        reason: 'no objection',
      }),
    );
    await move('publish');
    expect(await read()).toMatchObject({
      number: 1,
      state: 'adopted_as_amended',
      decision: { text: 'Flow data are published monthly.', decidedBy: idOf(chair), reason: 'no objection' },
      life: { admittedAs: 1, submitters: [{ kind: 'meeting', id: null }] },
    });
    const steps = await room.here.app
      .get(ProposalSteps)
      .read(room.here.dataSource.manager, room.at.room, proposal.id, 'member');
    expect(steps.map(({ kind, act, from, to }) => [kind, act, from, to])).toEqual([
      ['captured', null, null, 'captured'],
      ['moved', 'submit', 'captured', 'submitted'],
      ['moved', 'admit', 'submitted', 'admitted'],
      ['recommended', null, 'admitted', 'admitted'],
      ['moved', 'refer', 'admitted', 'referred'],
      ['moved', 'resume', 'referred', 'admitted'],
      ['moved', 'discuss', 'admitted', 'under_discussion'],
      ['moved', 'put', 'under_discussion', 'deciding'],
      ['decided', 'decide', 'deciding', 'adopted_as_amended'],
      ['moved', 'publish', 'adopted_as_amended', 'adopted_as_amended'],
    ]);
    expect(steps[4]).toMatchObject({
      actor: idOf(chair),
      reason: 'figures are missing',
      referredTo: 'Working group 2',
    });
    const entries = await room.entries();
    expect(entries[(steps[8]?.seq ?? 0) - 1]).toMatchObject({ type: 'proposals.decided' });
  });

  it('records one decision of two chairs at once, and tells the other what was decided by whom', async () => {
    await bringTo('submit', 'admit', 'discuss');
    proposal = await read();
    const outcomes = await Promise.allSettled([
      decide('adopted', chair, room.here),
      decide('rejected', moderator, room.there),
    ]);
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const { decision } = await read();
    const data = expect.objectContaining({
      result: decision?.result,
      decidedBy: decision?.decidedBy,
      seq: decision?.seq,
    });
    expect(refusals).toEqual([expect.objectContaining({ code: 'proposal_decided', data })]);
    expect((await room.entries()).filter(({ type }) => type === 'proposals.decided')).toHaveLength(1);
  });

  it('numbers proposals admitted at once on two nodes one after the other', async () => {
    const seq = await room.say();
    for (const words of ['monthly', 'gauges', 'together']) await room.capture([mark(seq, words)]);
    const all = await room.list();
    for (const { id } of all)
      await life().move(chair, room.intent({ proposal: id, version: 1, act: 'submit' as const }));
    await Promise.all(
      all.map(({ id }, index) =>
        life(index % 2 ? room.here : room.there).move(
          chair,
          room.intent({ proposal: id, version: 2, act: 'admit' as const }),
        ),
      ),
    );
    const numbers = (await room.list()).map((each) => each.life?.admittedAs ?? 0);
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
  });

  it('freezes the text for its submitters at admission, and for all at the decision', async () => {
    const change = (who: Member, title: string) =>
      read().then(({ id, version }) =>
        room.service().change(who, room.intent({ proposal: id, version, title })),
      );
    await expect(change(room.expert, 'Not mine')).rejects.toEqual(code('not_submitter'));
    const submitters = [{ kind: 'person' as const, id: idOf(room.expert) }];
    const { id, version } = proposal;
    await room.service().change(room.rapporteur, room.intent({ proposal: id, version, submitters }));
    await change(room.expert, 'Mine');
    await move('submit', {}, room.expert);
    await change(room.expert, 'Still mine');
    await move('admit');
    await expect(change(room.expert, 'Too late')).rejects.toEqual(code('proposal_frozen'));
    await change(room.rapporteur, 'By the rapporteur');
    await bringTo('discuss', 'put');
    await expect(change(room.rapporteur, 'Too late as well')).rejects.toEqual(code('proposal_state'));
    await expect(change(room.guest, 'Never')).rejects.toEqual(code('forbidden'));
  });

  it('refuses submitters and references that are not of this meeting', async () => {
    const change = (over: object) =>
      room
        .service()
        .change(room.rapporteur, room.intent({ proposal: proposal.id, version: proposal.version, ...over }));
    const wrong = (field: string) =>
      expect.objectContaining({ code: 'invalid', data: expect.objectContaining({ field }) });
    for (const kind of ['person', 'delegation'])
      await expect(change({ submitters: [{ kind, id: newId() }] })).rejects.toEqual(wrong('submitters'));
    await expect(change({ references: [{ kind: 'see_also', proposal: newId() }] })).rejects.toEqual(
      wrong('references'),
    );
  });

  it('merges with both provenances kept, and takes them apart again on reopening', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data monthly'), mark(seq, 'gauges')]);
    const other = await room.newest();
    await life().merge(
      room.rapporteur,
      room.intent({ proposal: other.id, version: 1, into: proposal.id, reason: 'the same' }),
    );
    expect(await read(other.id)).toMatchObject({ state: 'merged', life: { mergedInto: proposal.id } });
    const whole = await read();
    expect(whole.sources.map(({ words, via }) => [words, via])).toEqual([
      ['publish flow data', undefined],
      ['flow data monthly', other.id],
      ['gauges', other.id],
    ]);
    const { version } = await read(other.id);
    const reopen = { proposal: other.id, version, act: 'reopen' as const, reason: 'not the same after all' };
    await life().move(room.rapporteur, room.intent(reopen));
    expect((await read()).sources).toEqual(proposal.sources);
    expect(await read(other.id)).toMatchObject({ state: 'captured', sources: other.sources });
  });

  it('leaves the sources with a proposal that is being decided when one merged into it is reopened', async () => {
    await room.capture([mark(await room.say(), 'gauges')]);
    const other = await room.newest();
    await life().merge(room.rapporteur, room.intent({ proposal: other.id, version: 1, into: proposal.id }));
    await bringTo('submit', 'admit', 'discuss', 'put');
    const whole = await read();
    expect(whole.sources).toHaveLength(2);
    const { version } = await read(other.id);
    const reopen = { proposal: other.id, version, act: 'reopen' as const, reason: 'It stands by itself' };
    await life().move(room.rapporteur, room.intent(reopen));
    expect(await read()).toEqual(whole);
    expect(await read(other.id)).toMatchObject({ state: 'captured', sources: other.sources });
  });

  it('adds words to a proposal later, each passage once', async () => {
    const seq = await room.say('Flow data matter in spring most of all.');
    const marked = mark(seq, 'in spring', 'Flow data matter in spring most of all.');
    const add = () =>
      room.service().addSources(room.rapporteur, room.intent({ proposal: proposal.id, sources: [marked] }));
    await add();
    expect((await read()).sources.map(({ words }) => words)).toEqual(['publish flow data', 'in spring']);
    expect((await read()).text).toBe(proposal.text);
    await expect(add()).rejects.toEqual(code('nothing_changed'));
    const mine = { proposal: proposal.id, sources: [marked] };
    await expect(room.service().addSources(room.expert, room.intent(mine))).rejects.toEqual(
      code('forbidden'),
    );
  });

  it('finds what says the same in other endings, in a quotation, and nothing else', async () => {
    const russian = 'Предлагаем ежемесячно обмениваться данными о стоке рек.';
    await room.capture([mark(await room.say(russian), russian, russian)]);
    const find = async (words: string) => {
      const asked = { room: room.at.room, words, audience: 'staff' as const };
      const found = await room.here.app.get(SimilarProposals).find(room.here.dataSource.manager, asked);
      return found.map(({ number }) => number);
    };
    expect(await find('обмен данными о стоке каждый месяц')).toEqual([2]);
    expect(await find('publishing the flow data')).toEqual([1]);
    expect(await find('Поезда опаздывают из-за старых стрелок.')).toEqual([]);
    expect(await find('A new railway tunnel is needed.')).toEqual([]);
    await room.service().withdraw(room.rapporteur, room.intent({ proposal: proposal.id }));
    expect(await find('publishing the flow data')).toEqual([]);
  });
});
