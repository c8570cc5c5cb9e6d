import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Everything this process measures, as Prometheus reads it. One for the process, like the clock on the wall: a feature
 * declares what it measures in its `.metrics.ts` and observes it where it happens. Labels never carry names, ids or
 * words of people or rooms, and nothing is observed for each delivery: a batch is observed once.
 */
export const METRICS = new Registry();

/** Makes a histogram of seconds; `buckets` are upper bounds. */
export function secondsMetric<L extends string = never>(
  name: string,
  help: string,
  options: { labels?: readonly L[]; buckets?: number[] } = {},
): Histogram<L> {
  const { labels = [], buckets = SECONDS } = options;
  return new Histogram({ name: PREFIX + name, help, labelNames: labels, buckets, registers: [METRICS] });
}

/** Makes a histogram of how many there were; `buckets` are upper bounds. */
export function sizeMetric<L extends string = never>(
  name: string,
  help: string,
  options: { labels?: readonly L[]; buckets?: number[] } = {},
): Histogram<L> {
  const { labels = [], buckets = SIZES } = options;
  return new Histogram({ name: PREFIX + name, help, labelNames: labels, buckets, registers: [METRICS] });
}

/** Makes a counter that only rises. */
export function countMetric<L extends string = never>(
  name: string,
  help: string,
  labels: readonly L[] = [],
): Counter<L> {
  return new Counter({ name: PREFIX + name, help, labelNames: labels, registers: [METRICS] });
}

/** What somebody knows when asked: values by label. */
export type Asked<L extends string> = () => Iterable<readonly [Partial<Record<L, string>>, number]>;

/** Makes a gauge whose values are asked for when somebody reads the metrics of `registry`. */
export function askedMetric<L extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  ask: Asked<L>,
  labels: readonly L[] = [],
): Gauge<L> {
  return new Gauge({
    name: PREFIX + name,
    help,
    labelNames: labels,
    registers: [registry],
    collect() {
      this.reset();
      for (const [label, value] of ask()) this.set(label, value);
    },
  });
}

/** Makes a counter that somebody else counts: its values are asked for when somebody reads the metrics of `registry`. */
export function askedCount<L extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  ask: Asked<L>,
  labels: readonly L[] = [],
): Counter<L> {
  return new Counter({
    name: PREFIX + name,
    help,
    labelNames: labels,
    registers: [registry],
    collect() {
      this.reset();
      for (const [label, value] of ask()) this.inc(label, value);
    },
  });
}

const PREFIX = 'roundtable_';
/** From a commit on a fast disk to what people call broken. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384];
