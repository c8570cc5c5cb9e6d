import type { Fault } from './fault.js';
import { pause } from './wait.js';

const AN_HOUR_MS = 3_600_000;

/** What happens to lines, to devices and to rights. */
export const LINE_FAULTS: readonly Fault[] = [
  {
    kind: 'cut lines',
    async strike({ cluster, random }) {
      for (let turn = random.between(1, 4); turn > 0; turn -= 1) {
        cluster.proxy.cut(0.2 + random.next() * 0.8);
        await pause(random.between(100, 1_000));
      }
    },
  },
  {
    kind: 'tear lines in a frame',
    async strike({ cluster, random }) {
      cluster.proxy.tear(0.5);
      await pause(random.between(500, 1_500));
    },
  },
  {
    kind: 'lose answers',
    async strike({ cluster, random }) {
      await cluster.proxy.loseAnswers(random.between(50, 1_000));
    },
  },
  {
    kind: 'half-open lines',
    async strike({ cluster, random }) {
      cluster.proxy.halfOpen(0.4);
      await pause(random.between(3_000, 12_000));
      cluster.proxy.heal();
    },
  },
  {
    kind: 'slow network',
    async strike({ cluster, random }) {
      cluster.proxy.latencyMs = random.between(20, 150);
      await pause(random.between(2_000, 5_000));
      cluster.proxy.heal();
    },
  },
  {
    kind: 'pause readers',
    async strike({ cluster, random }) {
      cluster.proxy.pauseReaders(0.5);
      await pause(random.between(3_000, 8_000));
      cluster.proxy.heal();
    },
  },
  {
    kind: 'everybody returns at once',
    async strike({ crowd }) {
      await crowd?.storm();
    },
  },
  {
    kind: 'set clocks back',
    async strike({ random, rooms }) {
      const clients = rooms.flatMap((room) => room.clients).filter(() => random.chance(0.5));
      for (const client of clients) client.clockOffset = -AN_HOUR_MS;
      await pause(random.between(1_000, 3_000));
      for (const client of clients) if (random.chance(0.5)) client.clockOffset = 0;
    },
  },
  {
    kind: 'reload tabs',
    async strike({ random, rooms }) {
      for (const client of rooms.flatMap((room) => room.clients)) if (random.chance(0.5)) client.reload();
      await pause(500);
    },
  },
  {
    kind: 'remove readers',
    async strike({ rooms }) {
      await Promise.all(rooms.map((room) => room.removeReader()));
      await pause(3_000);
    },
  },
  {
    kind: 'remove readers without Redis',
    async strike({ cluster, rooms }) {
      await cluster.ground.redis.kill();
      await Promise.all(rooms.map((room) => room.removeReader()));
      await pause(4_000);
      await cluster.ground.redis.restart();
    },
  },
  {
    kind: 'remove readers as Postgres crashes',
    async strike({ cluster, rooms }) {
      const { postgres, redis } = cluster.ground;
      await redis.kill();
      await Promise.all(rooms.map((room) => room.removeReader()));
      await postgres.stop('crash');
      await pause(3_000);
      await postgres.start();
      await redis.restart();
      await pause(3_000);
    },
  },
  {
    kind: 'take the right to write',
    async strike({ random, rooms }) {
      await Promise.all(rooms.map((room) => room.loseRightToWrite(random.between(500, 1_500))));
    },
  },
];
