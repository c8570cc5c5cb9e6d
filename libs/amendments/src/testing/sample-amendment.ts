import type { AmendmentView } from '@roundtable/contracts';

/** An amendment as a test wants it; the rest is plain. */
export function sampleAmendment(number: number, over: Partial<AmendmentView> = {}): AmendmentView {
  return {
    id: `amendment-${number}`,
    proposal: 'proposal',
    number,
    label: `P-1-A${number}`,
    kind: 'replace',
    version: 1,
    paragraph: 1,
    was: 'Before.',
    text: 'After.',
    reason: null,
    sponsors: [{ kind: 'person', id: 'temir' }],
    state: 'tabled',
    revision: 1,
    needs: null,
    recommendation: null,
    decision: null,
    mergedIn: null,
    stands: [],
    promotedTo: null,
    tabledBy: 'temir',
    tabledAt: '2026-11-22T09:00:00.000Z',
    changedAt: '2026-11-22T09:00:00.000Z',
    ...over,
  };
}
