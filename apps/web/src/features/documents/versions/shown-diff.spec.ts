import { describe, expect, it } from '@jest/globals';
import type { DiffPart } from '@roundtable/contracts';
import { countChanges, shortened } from './shown-diff.js';

const words = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `w${from + index} `).join('');

describe('what is shown of a comparison', () => {
  it('keeps the words around each change and counts what it leaves out', () => {
    const parts: DiffPart[] = [
      { kind: 'same', words: words(1, 100) },
      { kind: 'removed', words: 'old ' },
      { kind: 'added', words: 'new ' },
      { kind: 'same', words: words(101, 200) },
    ];
    expect(shortened(parts)).toEqual([
      { kind: 'skipped', count: 88 },
      { kind: 'same', words: words(89, 100) },
      { kind: 'removed', words: 'old ' },
      { kind: 'added', words: 'new ' },
      { kind: 'same', words: words(101, 112) },
      { kind: 'skipped', count: 88 },
    ]);
    expect(countChanges(parts)).toEqual({ added: 1, removed: 1 });
  });

  it('shows short stretches whole, and both ends of a long one between two changes', () => {
    const change: DiffPart = { kind: 'added', words: 'x ' };
    const short: DiffPart = { kind: 'same', words: words(1, 20) };
    expect(shortened([change, short, change])).toEqual([change, short, change]);
    expect(shortened([change, { kind: 'same', words: words(1, 60) }, change])).toEqual([
      change,
      { kind: 'same', words: words(1, 12) },
      { kind: 'skipped', count: 36 },
      { kind: 'same', words: words(49, 60) },
      change,
    ]);
  });

  it('shows white space that changed, and nothing of nothing', () => {
    expect(shortened([])).toEqual([]);
    expect(shortened([{ kind: 'same', words: '\n\n' }])).toEqual([{ kind: 'same', words: '\n\n' }]);
  });
});
