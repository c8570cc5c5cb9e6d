/** Numbers `from` to `to`, both included; empty where `to` is below `from`. */
export interface SeqRange {
  from: number;
  to: number;
}

/** Which page is asked for: at most one of the three; none means the newest. */
export interface PageWish {
  before?: number | undefined;
  after?: number | undefined;
  around?: number | undefined;
  limit: number;
}

/** Numbers have no gaps, so a page is a range of them: which one, in a record whose newest entry is `head`. */
export function pageRange({ before, after, around, limit }: PageWish, head: number): SeqRange {
  if (after !== undefined) return clamp(after + 1, after + limit, head);
  if (around !== undefined) return rangeAround(around, limit, head);
  const to = Math.min(before === undefined ? head : before - 1, head);
  return clamp(to - limit + 1, to, head);
}

/** Near either end of the record the page is shifted, so that it is still full. */
function rangeAround(seq: number, limit: number, head: number): SeqRange {
  const wanted = Math.max(1, seq - Math.floor(limit / 2));
  const to = Math.min(head, wanted + limit - 1);
  return clamp(to - limit + 1, to, head);
}

function clamp(from: number, to: number, head: number): SeqRange {
  return { from: Math.max(1, from), to: Math.min(to, head) };
}
