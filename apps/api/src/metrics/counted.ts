import { askedCount } from '@roundtable/platform';
import type { Registry } from 'prom-client';

/** What somebody counts since the start, by what became of it. */
interface Counts {
  readonly [fate: string]: number;
}

/** Declares counts that a part of the server keeps itself; `label` names what tells them apart. */
export function countedMetric(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label: string },
  counts: () => Counts,
): void {
  const ask = () => Object.entries(counts()).map(([fate, count]) => [{ [label]: fate }, count] as const);
  askedCount(registry, name, help, ask, [label]);
}
