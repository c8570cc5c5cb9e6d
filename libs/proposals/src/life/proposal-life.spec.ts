import {
  PROPOSAL_ACTS,
  PROPOSAL_MOVES,
  PROPOSAL_STATES,
  type MoveProposal,
  type ProposalAct,
  type ProposalLife,
  type ProposalState,
  type ProposalView,
} from '@roundtable/contracts';
import { describe, expect, it } from '@jest/globals';
import type { ActingPerson } from './acting-person.js';
import { decideProposal } from './decide-proposal.js';
import { giveBack, mergeProposals } from './merge-proposals.js';
import { lifeOf, moveProposal, withLife } from './proposal-life.js';
import { recommend } from './recommend.js';

const AT = '2026-03-02T10:00:00.000Z';
const chair: ActingPerson = { participant: 'chair', delegation: null, isStaff: true, conducts: true };
const rapporteur: ActingPerson = { ...chair, participant: 'rapporteur', conducts: false };
const submitter: ActingPerson = {
  participant: 'submitter',
  delegation: 'north',
  isStaff: false,
  conducts: false,
};
const expert: ActingPerson = { ...submitter, participant: 'expert', delegation: 'south' };

const WAYS: Record<MoveProposal['act'], Partial<Record<ProposalState, ProposalState>>> = {
  submit: { captured: 'submitted' },
  admit: { submitted: 'admitted' },
  not_admit: { submitted: 'not_admitted' },
  discuss: { admitted: 'under_discussion', deciding: 'under_discussion' },
  put: { under_discussion: 'deciding' },
  refer: {
    captured: 'referred',
    submitted: 'referred',
    admitted: 'referred',
    under_discussion: 'referred',
  },
  adjourn: {
    captured: 'adjourned',
    submitted: 'adjourned',
    admitted: 'adjourned',
    under_discussion: 'adjourned',
  },
  resume: { referred: 'admitted', adjourned: 'admitted' },
  reopen: { merged: 'admitted', not_admitted: 'submitted', not_decided: 'under_discussion' },
  publish: {
    adopted: 'adopted',
    adopted_as_amended: 'adopted_as_amended',
    rejected: 'rejected',
    not_decided: 'not_decided',
  },
};
const ACTS = Object.keys(WAYS) as MoveProposal['act'][];

function proposal(state: ProposalState, life: Partial<ProposalLife> = {}): ProposalView {
  const bare: ProposalView = {
    id: 'p1',
    number: 4,
    title: 'A joint gauge',
    text: 'A joint gauge is built.',
    state,
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 3,
    capturedBy: 'rapporteur',
    capturedAt: AT,
    sources: [],
    positions: [],
    decision: null,
  };
  return withLife(bare, { before: 'admitted', submitters: [{ kind: 'person', id: 'submitter' }], ...life });
}

function move(before: ProposalView, act: MoveProposal['act'], person = chair, over: object = {}) {
  const intent = { act, version: 3, reason: 'as agreed', ...over };
  return moveProposal(before, intent, { person, nextAdmission: 7, at: AT });
}

const refused = (code: string) => expect.objectContaining({ code });

describe('the life of a proposal', () => {
  const every = ACTS.flatMap((act) => PROPOSAL_STATES.map((state) => [act, state] as const));

  it.each(every)('%s from %s leads where the table says, or nowhere', (act, state) => {
    const to = WAYS[act][state];
    if (to === undefined) {
      expect(() => move(proposal(state), act)).toThrow(refused('proposal_move'));
      return;
    }
    const moved = move(proposal(state), act);
    expect([moved.state, moved.version]).toEqual([to, 4]);
  });

  it('names what can be done from where it stands in every refusal', () => {
    for (const state of PROPOSAL_STATES) {
      const acts = PROPOSAL_ACTS.filter((act) => PROPOSAL_MOVES[act].from.includes(state));
      const impossible = ACTS.find((act) => !acts.includes(act)) as MoveProposal['act'];
      expect(() => move(proposal(state), impossible)).toThrow(
        expect.objectContaining({ data: { proposal: 'p1', state, act: impossible, acts } }),
      );
    }
  });

  it.each(ACTS)('%s is taken only by those whose step it is', (act) => {
    const [from] = Object.keys(WAYS[act]) as ProposalState[];
    const before = proposal(from as ProposalState);
    const by = act === 'reopen' ? 'staff' : PROPOSAL_MOVES[act].by;
    const allowed = {
      conduct: [chair],
      staff: [chair, rapporteur],
      submitter: [chair, rapporteur, submitter],
    }[by];
    for (const person of [chair, rapporteur, submitter, expert]) {
      if (allowed.includes(person)) expect(() => move(before, act, person)).not.toThrow();
      else
        expect(() => move(before, act, person)).toThrow(
          refused(by === 'submitter' ? 'not_submitter' : 'forbidden'),
        );
    }
  });

  it('lets the delegation that submits act by any of its people', () => {
    const ours = proposal('captured', { submitters: [{ kind: 'delegation', id: 'south' }] });
    expect(move(ours, 'submit', expert).state).toBe('submitted');
    expect(() => move(ours, 'submit', submitter)).toThrow(refused('not_submitter'));
  });

  it('asks why where the step must be explained', () => {
    const silent = { reason: null };
    expect(() => move(proposal('submitted'), 'not_admit', chair, silent)).toThrow(refused('reason_required'));
    expect(() => move(proposal('not_decided'), 'reopen', chair, silent)).toThrow(refused('reason_required'));
    expect(() => move(proposal('submitted'), 'admit', chair, silent)).not.toThrow();
  });

  it('refuses the second of two steps taken on the same version', () => {
    const first = move(proposal('captured'), 'adjourn');
    expect(() => move(first, 'resume')).toThrow(refused('stale_version'));
  });

  it('numbers at admission, once', () => {
    expect(lifeOf(move(proposal('submitted'), 'admit')).admittedAs).toBe(7);
    expect(lifeOf(move(proposal('submitted', { admittedAs: 2 }), 'admit')).admittedAs).toBe(2);
    expect(lifeOf(move(proposal('captured'), 'submit')).admittedAs).toBeNull();
  });

  it('comes from the meeting itself where staff submit it and named nobody', () => {
    const bare = proposal('captured', { submitters: [] });
    expect(lifeOf(move(bare, 'submit', rapporteur)).submitters).toEqual([{ kind: 'meeting', id: null }]);
    expect(lifeOf(move(proposal('captured'), 'submit')).submitters).toEqual([
      { kind: 'person', id: 'submitter' },
    ]);
  });

  it('remembers where it comes back to, and to whom it was referred', () => {
    const away = move(proposal('under_discussion'), 'refer', chair, { referredTo: 'Working group 2' });
    expect(lifeOf(away)).toMatchObject({ before: 'under_discussion', referredTo: 'Working group 2' });
    const back = move({ ...away, version: 3 }, 'resume');
    expect([back.state, lifeOf(back).referredTo, lifeOf(back).before]).toEqual([
      'under_discussion',
      null,
      null,
    ]);
  });

  it('publishes a decision once, apart from taking it', () => {
    const known = move(proposal('adopted'), 'publish');
    expect(lifeOf(known).publishedAt).toBe(AT);
    expect(() => move({ ...known, version: 3 }, 'publish')).toThrow(refused('proposal_move'));
  });
});

describe('deciding without a poll', () => {
  const context = { person: chair, decider: null, poll: null, id: 'd1', at: AT, seq: 9 };
  const decide = (before: ProposalView, over: object = {}) =>
    decideProposal(before, { version: 3, result: 'adopted_as_amended', ...over }, context);

  it.each(PROPOSAL_STATES)('of what is %s follows the table', (state) => {
    if (state === 'under_discussion' || state === 'deciding')
      expect(decide(proposal(state))).toMatchObject({ proposal: 'p1', text: 'A joint gauge', seq: 9 });
    else expect(() => decide(proposal(state))).toThrow(refused('proposal_move'));
  });

  it('tells the second of two what was decided, by whom and where', () => {
    const decision = { ...decide(proposal('deciding')), decidedBy: 'chair' };
    const decided = { ...proposal('adopted_as_amended'), decision };
    const again = () =>
      decideProposal(
        decided,
        { version: 3, result: 'rejected' },
        { ...context, decider: 'Gulnara Ismailova' },
      );
    expect(again).toThrow(
      expect.objectContaining({
        code: 'proposal_decided',
        message:
          'This proposal was adopted as amended by Gulnara Ismailova in entry 9. Nothing was recorded again.',
        data: expect.objectContaining({ result: 'adopted_as_amended', decidedBy: 'chair', seq: 9 }),
      }),
    );
  });

  it('is refused while a poll decides, to those who do not conduct, and on an older version', () => {
    const deciding = proposal('deciding');
    expect(() =>
      decideProposal(deciding, { version: 3, result: 'adopted' }, { ...context, poll: 2 }),
    ).toThrow(expect.objectContaining({ code: 'proposal_move', data: expect.objectContaining({ poll: 2 }) }));
    expect(() =>
      decideProposal(deciding, { version: 3, result: 'adopted' }, { ...context, person: rapporteur }),
    ).toThrow(refused('forbidden'));
    expect(() => decide(deciding, { version: 2 })).toThrow(refused('stale_version'));
  });
});

describe('merging proposals', () => {
  const source = (seq: number) => ({
    room: 'room',
    seq,
    textSeq: seq,
    from: 0,
    to: 4,
    sha256: '0'.repeat(64),
    words: 'word',
    speaker: null,
    delegation: null,
    at: AT,
  });
  const one = { ...proposal('submitted'), sources: [source(1), source(2)] };
  const other = { ...proposal('under_discussion'), id: 'p2', number: 5, sources: [source(2)] };
  const how = { person: rapporteur, version: 3, reason: 'the same' };

  it('keeps both provenances, each passage once, with the way back', () => {
    const { merged, into } = mergeProposals(one, other, how);
    expect([merged.state, lifeOf(merged).mergedInto, lifeOf(merged).before]).toEqual([
      'merged',
      'p2',
      'submitted',
    ]);
    expect(into.sources).toEqual([source(2), { ...source(1), via: 'p1' }]);
    expect(giveBack(into, 'p1')?.sources).toEqual([source(2)]);
    expect(giveBack(other, 'p1')).toBeNull();
  });

  it.each(PROPOSAL_STATES)('gives back what it brought where the other is open: %s', (state) => {
    const { into } = mergeProposals(one, other, how);
    const isOpen = ['captured', 'submitted', 'admitted', 'under_discussion'].includes(state);
    expect(giveBack({ ...into, state }, 'p1')?.sources ?? null).toEqual(isOpen ? [source(2)] : null);
  });

  it('refuses itself, what is not open, and an older version', () => {
    expect(() => mergeProposals(one, one, how)).toThrow(refused('invalid'));
    expect(() => mergeProposals(one, { ...other, state: 'adopted' }, how)).toThrow(refused('invalid'));
    expect(() => mergeProposals({ ...one, state: 'merged' }, other, how)).toThrow(refused('proposal_move'));
    expect(() => mergeProposals(one, other, { ...how, version: 2 })).toThrow(refused('stale_version'));
    expect(() => mergeProposals(one, other, { ...how, person: submitter })).toThrow(refused('forbidden'));
  });
});

describe('a recommendation', () => {
  const advice = { advice: 'modify', reason: 'shorter', by: 'rapporteur', at: AT } as const;

  it('is given, and taken back, while nothing is decided', () => {
    const advised = recommend(proposal('admitted'), advice) as ProposalView;
    expect(lifeOf(advised).recommendation).toEqual(advice);
    expect(advised.version).toBe(3);
    expect(recommend(advised, { ...advice, at: '2026-03-03T10:00:00.000Z' })).toBeNull();
    expect(lifeOf(recommend(advised, null) as ProposalView).recommendation).toBeNull();
    expect(() => recommend(proposal('adopted'), advice)).toThrow(refused('proposal_state'));
  });
});

describe('the table of moves', () => {
  it('never leads out of what is withdrawn, and decides only what was discussed', () => {
    const leaving = (state: ProposalState): ProposalAct[] =>
      PROPOSAL_ACTS.filter((act) => PROPOSAL_MOVES[act].from.includes(state));
    expect(leaving('withdrawn')).toEqual([]);
    expect(leaving('adopted')).toEqual(['publish']);
    expect(PROPOSAL_MOVES.decide.from).toEqual(['under_discussion', 'deciding']);
  });
});
