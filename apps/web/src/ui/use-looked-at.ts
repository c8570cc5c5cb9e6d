import { useState } from 'react';

/** Something that goes on changing, and how it was when somebody looked at it. */
export interface LookedAt<T> {
  lookedAt: T;
  /** Whether there is a newer one than that. */
  hasMovedOn: boolean;
  /** Takes the newest for what was looked at. */
  lookAgain(): void;
}

/**
 * Holds what a dialog was opened on while the newest goes on changing, so that what is sent is said of what was seen and
 * of nothing else. Of two with the same stamp nobody need look at the other.
 */
export function useLookedAt<T>(newest: T, stampOf: (thing: T) => string | number): LookedAt<T> {
  const [lookedAt, setLookedAt] = useState(newest);
  return {
    lookedAt,
    hasMovedOn: stampOf(newest) !== stampOf(lookedAt),
    lookAgain: () => setLookedAt(newest),
  };
}

/** The stamp of what counts its versions. */
export function versionOf({ version }: { version: number }): number {
  return version;
}
