import { describe, expect, it } from '@jest/globals';
import type { PassageView, TranscriptPage } from '@roundtable/contracts';
import { covers, extendBack, extendForward, renew, windowOf } from './passage-window.js';

function page(from: number, to: number, ends: Partial<TranscriptPage> = {}): TranscriptPage {
  const passages = Array.from(
    { length: to - from + 1 },
    (_, index) => ({ seq: from + index }) as PassageView,
  );
  return { head: 100, total: 100, passages, before: from, after: to, ...ends };
}
const seqs = ({ passages }: { passages: readonly PassageView[] }) => passages.map(({ seq }) => seq);

describe('the loaded stretch of a transcript', () => {
  it('grows at both ends without doubling what pages share', () => {
    const middle = windowOf(page(10, 12));
    const grown = extendForward(extendBack(middle, page(8, 10)), page(12, 14));
    expect(seqs(grown)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect([grown.before, grown.after]).toEqual([8, 14]);
  });

  it('shows what was read anew in its old place, and counts as old as its oldest page', () => {
    const grown = extendForward(windowOf(page(10, 12)), page(13, 14, { head: 120 }));
    expect(grown.head).toBe(100);
    const renewed = renew(grown, {
      head: 120,
      passages: [{ seq: 11, body: 'Two gauges.' } as PassageView, { seq: 99 } as PassageView],
    });
    expect(seqs(renewed)).toEqual([10, 11, 12, 13, 14]);
    expect(renewed).toMatchObject({ head: 120, passages: { 1: { body: 'Two gauges.' } } });
  });

  it('stays the very same object where nothing came after', () => {
    const window = windowOf(page(10, 12, { after: null }));
    const nothing = { ...page(1, 0), after: null };
    expect(extendForward(window, nothing)).toBe(window);
  });

  it('covers places between passages and beyond an end of the transcript, not beyond what is loaded', () => {
    const window = windowOf({
      ...page(10, 12),
      passages: page(10, 10).passages.concat(page(20, 20).passages),
    });
    expect(covers(window, 15)).toBe(true);
    expect(covers(window, 21)).toBe(false);
    expect(covers({ ...window, after: null }, 21)).toBe(true);
    expect(covers({ ...window, before: null }, 3)).toBe(true);
  });

  it('covers everything where a filter leaves nothing', () => {
    expect(covers({ passages: [], before: null, after: null, total: 0, head: 9 }, 7)).toBe(true);
  });
});
