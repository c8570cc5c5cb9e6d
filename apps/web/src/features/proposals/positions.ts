import type { PositionView } from '@roundtable/contracts';

export interface PositionCounts {
  for: number;
  against: number;
  undecided: number;
}

export function countPositions(positions: readonly PositionView[]): PositionCounts {
  const counts = { for: 0, against: 0, undecided: 0 };
  for (const { value } of positions) counts[sideOf(value)]++;
  return counts;
}

export function sideOf(value: number): keyof PositionCounts {
  if (value === 0) return 'undecided';
  return value > 0 ? 'for' : 'against';
}
