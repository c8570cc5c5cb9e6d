import { describe, expect, it } from '@jest/globals';
import type { Permission, ProposalState, ProposalView } from '@roundtable/contracts';
import { mayWrite, possibleMoves, type Mover } from './possible-moves.js';

function proposal(state: ProposalState, publishedAt: string | null = null): ProposalView {
  const submitters = [{ kind: 'delegation' as const, id: 'north' }];
  const life = { submitters, publishedAt, admittedAs: null } as ProposalView['life'] & object;
  return { id: 'p1', state, life } as ProposalView;
}

function mover(delegation: string, ...permissions: Permission[]): Mover {
  return { participant: 'me', delegation, may: (permission) => permissions.includes(permission) };
}

const chair = mover('none', 'proposals.conduct', 'proposals.capture', 'proposals.change');
const rapporteur = mover('none', 'proposals.capture', 'proposals.change');
const north = mover('north', 'proposals.change');
const south = mover('south', 'proposals.change');

describe('the steps that are offered', () => {
  it('are those the person may take from here', () => {
    expect(possibleMoves(proposal('submitted'), chair)).toEqual([
      'admit',
      'not_admit',
      'withdraw',
      'merge',
      'refer',
      'adjourn',
    ]);
    expect(possibleMoves(proposal('submitted'), rapporteur)).toEqual(['withdraw', 'merge']);
    expect(possibleMoves(proposal('captured'), north)).toEqual(['submit', 'withdraw']);
    expect(possibleMoves(proposal('captured'), south)).toEqual([]);
  });

  it('publish a decision once, and let staff undo a merger', () => {
    expect(possibleMoves(proposal('adopted'), chair)).toEqual(['publish']);
    expect(possibleMoves(proposal('adopted', '2026-03-02'), chair)).toEqual([]);
    expect(possibleMoves(proposal('merged'), rapporteur)).toEqual(['reopen']);
    expect(possibleMoves(proposal('not_decided'), rapporteur)).toEqual([]);
  });

  it('let submitters write until admission', () => {
    expect(mayWrite(proposal('submitted'), north)).toBe(true);
    expect(mayWrite(proposal('admitted'), north)).toBe(false);
    expect(mayWrite(proposal('captured'), south)).toBe(false);
    expect(mayWrite(proposal('admitted'), rapporteur)).toBe(true);
  });
});
