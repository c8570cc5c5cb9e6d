import { describe, expect, it } from '@jest/globals';
import type { ProposalView } from '@roundtable/contracts';
import { isOwnVersion } from './looked-at-proposal.js';

const proposal = (over: Partial<ProposalView> = {}) =>
  ({
    id: 'p',
    version: 4,
    state: 'under_discussion',
    title: 'A gauge',
    text: 'It is read daily.',
    focusArea: null,
    responsible: null,
    timeline: null,
    sources: [],
    ...over,
  }) as unknown as ProposalView;
const own = { proposal: 'p', version: 4, title: 'A joint gauge' };

describe('what was looked at of a proposal', () => {
  it('goes on with the words one was saving oneself', () => {
    expect(isOwnVersion(proposal(), proposal({ version: 5, title: 'A joint gauge' }), own)).toBe(true);
  });

  it.each<[string, Partial<ProposalView>]>([
    ['another text', { version: 5, title: 'A joint gauge', text: 'It is read hourly.' }],
    ['other words in the same field', { version: 5, title: 'Their gauge' }],
    ['another state', { version: 5, title: 'A joint gauge', state: 'deciding' }],
    ['a version more', { version: 6, title: 'A joint gauge' }],
  ])('does not go on with %s', (_, newest) => {
    expect(isOwnVersion(proposal(), proposal(newest), own)).toBe(false);
  });
});
