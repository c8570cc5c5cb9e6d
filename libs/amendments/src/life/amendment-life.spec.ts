import { describe, expect, it } from '@jest/globals';
import {
  AMENDMENT_STATES,
  type AmendmentState,
  type AmendmentView,
  type ProposalView,
} from '@roundtable/contracts';
import type { ActingPerson } from '@roundtable/proposals';
import { sampleAmendment } from '../testing/sample-amendment.js';
import {
  acceptFriendly,
  changeSponsors,
  decideAmendment,
  demandMergeable,
  demandPromotable,
  demandRebasable,
  recommendOn,
  withdrawAmendment,
} from './amendment-life.js';

const AT = '2026-11-22T10:00:00.000Z';
const sponsor: ActingPerson = { participant: 'temir', delegation: 'basin', isStaff: false, conducts: false };
const submitter: ActingPerson = { ...sponsor, participant: 'ainura', delegation: null };
const lead = {
  id: 'proposal',
  state: 'admitted',
  life: { submitters: [{ kind: 'person', id: 'ainura' }] },
} as ProposalView;
const deciding = { proposal: lead, revision: 1, reason: null, by: 'chair', at: AT, decider: 'Nurlan' };

const STEPS: Record<string, (state: AmendmentState) => unknown> = {
  accept: (state) => acceptFriendly(sampleAmendment(1, { state }), submitter, deciding),
  decide: (state) =>
    decideAmendment(sampleAmendment(1, { state }), { result: 'rejected', friendly: false }, deciding),
  withdraw: (state) => withdrawAmendment(sampleAmendment(1, { state }), sponsor, AT),
  sponsor: (state) =>
    changeSponsors(
      sampleAmendment(1, { state }),
      { sponsor: { kind: 'delegation', id: 'basin' }, joins: true },
      AT,
    ),
  recommend: (state) =>
    recommendOn(
      sampleAmendment(1, { state }),
      { advice: 'accept', reason: null, by: 'rapporteur', at: AT },
      AT,
    ),
  rebase: (state) => demandRebasable(sampleAmendment(1, { state }), lead, { person: sponsor, revision: 1 }),
  merge: (state) => demandMergeable(sampleAmendment(1, { state })),
  promote: (state) => demandPromotable(sampleAmendment(1, { state }), sponsor, 1),
};

const POSSIBLE: Record<string, AmendmentState[]> = {
  accept: ['tabled'],
  decide: ['tabled'],
  withdraw: ['tabled', 'needs_rebase', 'rejected'],
  sponsor: ['tabled', 'needs_rebase'],
  recommend: ['tabled', 'needs_rebase'],
  rebase: ['needs_rebase'],
  merge: ['accepted'],
  promote: ['rejected'],
};

function isRefused(step: () => unknown): boolean {
  try {
    step();
    return false;
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/^amendment_/);
    return true;
  }
}

describe('the life of an amendment', () => {
  it.each(Object.keys(STEPS))('lets %s be from the states it may be from, and from no other', (name) => {
    const possible = AMENDMENT_STATES.filter((state) => !isRefused(() => STEPS[name]?.(state)));
    expect(possible.sort()).toEqual(POSSIBLE[name]?.sort());
  });

  it('keeps how it was decided, and tells it to who decides again', () => {
    const accepted = acceptFriendly(sampleAmendment(1), submitter, { ...deciding, by: 'ainura' });
    expect(accepted).toMatchObject({ state: 'accepted', decision: { friendly: true, by: 'ainura', at: AT } });
    expect(() => decideAmendment(accepted, { result: 'rejected', friendly: false }, deciding)).toThrow(
      'Amendment P-1-A1 was accepted as friendly by Nurlan. Nothing was recorded again.',
    );
  });

  it('knows the lead sponsor as a person and by their delegation, and staff for them', () => {
    const ofDelegation = sampleAmendment(1, { sponsors: [{ kind: 'delegation', id: 'basin' }] });
    expect(withdrawAmendment(ofDelegation, sponsor, AT).state).toBe('withdrawn');
    expect(withdrawAmendment(ofDelegation, { ...submitter, isStaff: true }, AT).state).toBe('withdrawn');
    expect(() => withdrawAmendment(ofDelegation, submitter, AT)).toThrow('Only the lead sponsor');
  });

  it.each<[string, (amendment: AmendmentView) => unknown]>([
    ['withdrawn', (amendment) => withdrawAmendment(amendment, submitter, AT)],
    [
      'brought up to date',
      (amendment) => demandRebasable(amendment, lead, { person: submitter, revision: 1 }),
    ],
    ['made a proposal', (amendment) => demandPromotable(amendment, submitter, 1)],
  ])('is not %s by who only joined, but by them once they lead', (_, step) => {
    const joined = { kind: 'person' as const, id: 'ainura' };
    const left = sampleAmendment(1, { sponsors: [joined] });
    const both = { ...left, sponsors: [...sampleAmendment(1).sponsors, joined] };
    expect(() => step({ ...both, state: 'needs_rebase' })).toThrow('Only the lead sponsor');
    expect(() => step(left)).not.toThrow('Only the lead sponsor');
  });

  it('is led by who tabled it wherever they stand among the sponsors, and no longer once they left', () => {
    const others = [
      { kind: 'person' as const, id: 'ainura' },
      { kind: 'person' as const, id: 'nurlan' },
    ];
    const withDelegation = [...others, { kind: 'delegation' as const, id: 'basin' }];
    const withdraw = (sponsors: AmendmentView['sponsors']) =>
      withdrawAmendment(sampleAmendment(1, { sponsors }), sponsor, AT).state;
    expect(withdraw([...others, { kind: 'person', id: 'temir' }])).toBe('withdrawn');
    expect(withdraw(withDelegation)).toBe('withdrawn');
    expect(() => withdraw(others)).toThrow('Only the lead sponsor');
    const colleague = { ...sponsor, participant: 'aida' };
    expect(() => withdrawAmendment(sampleAmendment(1, { sponsors: withDelegation }), colleague, AT)).toThrow(
      'Only the lead sponsor',
    );
  });

  it('does not let the last sponsor leave, nor anything be decided once the proposal is', () => {
    const leave = { sponsor: { kind: 'person' as const, id: 'temir' }, joins: false };
    expect(() => changeSponsors(sampleAmendment(1), leave, AT)).toThrow('Withdraw it instead');
    const adopted = { ...deciding, proposal: { ...lead, state: 'adopted' as const } };
    expect(() =>
      decideAmendment(sampleAmendment(1), { result: 'accepted', friendly: false }, adopted),
    ).toThrow('adopted');
  });
});
