import type { TranscriptOutline } from '@roundtable/contracts';
import type { PassageFilter } from './reading-address.js';

const hourMs = 3_600_000;

/**
 * Instants between which one can choose: the hours in which something was said, and whatever the address holds. What
 * would end before it begins is not offered.
 */
export function periodChoices(hours: TranscriptOutline['hours'], filter: Pick<PassageFilter, 'from' | 'to'>) {
  const begins = hours.map(({ startsAt }) => startsAt);
  const ends = begins.map((startsAt) => new Date(Date.parse(startsAt) + hourMs).toISOString());
  return {
    from: choices(begins, filter.from).filter(({ value }) => filter.to === null || value < filter.to),
    to: choices(ends, filter.to).filter(({ value }) => filter.from === null || value > filter.from),
  };
}

function choices(instants: string[], held: string | null): { value: string }[] {
  const all = new Set(held === null ? instants : [...instants, held]);
  return [...all].sort().map((value) => ({ value }));
}
