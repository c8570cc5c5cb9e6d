import type { Place, Samples } from './samples.js';
import type { Spread } from './statistics.js';

/** What the project wants to reach, and whether it did. `value` is null where it was not measured. */
export interface Target {
  name: string;
  value: number | null;
  min: number | null;
  max: number | null;
  target: number;
  /** Whether the value is to be at least or at most the target. */
  bound: 'at least' | 'at most';
  met: boolean;
}

interface Wanted {
  name: string;
  ours: Place;
  theirs: Place;
  bound: Target['bound'];
  target: number;
}

const OURS = 'roundtable';
const MESSAGES = 'messagesPerSecond';

const WANTED: readonly Wanted[] = [
  ...(
    [
      ['1x50', 4],
      ['1x500', 8],
      ['1x2000', 6],
      ['40x50', 2],
    ] as const
  ).map(([row, target]): Wanted => ({
    name: `durable messages/s at ${row} / bare Socket.IO`,
    ours: [row, OURS, MESSAGES],
    theirs: [row, 'bare', MESSAGES],
    bound: 'at least',
    target,
  })),
  ...(
    [
      ['1x50', 0.35],
      ['1x500', 0.6],
    ] as const
  ).map(([row, target]): Wanted => ({
    name: `durable messages/s at ${row} / one array per tick`,
    ours: [row, OURS, MESSAGES],
    theirs: [row, 'tick', MESSAGES],
    bound: 'at least',
    target,
  })),
  {
    name: 'CPU per delivery at 1x50 / bare Socket.IO',
    ours: ['1x50', OURS, 'cpuMsPerThousandDeliveries'],
    theirs: ['1x50', 'bare', 'cpuMsPerThousandDeliveries'],
    bound: 'at most',
    target: 0.25,
  },
  {
    name: 'durable messages/s at 1x10 / best single-row rate of pgbench',
    ours: ['1x10', OURS, MESSAGES],
    theirs: ['1x10', 'pgbench', MESSAGES],
    bound: 'at least',
    target: 2,
  },
  {
    name: 'ack p50 at 60 messages/s, 1x50 / bare Socket.IO',
    ours: ['60/s', OURS, 'ackP50Ms'],
    theirs: ['60/s', 'bare', 'ackP50Ms'],
    bound: 'at most',
    target: 2,
  },
  {
    name: 'ack p99 at 60 messages/s / one INSERT per message',
    ours: ['60/s', OURS, 'ackP99Ms'],
    theirs: ['60/s', 'insert', 'ackP99Ms'],
    bound: 'at most',
    target: 1.5,
  },
  {
    name: 'KiB per idle connection at 2000 / bare Socket.IO',
    ours: ['idle', OURS, 'kibPerConnection'],
    theirs: ['idle', 'bare', 'kibPerConnection'],
    bound: 'at most',
    target: 1.5,
  },
  {
    name: 'catch-up of 10,000 entries / one bare query of JSON built by Postgres',
    ours: ['catch-up', OURS, 'ms'],
    theirs: ['catch-up', 'query', 'ms'],
    bound: 'at most',
    target: 3,
  },
  {
    name: 'two nodes: cross-node delivery p50 / one node, at 600 messages/s',
    ours: ['600/s', 'two nodes', 'deliveryP50Ms'],
    theirs: ['600/s', OURS, 'deliveryP50Ms'],
    bound: 'at most',
    target: 1.7,
  },
  {
    name: 'messages/s through two nodes / @socket.io/redis-adapter',
    ours: ['two nodes', 'two nodes', MESSAGES],
    theirs: ['two nodes', 'redis-adapter', MESSAGES],
    bound: 'at least',
    target: 3,
  },
  ...[2, 10, 20].flatMap((writers): Wanted[] => [
    {
      name: `durable updates/s with ${writers} writers / Hocuspocus`,
      ours: [`drafting ${writers}`, OURS, 'updatesPerSecond'],
      theirs: [`drafting ${writers}`, 'hocuspocus', 'updatesPerSecond'],
      bound: 'at least',
      target: 1.5,
    },
    {
      name: `propagation p50 meanwhile with ${writers} writers / Hocuspocus`,
      ours: [`drafting ${writers}`, OURS, 'fullSpeedP50Ms'],
      theirs: [`drafting ${writers}`, 'hocuspocus', 'fullSpeedP50Ms'],
      bound: 'at most',
      target: 1.6,
    },
  ]),
];

/** Judges every target; one that was not measured is not met. */
export function judge(samples: Samples): Target[] {
  return WANTED.map((wanted) => {
    const found = samples.ratio(wanted.ours, wanted.theirs);
    const { name, bound, target } = wanted;
    const { median: value, min, max } = found ?? { median: null, min: null, max: null };
    return { name, value, min, max, target, bound, met: isMet(found, wanted) };
  });
}

function isMet(found: Spread | null, { bound, target }: Wanted): boolean {
  if (!found) return false;
  return bound === 'at least' ? found.median >= target : found.median <= target;
}
