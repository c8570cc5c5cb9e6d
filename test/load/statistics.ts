/** A figure of several rounds. */
export interface Spread {
  median: number;
  min: number;
  max: number;
  /** One for each round, in their order. */
  values: readonly number[];
}

/** The middle value; between the two middle ones where there are as many below as above. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
    : (sorted[Math.floor(middle)] ?? 0);
}

/** The value that `share` (0 to 1) of the others do not exceed, by nearest rank. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? Number.NaN;
}

/** Sums several rounds up. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), values };
}

/**
 * Compares two series round by round, since what disturbs a machine disturbs both of one round.
 * @throws Error where they have not the same number of rounds: one of them is void then.
 */
export function ratiosByRound(ours: readonly number[], theirs: readonly number[]): Spread {
  if (ours.length !== theirs.length || ours.length === 0)
    throw new Error(`${ours.length} rounds cannot be compared with ${theirs.length}.`);
  return spreadOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

/** Least squares through the points: y = intercept + slope * x, and how well a line fits (R squared). */
export function fitLine(points: readonly { x: number; y: number }[]): {
  slope: number;
  intercept: number;
  fit: number;
} {
  const count = points.length;
  const mean = (read: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + read(point), 0) / count;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const sum = (read: (point: { x: number; y: number }) => number): number =>
    points.reduce((total, point) => total + read(point), 0);
  const slope = sum((p) => (p.x - x) * (p.y - y)) / sum((p) => (p.x - x) ** 2);
  const intercept = y - slope * x;
  const unexplained = sum((p) => (p.y - intercept - slope * p.x) ** 2);
  const whole = sum((p) => (p.y - y) ** 2);
  return { slope, intercept, fit: whole === 0 ? 1 : 1 - unexplained / whole };
}
