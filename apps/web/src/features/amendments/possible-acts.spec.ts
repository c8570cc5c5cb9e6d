import { describe, expect, it } from '@jest/globals';
import type { AmendmentView, Permission, ProposalView } from '@roundtable/contracts';
import { possibleActs } from './possible-acts.js';

const amendment = (over: Partial<AmendmentView> = {}) =>
  ({
    state: 'tabled',
    sponsors: [{ kind: 'person', id: 'aigul' }],
    tabledBy: 'aigul',
    promotedTo: null,
    ...over,
  }) as AmendmentView;
const proposal = {
  state: 'under_discussion',
  life: { submitters: [{ kind: 'delegation', id: 'north' }] },
} as ProposalView;
const person = (participant: string, delegation: string | null, ...permissions: Permission[]) => ({
  participant,
  delegation,
  may: (permission: Permission) => permissions.includes(permission),
});
const sponsor = person('aigul', null, 'amendments.table');
const submitter = person('bakyt', 'north', 'amendments.table');
const chair = person('gulnara', null, 'amendments.table', 'amendments.decide');
const secretary = person('timur', null, 'amendments.table', 'amendments.merge');
const observer = person('nodira', null);

describe('what can be done with an amendment', () => {
  it('is to decide it for the chair, and to take it over as friendly for a submitter', () => {
    expect(possibleActs(amendment(), proposal, chair)).toEqual(['accept', 'reject', 'join']);
    expect(possibleActs(amendment(), proposal, submitter)).toEqual(['befriend', 'join', 'join_delegation']);
  });

  it('is to withdraw it for its sponsor, who cannot leave it without any', () => {
    expect(possibleActs(amendment(), proposal, sponsor)).toEqual(['withdraw']);
    const two = amendment({ sponsors: [...amendment().sponsors, { kind: 'delegation', id: 'north' }] });
    expect(possibleActs(two, proposal, sponsor)).toEqual(['leave', 'withdraw']);
    expect(possibleActs(two, proposal, submitter)).toContain('leave_delegation');
  });

  it('is to withdraw, to rebase and to promote for the lead sponsor only, and to leave for the others', () => {
    const joined = [...amendment().sponsors, { kind: 'delegation' as const, id: 'north' }];
    const acts = (state: AmendmentView['state'], sponsors = joined) =>
      possibleActs(amendment({ state, sponsors }), proposal, submitter);
    expect(acts('tabled')).toEqual(['befriend', 'join', 'leave_delegation']);
    expect(acts('needs_rebase')).toEqual(['join', 'leave_delegation']);
    expect(acts('rejected')).toEqual([]);
    expect(acts('rejected', joined.slice(1))).toEqual(['promote', 'withdraw']);
  });

  it('is to bring it up to date before anything is decided', () => {
    const behind = amendment({ state: 'needs_rebase' });
    expect(possibleActs(behind, proposal, sponsor)).toContain('rebase');
    expect(possibleActs(behind, proposal, chair)).not.toContain('accept');
    expect(possibleActs(behind, proposal, submitter)).not.toContain('befriend');
  });

  it('is to make a proposal of it once, after it was rejected', () => {
    const rejected = amendment({ state: 'rejected' });
    expect(possibleActs(rejected, proposal, sponsor)).toContain('promote');
    expect(possibleActs(rejected, proposal, submitter)).not.toContain('promote');
    const promoted = amendment({ state: 'rejected', promotedTo: 'another' });
    expect(possibleActs(promoted, proposal, sponsor)).not.toContain('promote');
  });

  it('is for staff what it is for the sponsor whom they act for', () => {
    expect(possibleActs(amendment({ state: 'needs_rebase' }), proposal, secretary)).toEqual([
      'rebase',
      'join',
      'withdraw',
    ]);
  });

  it('is no decision while the proposal itself is being decided', () => {
    const deciding = { ...proposal, state: 'deciding' } as ProposalView;
    expect(possibleActs(amendment(), deciding, chair)).toEqual(['join']);
    expect(possibleActs(amendment(), deciding, submitter)).not.toContain('befriend');
  });

  it('is nothing for those who may only read, and nothing any more once it is in the text', () => {
    for (const state of ['tabled', 'accepted', 'needs_rebase', 'rejected'] as const)
      expect(possibleActs(amendment({ state }), proposal, observer)).toEqual([]);
    for (const who of [chair, sponsor, submitter])
      expect(possibleActs(amendment({ state: 'merged' }), proposal, who)).toEqual([]);
  });
});
