import { newId } from '@roundtable/platform';
import { Nudges, type NudgeCounts, type NudgesState } from './nudges.js';

/** Nudges of an installation of one process: there is nobody to tell. */
export class SilentNudges extends Nudges {
  readonly node = newId();
  readonly counts: Readonly<NudgeCounts> = { sent: 0, lost: 0, received: 0, malformed: 0 };

  override send(): void {
    // Nobody else is there.
  }

  override on(): void {
    // Nothing ever comes.
  }

  override onReturn(): void {
    // The line never goes.
  }

  override check(): Promise<NudgesState> {
    return Promise.resolve('off');
  }
}
