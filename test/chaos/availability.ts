/** A fault and when it was. */
export interface FaultWindow {
  kind: string;
  /** ms since 1970. */
  from: number;
  to: number;
}

/** What a fault may still cause after it is over: clients come back with growing pauses. */
const AFTERMATH_MS = 15_000;

/** A silence belongs to the first fault that has so much of it; a moment before the next fault is not its doing. */
const ENOUGH_MS = 500;

/**
 * Gives, by kind of fault, the longest time in ms in which nothing in some room was acknowledged. `rooms` holds the
 * times of the acknowledgements of each room, `faults` are in the order in which they were.
 */
export function longestSilences(
  rooms: readonly (readonly number[])[],
  faults: readonly FaultWindow[],
): Record<string, number> {
  const longest: Record<string, number> = {};
  const spans = faults.map(({ kind, from, to }, index) => {
    const next = faults[index + 1]?.from ?? Infinity;
    return { kind, from, until: Math.max(to, Math.min(to + AFTERMATH_MS, next)) };
  });
  for (const times of rooms) {
    const sorted = [...times].sort((a, b) => a - b);
    for (let index = 1; index < sorted.length; index += 1) {
      const [begin, end] = [sorted[index - 1] as number, sorted[index] as number];
      const enough = Math.min(ENOUGH_MS, (end - begin) / 2);
      const cause = spans.find(({ from, until }) => Math.min(end, until) - Math.max(begin, from) >= enough);
      if (cause && begin !== end) longest[cause.kind] = Math.max(longest[cause.kind] ?? 0, end - begin);
    }
  }
  return longest;
}
