import type { ChaosRoom } from './chaos-room.js';
import type { Cluster } from './cluster.js';
import type { Crowd } from './crowd.js';
import type { SeededRandom } from './seeded-random.js';

/** What a fault may reach for. */
export interface Stage {
  cluster: Cluster;
  random: SeededRandom;
  /** Rooms under load now, the hall among them. */
  rooms: readonly ChaosRoom[];
  crowd: Crowd | null;
}

/** Something that goes wrong, or that people do at a bad moment. */
export interface Fault {
  kind: string;
  /** Does it and undoes it; what is then still missing comes back by itself. */
  strike(stage: Stage): Promise<void>;
}
