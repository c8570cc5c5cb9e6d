import { addVerdict, checkRoom, emptyVerdict, type Verdict } from './checker.js';
import { ChaosRoom, type RoomSize } from './chaos-room.js';
import type { Cluster } from './cluster.js';
import type { Crowd } from './crowd.js';
import type { Nemesis } from './nemesis.js';
import type { SeededRandom } from './seeded-random.js';

/** How a round is loaded. */
export interface RoundPlan {
  name: string;
  rooms: number;
  size: RoomSize;
  /** Each writer says something about this often. */
  paceMs: number;
  loadMs: number;
  sentinel: string;
}

/** What a round did and came to. */
export interface RoundResult {
  verdict: Verdict;
  operations: Record<string, number>;
  /** Times of the acknowledgements of each room. */
  acknowledgedAt: number[][];
}

/** Opens fresh rooms, lets people write in them while the nemesis rages, makes everything whole, and checks. */
export async function playRound(
  stage: { cluster: Cluster; crowd: Crowd | null; nemesis: Nemesis; random: SeededRandom },
  plan: RoundPlan,
): Promise<RoundResult> {
  const { cluster, crowd, nemesis, random } = stage;
  const rooms: ChaosRoom[] = [];
  try {
    for (let index = 0; index < plan.rooms; index += 1) {
      const { size, sentinel } = plan;
      const name = `${plan.name}-${index + 1}`;
      rooms.push(await ChaosRoom.open(cluster, { name, size, random: random.fork(), sentinel }));
    }
    for (const room of rooms) room.startWriting(plan.paceMs);
    const all = crowd ? [...rooms, crowd.room] : rooms;
    await nemesis.rage({ cluster, crowd, rooms: all }, Date.now() + plan.loadMs);
    cluster.proxy.heal();
    // Now and then everybody must have everything although nobody is nudged any more.
    const isWithoutRedis = random.chance(1 / 3);
    if (isWithoutRedis) await cluster.ground.redis.kill();
    await Promise.all(rooms.map((room) => room.stopWriting()));
    let verdict = emptyVerdict();
    for (const room of rooms) verdict = addVerdict(verdict, checkRoom(await room.tell()));
    if (isWithoutRedis) await cluster.ground.redis.restart();
    return {
      verdict,
      operations: countOperations(rooms),
      acknowledgedAt: rooms.map(({ acknowledgedAt }) => acknowledgedAt),
    };
  } finally {
    for (const room of rooms) room.close();
  }
}

/** How many of each kind were said, and how many came to what. */
export function countOperations(rooms: readonly ChaosRoom[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, outcome } of rooms.flatMap((room) => room.operations))
    for (const key of [kind, outcome]) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
