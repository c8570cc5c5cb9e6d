import type { Audience, VisibleEntry } from '@roundtable/contracts';

/** Entries of one room that were committed together, on their way to the room's readers. */
export interface LiveBatch {
  room: string;
  epoch: number;
  /** `seq` of the batch's last entry. */
  lastSeq: number;
  /** How many entries the batch holds. */
  size: number;
  /** The batch as one audience may see it, ascending; each `seq` is there, withheld or not. */
  presentTo(audience: Audience): VisibleEntry[];
}
