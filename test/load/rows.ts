import { setTimeout as delay } from 'node:timers/promises';
import { catchUp, readByQuery, seedRecord } from './catch-up.js';
import type { Contestants } from './contestants.js';
import { pace, type FixedRate } from './fixed-rate.js';
import { Run, type Contestant } from './run.js';
import type { Samples } from './samples.js';
import { saturate, type Duration, type Shape } from './saturation.js';
import { percentile } from './statistics.js';

const IDLE = { rooms: 40, people: 50, probes: 0 };
const IDLE_FOR_MS = 15_000;
const CATCH_UPS = 3;

/** What a row measures of several contestants, one after the other, in one round. */
export interface Row {
  name: string;
  /** One turn for each contestant. */
  turns: readonly { contestant: string; measure(): Promise<Record<string, number>> }[];
}

/** Takes rows in turns: A B C, A B C, A B C. What fails is told to `failed` and has no value in that round. */
export async function measureRows(
  rows: readonly Row[],
  {
    rounds,
    samples,
    failed,
    told,
  }: {
    rounds: number;
    samples: Samples;
    failed(what: string): void;
    told(line: string): void;
  },
): Promise<void> {
  for (const { name, turns } of rows)
    for (let round = 1; round <= rounds; round += 1)
      for (const { contestant, measure } of turns) {
        try {
          const figures = await measure();
          samples.add(name, contestant, figures);
          const [[figure, value] = ['', 0]] = Object.entries(figures);
          told(`${name}, round ${round}: ${contestant} ${figure} ${value.toFixed(2)}`);
        } catch (error) {
          failed(
            `${name}, round ${round}, ${contestant}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
}

export function saturationTurn(
  contestant: Contestant,
  shape: Shape,
  duration: Duration,
): Row['turns'][number] {
  return {
    contestant: contestant.name,
    measure: async () => ({ ...(await saturate(contestant, shape, duration)) }),
  };
}

export function latencyTurn(contestant: Contestant, asked: () => FixedRate): Row['turns'][number] {
  return {
    contestant: contestant.name,
    measure: async () => {
      const { ack, delivery, cpuMsPerThousandDeliveries } = await pace(contestant, asked());
      return {
        ackP50Ms: percentile(ack, 0.5),
        ackP99Ms: percentile(ack, 0.99),
        deliveryP50Ms: percentile(delivery, 0.5),
        deliveryP99Ms: percentile(delivery, 0.99),
        cpuMsPerThousandDeliveries,
        messagesPerSecond: asked().perSecond,
      };
    },
  };
}

/** Starts a server, lets everybody in, and looks how much it grew; how long it took to start comes along. */
export function idleTurn(
  name: string,
  contestants: Contestants,
  start: () => Promise<Contestant>,
): Row['turns'][number] {
  return {
    contestant: name,
    measure: async () => {
      const contestant = await start();
      try {
        const [node] = contestant.nodes;
        if (!node) throw new Error('There is no node.');
        const before = node.residentKiB();
        const run = await Run.open(contestant, IDLE);
        try {
          await delay(IDLE_FOR_MS);
          const grown = node.residentKiB() - before;
          return { kibPerConnection: grown / (IDLE.rooms * IDLE.people), bootMs: node.bootMs };
        } finally {
          run.close();
        }
      } finally {
        await contestants.stop(contestant);
      }
    },
  };
}

/** The record of one room by HTTP, and by a query; the best of a few of each, since the first warms up. */
export function catchUpTurns(contestants: Contestants, ours: Contestant): Row['turns'] {
  let seeded: ReturnType<typeof seedRecord> | undefined;
  const record = (): ReturnType<typeof seedRecord> => (seeded ??= seedRecord(contestants.database));
  const best = async (read: () => Promise<number>): Promise<{ ms: number }> => {
    const times: number[] = [];
    for (let time = 0; time < CATCH_UPS; time += 1) times.push(await read());
    return { ms: Math.min(...times) };
  };
  return [
    {
      contestant: ours.name,
      measure: async () => {
        const room = await record();
        return best(() => catchUp(ours.nodes[0]?.url ?? '', room));
      },
    },
    {
      contestant: 'query',
      measure: async () => {
        const room = await record();
        return best(() => readByQuery(contestants.database, room));
      },
    },
  ];
}
