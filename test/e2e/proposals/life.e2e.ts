import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  MeetingDetail,
  MoveProposal,
  ProposalStep,
  ProposalView,
  Role,
  SimilarProposal,
} from '@roundtable/contracts';
import { whenState } from '@roundtable/client';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { caughtUp, visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WORDS = 'Flow data of the upper basin are published every month.';

describe('the life of proposals over the wire', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail['meeting'];
  let chair: RoomVisitor;
  let moderator: RoomVisitor;
  let rapporteur: RoomVisitor;
  let expert: RoomVisitor;
  let observer: RoomVisitor;
  let proposal: ProposalView;

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
    const enter = async (name: string, role: Role) =>
      visit((await inviteTo(secretary, meeting.id, { name, roles: [role] })).link);
    chair = await enter('Gulnara Ismailova', 'chair');
    moderator = await enter('Temirbek Asanov', 'moderator');
    rapporteur = await enter('Dinara Seitkali', 'rapporteur');
    expert = await enter('Aigul Toktosunova', 'expert');
    observer = await enter('Rustam Ergashev', 'observer');
  }, 120_000);

  afterAll(async () => {
    for (const visitor of [chair, moderator, rapporteur, expert, observer]) visitor.leave();
    await server.dispose();
  });

  beforeEach(async () => {
    const said = await expert.room.post({ body: WORDS }).done;
    const seq = said.ok ? said.seq : 0;
    const made = await rapporteur.room.capture({
      sources: [{ seq, from: 0, to: WORDS.length, words: WORDS }],
    }).done;
    if (!made.ok) throw new Error(made.error.message);
    await caughtUp(rapporteur, made.seq);
    proposal = proposalsOf(rapporteur).at(-1) as ProposalView;
  });

  type Done = Awaited<ReturnType<RoomVisitor['room']['moveProposal']>['done']>;

  /** The proposal as somebody sees it once the entry is there. */
  async function seenBy(who: RoomVisitor, done: Done): Promise<ProposalView> {
    if (!done.ok) throw new Error(done.error.message);
    await caughtUp(who, done.seq);
    return proposalsOf(who).find(({ id }) => id === proposal.id) as ProposalView;
  }

  const move = (who: RoomVisitor, act: MoveProposal['act'], over: object = {}) =>
    who.room.moveProposal({ proposal: proposal.id, version: proposal.version, act, ...over }).done;

  async function bringTo(...acts: MoveProposal['act'][]): Promise<void> {
    for (const act of acts) proposal = await seenBy(chair, await move(chair, act));
  }

  const decide = (who: RoomVisitor, result: 'adopted' | 'rejected') =>
    who.room.decideProposal({ proposal: proposal.id, version: proposal.version, result }).done;

  it('records one of two decisions taken at once, and tells the other chair what was decided by whom', async () => {
    await bringTo('submit', 'admit', 'discuss');
    await caughtUp(moderator, chair.room.getView().record?.head ?? 0);
    const answers = await Promise.all([decide(chair, 'adopted'), decide(moderator, 'rejected')]);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    const accepted = answers.find((answer) => answer.ok);
    const { decision } = await seenBy(chair, accepted as Done);
    expect(refused).toMatchObject([
      {
        code: 'proposal_decided',
        data: {
          result: decision?.result,
          decidedBy: decision?.decidedBy,
          name: decision?.decidedBy === chair.participant ? 'Gulnara Ismailova' : 'Temirbek Asanov',
          seq: decision?.seq,
        },
      },
    ]);
    expect(refused[0]?.message).toContain(decision?.result);
  });

  it('shows the second of two who move it at once what the first did', async () => {
    await bringTo('submit');
    const answers = await Promise.all([move(chair, 'admit'), move(moderator, 'adjourn')]);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    expect(refused).toHaveLength(1);
    expect(['proposal_move', 'stale_version']).toContain(refused[0]);
  });

  it('tells its life to every member, step by step, with the entries of the record', async () => {
    await bringTo('submit', 'admit');
    const answer = await secretary.get<ProposalStep[]>(
      `/api/v1/meetings/${meeting.id}/proposals/${String(proposal.number)}/life`,
    );
    expect(answer.body.map(({ act }) => act)).toEqual([null, 'submit', 'admit']);
    expect(answer.body[2]).toMatchObject({
      actor: chair.participant,
      admittedAs: proposal.life?.admittedAs,
    });
    const seqs = answer.body.map(({ seq }) => seq);
    const entries = seqs.map((seq) => chair.room.getView().record?.events.get(seq)?.type);
    expect(entries).toEqual(['proposals.captured', 'proposals.moved', 'proposals.moved']);
  });

  it.each<[string, () => Promise<Done>, string]>([
    ['a step to an expert who submits nothing', () => move(expert, 'submit'), 'not_submitter'],
    ['a step to an observer', () => move(observer, 'submit'), 'forbidden'],
    [
      'admission to the rapporteur',
      async () => (await bringTo('submit'), move(rapporteur, 'admit')),
      'forbidden',
    ],
    ['admission of what is not submitted', () => move(chair, 'admit'), 'proposal_move'],
    ['a decision before the discussion', () => decide(chair, 'adopted'), 'proposal_move'],
    ['a decision by an expert', () => decide(expert, 'adopted'), 'forbidden'],
    ['a referral to nobody', () => move(chair, 'refer'), 'invalid'],
    [
      'a refusal without a reason',
      async () => (await bringTo('submit'), move(chair, 'not_admit')),
      'reason_required',
    ],
    ['a step that there is not', () => move(chair, 'decide' as 'admit'), 'invalid'],
    ['a merger into itself', () => merge(proposal.id), 'invalid'],
    ['a merger into nothing', () => merge(meeting.id), 'not_found'],
  ])('refuses %s, and leaves the proposal as it is', async (_, attempt, code) => {
    const answer = await attempt();
    expect(answer).toMatchObject({ ok: false, error: { code } });
    const { body } = await secretary.get<ProposalView>(
      `/api/v1/meetings/${meeting.id}/proposals/${String(proposal.number)}`,
    );
    expect(body).toEqual(proposal);
  });

  const merge = (into: string) =>
    rapporteur.room.mergeProposal({ proposal: proposal.id, version: proposal.version, into }).done;

  it('finds it for whoever captures the like, and for nobody else', async () => {
    const asked = new URLSearchParams({ words: 'publishing the flow data each month' });
    const path = `/api/v1/meetings/${meeting.id}/proposals/similar?${String(asked)}`;
    const found = await secretary.get<SimilarProposal[]>(path);
    expect(found.body.length).toBeGreaterThan(0);
    expect(found.body[0]).toMatchObject({ title: WORDS });
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie: expert.cookie } });
    expect(answer.status).toBe(403);
    const none = await secretary.get(`/api/v1/meetings/${meeting.id}/proposals/similar`);
    expect(none.status).toBe(400);
  });

  it('is the same for whoever was away and for whoever comes anew', async () => {
    await bringTo('submit', 'admit', 'discuss');
    const done = await decide(chair, 'adopted');
    const seen = await seenBy(expert, done);
    await whenState(expert.room, ({ record }) => (record?.head ?? 0) >= (done.ok ? done.seq : 0));
    const { body } = await secretary.get<ProposalView>(
      `/api/v1/meetings/${meeting.id}/proposals/${String(proposal.number)}`,
    );
    expect(seen).toEqual(body);
  });
});

function proposalsOf({ room }: RoomVisitor): readonly ProposalView[] {
  return room.getView().record?.snapshot.proposals.proposals ?? [];
}
