/** The head of a room's record, as it stands under the lock or in a snapshot. */
export interface LogHead {
  head: number;
  epoch: number;
  rightsVersion: number;
  /** Epoch milliseconds of the newest entry, null for an empty record. */
  lastAt: number | null;
}
