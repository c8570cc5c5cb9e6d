import { describe, expect, it } from '@jest/globals';
import type { ProposalView, RoomSnapshot, SetLineView, SetView } from '@roundtable/contracts';
import { findAdopted } from './adopted-proposal.js';

type Basis = Pick<RoomSnapshot, 'proposals' | 'publications'>;

function basis(
  state: ProposalView['state'],
  line: Partial<SetLineView> | null,
  set: SetView['state'] = 'draft',
): Basis {
  const proposal = { id: 'p', number: 3, title: 'As it reads now', state } as ProposalView;
  const lines = line
    ? [{ id: 'l', proposal: 'p', title: 'As it was adopted', adoption: null, ...line } as SetLineView]
    : [];
  return {
    proposals: { proposals: [proposal], decisions: [] },
    publications: { set: line ? ({ state: set } as SetView) : null, lines, communique: null },
  };
}

describe('what was adopted of a proposal', () => {
  const alone = { adoption: { by: 'a', at: '2026-11-24T09:00:00.000Z', reason: null } };

  it('is its line, as that read, where the line was adopted alone or with the set', () => {
    const found = { proposal: 'p', number: 3, title: 'As it was adopted', line: 'l' };
    expect(findAdopted(basis('under_discussion', alone), 'p')).toEqual(found);
    expect(findAdopted(basis('captured', {}, 'adopted'), 'p')).toEqual(found);
  });

  it.each(['adopted', 'adopted_as_amended'] as const)('is the proposal itself where it is %s', (state) => {
    const found = { proposal: 'p', number: 3, title: 'As it reads now', line: null };
    expect(findAdopted(basis(state, null), 'p')).toEqual(found);
    expect(findAdopted(basis(state, {}), 'p')).toEqual(found);
  });

  it('is nothing where neither was', () => {
    expect(() => findAdopted(basis('rejected', {}), 'p')).toThrow('that was adopted');
    expect(() => findAdopted(basis('adopted', null), 'q')).toThrow('no such proposal');
  });
});
