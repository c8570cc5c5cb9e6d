/** A fault and when it was. */
export interface FaultWindow {
  kind: string;
  /** ms since 1970. */
  from: number;
  to: number;
}

/** What a fault may still cause after it is over: clients come back with growing pauses. */
const AFTERMATH_MS = 15_000;

/**
 * Gives, by kind of fault, the longest time in ms in which nothing in some room was acknowledged, as far as it overlaps the
 * fault and its aftermath. `rooms` holds the times of the acknowledgements of each room.
 */
export function longestSilences(
  rooms: readonly (readonly number[])[],
  faults: readonly FaultWindow[],
): Record<string, number> {
  const longest: Record<string, number> = {};
  faults.forEach(({ kind, from, to }, index) => {
    const next = faults[index + 1]?.from ?? Infinity;
    const until = Math.min(to + AFTERMATH_MS, next);
    const silence = Math.max(0, ...rooms.map((times) => longestSilence(times, from, until)));
    longest[kind] = Math.max(longest[kind] ?? 0, silence);
  });
  return longest;
}

function longestSilence(times: readonly number[], from: number, until: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let longest = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    const [begin, end] = [sorted[index - 1] as number, sorted[index] as number];
    if (end > from && begin < until) longest = Math.max(longest, end - begin);
  }
  return longest;
}
