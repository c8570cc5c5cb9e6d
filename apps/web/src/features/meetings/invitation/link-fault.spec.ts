import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../app/api-error.js';
import { isLinkAtFault, lookAgainMs } from './link-fault.js';

const refusal = (code: ApiError['code'], status = 404) => new ApiError({ code, message: code, status });

describe('a page behind a personal link', () => {
  it.each(['link_invalid', 'link_revoked', 'link_expired', 'participant_removed', 'not_found'] as const)(
    'looks no more where the answer was %s',
    (code) => {
      expect(isLinkAtFault(refusal(code))).toBe(true);
      expect(lookAgainMs(refusal(code))).toBe(false);
    },
  );

  it('looks again while the link opens, and where it may open later', () => {
    for (const problem of [null, refusal('rate_limited', 429), refusal('busy', 503), new Error('offline')])
      expect(lookAgainMs(problem)).toBeGreaterThan(0);
  });
});
