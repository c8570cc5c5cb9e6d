import type { ProposalState, ProposalView } from '@roundtable/contracts';
import { describe, expect, it } from '@jest/globals';
import { changeProposal, withdrawProposal } from './proposal-changes.js';

function proposal(over: Partial<ProposalView> = {}): ProposalView {
  return {
    id: 'p1',
    number: 1,
    title: 'Exchange of flow data',
    text: 'Flow data are exchanged every month.',
    state: 'captured',
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 3,
    capturedBy: null,
    capturedAt: '2026-03-02T09:00:00.000Z',
    sources: [],
    positions: [],
    decision: null,
    ...over,
  };
}

describe('changing a proposal', () => {
  it('changes the fields named and leaves the others', () => {
    const changed = changeProposal(proposal({ timeline: 'spring' }), { version: 3, focusArea: 'Water' });
    expect(changed).toEqual(proposal({ timeline: 'spring', focusArea: 'Water', version: 4 }));
  });

  it('empties a field that is set to null', () => {
    expect(
      changeProposal(proposal({ timeline: 'spring' }), { version: 3, timeline: null }).timeline,
    ).toBeNull();
  });

  it('refuses a change made on an older version and shows the current one', () => {
    const current = proposal();
    expect(() => changeProposal(current, { version: 2, title: 'Other' })).toThrow(
      expect.objectContaining({ code: 'stale_version', data: { version: 3, proposal: current } }),
    );
  });

  it('refuses a change that changes nothing', () => {
    const refused = expect.objectContaining({ code: 'nothing_changed' });
    expect(() => changeProposal(proposal(), { version: 3 })).toThrow(refused);
    expect(() => changeProposal(proposal(), { version: 3, title: proposal().title, timeline: null })).toThrow(
      refused,
    );
  });

  it.each<ProposalState>(['withdrawn', 'deciding', 'adopted', 'rejected', 'merged'])(
    'refuses to touch what is %s',
    (state) => {
      const refused = expect.objectContaining({ code: 'proposal_state' });
      expect(() => changeProposal(proposal({ state }), { version: 3, title: 'Other' })).toThrow(refused);
      expect(() => withdrawProposal(proposal({ state }))).toThrow(refused);
    },
  );

  it('withdraws as a new version', () => {
    expect(withdrawProposal(proposal())).toEqual(proposal({ state: 'withdrawn', version: 4 }));
  });
});
