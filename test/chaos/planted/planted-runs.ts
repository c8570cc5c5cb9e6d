import { resolve } from 'node:path';
import { withClient } from '@roundtable/persistence';
import { ChaosRoom } from '../chaos-room.js';
import { checkRoom, type Verdict } from '../checker.js';
import { startCluster, type Cluster, type Ground } from '../cluster.js';
import { endConnections, restoreBackup } from '../node-faults.js';
import { SeededRandom } from '../seeded-random.js';
import { pause } from '../wait.js';

const LOADER = resolve('test/support/typescript.mjs');
const ENTRY = resolve('test/chaos/planted/planted-node.ts');
const SIZE = { writers: 5, watchers: 2, victims: 2 };
const PACE_MS = 40;
/** Enough for two sweeps; whoever then still lacks something was forgotten. */
const EVERYBODY_HAS_ALL_WITHIN_MS = 6_000;

/** What provokes a mistake, and which count of the verdict must show it. */
interface PlantedBug {
  shows: Exclude<keyof Verdict, 'findings' | 'acknowledged'>;
  provoke(cluster: Cluster, room: ChaosRoom, random: SeededRandom): Promise<void>;
}

/** By name, as in plants.ts. */
export const PLANTED_BUGS: Readonly<Record<string, PlantedBug>> = {
  'acknowledge before commit': {
    shows: 'lost',
    async provoke({ databaseUrl }, _room, random) {
      for (let turn = 0; turn < 12; turn += 1) {
        await pause(random.between(200, 400));
        await endConnections(databaseUrl);
      }
    },
  },
  'join after read': { shows: 'gaps', provoke: () => pause(5_000) },
  'no sweep': {
    shows: 'diverged',
    async provoke({ ground }) {
      await pause(500);
      await ground.redis.kill();
      await pause(2_500);
    },
  },
  'no check of clientId on a second node': {
    shows: 'duplicated',
    async provoke({ databaseUrl, proxy }, _room, random) {
      await withClient(databaseUrl, (client) => client.query('DROP INDEX record_entries_client'));
      for (let turn = 0; turn < 4; turn += 1) {
        await pause(random.between(1_500, 2_500));
        await proxy.loseAnswers(300);
      }
      await pause(2_000);
    },
  },
  'no revocation': {
    shows: 'afterRemoval',
    async provoke(_cluster, room) {
      await room.removeReader();
      await pause(4_000);
    },
  },
  'no epoch': {
    shows: 'diverged',
    async provoke(cluster, room, random) {
      await pause(1_000);
      await restoreBackup({ cluster, rooms: [room], crowd: null, random });
      await pause(2_000);
    },
  },
};

/** What became of one planted bug. */
export interface PlantedResult {
  name: string;
  caught: boolean;
  /** How often the promise it breaks was found broken, and one example. */
  found: number;
  example: string | null;
}

/** Plays each bug on an installation of its own, for a short while, and looks whether the checker finds it. */
export async function playPlantedBugs(
  ground: Ground,
  { seed, names, say }: { seed: number; names: readonly string[]; say(line: string): void },
): Promise<PlantedResult[]> {
  const results: PlantedResult[] = [];
  for (const name of names) {
    const bug = PLANTED_BUGS[name];
    if (!bug) throw new Error(`There is no planted bug "${name}": ${Object.keys(PLANTED_BUGS).join(', ')}.`);
    const startedAt = Date.now();
    const result = await play(ground, name, bug, new SeededRandom(seed));
    results.push(result);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    say(
      `Planted: ${name}: ${result.caught ? 'caught' : 'NOT CAUGHT'} (${bug.shows} ${result.found}, ${seconds} s).`,
    );
  }
  return results;
}

async function play(
  ground: Ground,
  name: string,
  bug: PlantedBug,
  random: SeededRandom,
): Promise<PlantedResult> {
  const cluster = await startCluster(ground, {
    nodes: 2,
    random: random.fork(),
    program: ['--import', LOADER, '--no-warnings', ENTRY],
    env: { ROUNDTABLE_PLANTED_BUG: name },
  });
  try {
    const room = await ChaosRoom.open(cluster, {
      name: 'p',
      size: SIZE,
      random: random.fork(),
      sentinel: name,
    });
    try {
      room.startWriting(PACE_MS);
      await bug.provoke(cluster, room, random);
      cluster.proxy.heal();
      await room.stopWriting(10_000);
      const verdict = checkRoom(await room.tell(EVERYBODY_HAS_ALL_WITHIN_MS));
      const example = verdict.findings.find((finding) => finding.startsWith(bug.shows)) ?? null;
      return { name, caught: verdict[bug.shows] > 0, found: verdict[bug.shows], example };
    } finally {
      room.close();
    }
  } finally {
    await cluster.close();
    // Started again in any case: a second one on the same port would not be the one that is killed next.
    await ground.redis.kill();
    await ground.redis.restart();
  }
}
