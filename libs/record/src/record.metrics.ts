import { countMetric, secondsMetric, sizeMetric } from '@roundtable/platform';
import type { WaitingAct } from './act-queue.js';

const appendSeconds = secondsMetric(
  'append_seconds',
  'From the arrival of the act that waited longest in a commit to that commit.',
);
const commitSeconds = secondsMetric('commit_seconds', 'From asking for the room lock to the commit.');
const commitActs = sizeMetric('commit_acts', 'Acts that shared one commit.');

/** Commits that failed: `unavailable` where the database did, `refused` where one act's own fault did it. */
export const appendFailures = countMetric('append_failures_total', 'Commits that failed.', ['reason']);

const deliveryLag = secondsMetric(
  'delivery_lag_seconds',
  'commit_to_local: from a commit to its batch being handed to the sockets here. nudge_to_read: from hearing of a commit on another node to its entries being handed to the sockets here.',
  { labels: ['hop'] },
);

/** Each is a room whose news had not come by a nudge when the sweep looked. */
export const sweepRepairs = countMetric(
  'nudges_repaired_total',
  'Rooms the sweep found behind the database: a nudge was lost, or has not arrived yet.',
);

/** How much readers ask for when they come or come back. */
export const catchUpEntries = sizeMetric(
  'catch_up_entries',
  'Entries in one answer to a reader who catches up.',
  {
    labels: ['way'],
  },
);

/** Observes one commit, however many acts shared it. `begunAt` is monotonic, in ms. */
export function noteCommit(acts: readonly WaitingAct[], begunAt: number): void {
  const now = performance.now();
  commitSeconds.observe((now - begunAt) / 1_000);
  commitActs.observe(acts.length);
  const [longest] = acts;
  if (longest) appendSeconds.observe((now - longest.arrivedAt) / 1_000);
}

/** Observes one batch on one hop. `since` is monotonic, in ms. */
export function noteLag(hop: 'commit_to_local' | 'nudge_to_read', since: number): void {
  deliveryLag.observe({ hop }, (performance.now() - since) / 1_000);
}
