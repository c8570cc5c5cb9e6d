import { setTimeout as delay } from 'node:timers/promises';
import { Run, type Contestant } from './run.js';

/** Latencies in ms, each counted from when its message was due, whether it could be sent then or not. */
export interface Latencies {
  ack: number[];
  /** At the probes. */
  delivery: number[];
  cpuMsPerThousandDeliveries: number;
}

/** What is asked: so many messages a second, for so long. */
export interface FixedRate {
  people: number;
  perSecond: number;
  measuredMs: number;
  /** With several nodes: whether only people of the first write, and probes are on the last. */
  isAcrossNodes?: boolean;
}

const WARM_UP_MS = 800;

/** Posts at an even pace and measures how long it takes. @throws Error where the run is void. */
export async function pace(contestant: Contestant, asked: FixedRate): Promise<Latencies> {
  const { people, isAcrossNodes = false } = asked;
  const run = await Run.open(contestant, { rooms: 1, people, isAcross: isAcrossNodes });
  try {
    await run.greet();
    const latencies: Latencies = { ack: [], delivery: [], cpuMsPerThousandDeliveries: 0 };
    const dueAt = new Map<number, number>();
    const startedAt = performance.now() + 50;
    const countFrom = startedAt + WARM_UP_MS;
    run.onProbe = (numbers) => {
      const now = performance.now();
      for (const number of numbers) {
        const due = dueAt.get(number) ?? Infinity;
        if (due >= countFrom) latencies.delivery.push(now - due);
      }
    };
    const total = Math.round((asked.perSecond * (WARM_UP_MS + asked.measuredMs)) / 1000);
    const before = { cpuMs: run.cpuMs(), deliveries: run.deliveries };
    for (let index = 0; index < total;) {
      const due = startedAt + (index * 1000) / asked.perSecond;
      const wait = due - performance.now();
      if (wait > 0) await delay(Math.max(1, wait));
      for (; index < total && startedAt + (index * 1000) / asked.perSecond <= performance.now(); index += 1)
        postDue(run, index, startedAt + (index * 1000) / asked.perSecond, { dueAt, countFrom, latencies });
    }
    await run.finish();
    const deliveries = run.deliveries - before.deliveries;
    latencies.cpuMsPerThousandDeliveries = ((run.cpuMs() - before.cpuMs) / deliveries) * 1000;
    return latencies;
  } finally {
    run.close();
  }
}

function postDue(
  run: Run,
  index: number,
  due: number,
  { dueAt, countFrom, latencies }: { dueAt: Map<number, number>; countFrom: number; latencies: Latencies },
): void {
  const sender = run.senders[index % run.senders.length];
  if (!sender) return;
  const number = run.post(sender, () => {
    if (due >= countFrom) latencies.ack.push(performance.now() - due);
  });
  dueAt.set(number, due);
}
