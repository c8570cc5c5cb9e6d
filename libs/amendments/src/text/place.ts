import type { AmendmentKind, NeededRebase } from '@roundtable/contracts';

/** Where an amendment stands in a text: its paragraph, or for `insert` the one it comes after. */
export interface Place {
  kind: AmendmentKind;
  paragraph: number;
}

/** Where it stands in a newer text, or why it no longer fits there. */
export type Carried =
  { paragraph: number; cause?: never } | { paragraph?: never; cause: NeededRebase['cause'] };
