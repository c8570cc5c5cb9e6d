import type { SetLineView, SetView } from '@roundtable/contracts';
import { useLookedAt } from '../../../ui/use-looked-at.js';

/**
 * Holds the line that a dialog was opened on, for as long as the stamp tells another from it. What others do elsewhere in
 * the set meanwhile stands in nobody's way.
 */
export function useLookedAtLine(set: SetView, line: SetLineView, stampOf: (line: SetLineView) => string) {
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt({ set, line }, (whole) => stampOf(whole.line));
  const { version } = hasMovedOn ? lookedAt.set : set;
  return { lookedAt: lookedAt.line, version, hasMovedOn, lookAgain };
}
