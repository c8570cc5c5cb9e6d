import { describe, expect, it } from '@jest/globals';
import { differs, draftOf, faultsIn, isSecure, rebaseReport, reportOf, shareOf } from './report-draft.js';

const file = { id: 'f', name: 'plan.pdf', type: 'application/pdf', bytes: 1, sha256: '' } as const;
const report = {
  words: 'Ordered.',
  state: 'under_way',
  progress: 20,
  reason: null,
  proofs: [
    { kind: 'link', url: 'https://example.org/', title: null },
    { kind: 'file', file },
  ],
} as const;

describe('a report while it is written', () => {
  const draft = draftOf({ ...report, proofs: [...report.proofs] });

  it('comes back as it was where nothing was changed, with the files sent for it', () => {
    expect(reportOf(draft, ['g'])).toEqual({
      words: 'Ordered.',
      state: 'under_way',
      progress: 20,
      reason: null,
      proofs: [
        { kind: 'link', url: 'https://example.org/', title: null },
        { kind: 'file', file: 'f' },
        { kind: 'file', file: 'g' },
      ],
    });
    expect(faultsIn(draft)).toEqual({});
  });

  it.each([
    [{ words: '  ' }, { words: 'textMissing' }],
    [{ words: 'x'.repeat(2_001) }, { words: 'tooLong' }],
    [{ progress: '101' }, { progress: 'percentWrong' }],
    [{ progress: '1.5' }, { progress: 'percentWrong' }],
    [{ state: 'dropped' }, { reason: 'reasonMissing' }],
    [{ links: [{ url: 'http://a.example', title: '' }] }, { links: 'linkWrong' }],
    [{ kept: Array.from({ length: 11 }, () => file) }, { files: 'tooManyProofs' }],
  ] as const)('says what is wrong with %j', (over, fault) => {
    expect(faultsIn({ ...draft, ...over } as typeof draft)).toEqual(fault);
  });

  it('is at 100 % where it is done and at 0 % where it is planned', () => {
    expect([shareOf('done', '20'), shareOf('planned', '20'), shareOf('delayed', '20')]).toEqual([
      '100',
      '0',
      '20',
    ]);
  });

  it('would be lost where something was written or chosen', () => {
    expect(differs({ ...draft }, draft)).toBe(false);
    expect(differs({ ...draft, words: 'Built.' }, draft)).toBe(true);
    expect(differs({ ...draft, files: [new File(['%PDF-1.7'], 'plan.pdf')] }, draft)).toBe(true);
  });

  it('goes on from how far others say it is, unless that was changed here', () => {
    const newest = { ...draft, words: 'Theirs.', state: 'done' as const, progress: '100' };
    const mine = { ...draft, words: 'Mine.' };
    expect(rebaseReport(mine, draft, newest)).toEqual({ ...mine, state: 'done', progress: '100' });
    const late = { ...mine, state: 'delayed' as const };
    expect(rebaseReport(late, draft, newest)).toEqual(late);
  });

  it('takes no address that could be another one', () => {
    expect(['https://a.example', 'javascript:alert(1)', 'https://a@b.example', ''].map(isSecure)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
