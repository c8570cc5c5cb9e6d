import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignRuns } from './source-runs.js';

describe('laying shown text over its source', () => {
  it('gives one run where both are the same', () => {
    expect(alignRuns('reservoir', 'The **reservoir** holds', 6)).toEqual([{ text: 'reservoir', from: 6 }]);
  });

  it('steps over escapes', () => {
    expect(alignRuns('a * b', 'a \\* b', 0)).toEqual([
      { text: 'a ', from: 0 },
      { text: '* b', from: 3 },
    ]);
  });

  it('keeps the whole of a character reference', () => {
    expect(alignRuns('a < b', 'a &lt; b', 0)).toEqual([
      { text: 'a ', from: 0 },
      { text: '<', from: 2, to: 6 },
      { text: ' b', from: 6 },
    ]);
  });

  it('steps over the markers of a quotation that goes on', () => {
    expect(alignRuns('second', '> first\n> second', 7)).toEqual([{ text: 'second', from: 10 }]);
  });

  it('finds nothing where the text is not', () => {
    expect(alignRuns('absent', 'present', 0)).toBeNull();
  });

  it('gives runs whose source is what is shown, whatever is escaped', () => {
    const escapable = fc.array(fc.constantFrom('a', 'й', ' ', '*', '_', '`', '🏔', '\\'), { maxLength: 60 });
    fc.assert(
      fc.property(escapable, (characters) => {
        const source = characters.map((each) => (/[*_`\\]/.test(each) ? `\\${each}` : each)).join('');
        const runs = alignRuns(characters.join(''), source, 0) ?? [];
        return runs.every((run) => source.startsWith(run.text, run.from));
      }),
    );
  });
});
