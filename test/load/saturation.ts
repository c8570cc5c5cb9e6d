import { setTimeout as delay } from 'node:timers/promises';
import { Run, type Contestant } from './run.js';

/** How many rooms with how many people each, and how many messages are on their way at any time, in all rooms. */
export interface Shape {
  rooms: number;
  people: number;
  outstanding: number;
}

/** How fast a contestant is when more is asked than it can do. */
export interface Saturation {
  messagesPerSecond: number;
  deliveriesPerSecond: number;
  /** Server CPU. */
  cpuMsPerThousandDeliveries: number;
  /** Share of the server's core. */
  cores: number;
  /** Messages in one event. */
  messagesPerEvent: number;
}

export interface Duration {
  warmUpMs: number;
  measuredMs: number;
}

/** Keeps so many messages on their way and counts what is acknowledged. @throws Error where the run is void. */
export async function saturate(
  contestant: Contestant,
  shape: Shape,
  duration: Duration,
): Promise<Saturation> {
  const run = await Run.open(contestant, { ...shape, probes: 0 });
  try {
    await run.greet();
    let isOver = false;
    const postAgain = (sender: Run['senders'][number]): void => {
      if (!isOver) run.post(sender, () => postAgain(sender));
    };
    for (let index = 0; index < shape.outstanding; index += 1) {
      const sender = run.senders[index % run.senders.length];
      if (sender) postAgain(sender);
    }
    await delay(duration.warmUpMs);
    const before = read(run);
    await delay(duration.measuredMs);
    const after = read(run);
    isOver = true;
    await run.finish();
    return compare(before, after);
  } finally {
    run.close();
  }
}

interface Reading {
  at: number;
  answers: number;
  deliveries: number;
  events: number;
  cpuMs: number;
}

function read(run: Run): Reading {
  const { answers, deliveries, events } = run;
  return { at: performance.now(), answers, deliveries, events, cpuMs: run.cpuMs() };
}

function compare(before: Reading, after: Reading): Saturation {
  const ms = after.at - before.at;
  const deliveries = after.deliveries - before.deliveries;
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    messagesPerSecond: ((after.answers - before.answers) / ms) * 1000,
    deliveriesPerSecond: (deliveries / ms) * 1000,
    cpuMsPerThousandDeliveries: (cpuMs / deliveries) * 1000,
    cores: cpuMs / ms,
    messagesPerEvent: deliveries / Math.max(1, after.events - before.events),
  };
}
