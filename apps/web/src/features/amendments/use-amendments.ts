import {
  findConflicts,
  type AmendmentConflict,
  type AmendmentStop,
  type AmendmentView,
} from '@roundtable/contracts';
import { useMemo } from 'react';
import { useRoom } from '../room/room-context.js';

/** The amendments of one proposal as they are now. */
export interface Amendments {
  /** By number. */
  amendments: readonly AmendmentView[];
  conflicts: readonly AmendmentConflict[];
  /** Set while no new ones are taken. */
  stop: AmendmentStop | null;
}

/** Follows the amendments of a proposal of the open room. */
export function useAmendments(proposal: string): Amendments {
  const held = useRoom().state.record?.snapshot.amendments;
  return useMemo(() => {
    const amendments = held?.amendments.filter((each) => each.proposal === proposal) ?? [];
    return {
      amendments,
      conflicts: findConflicts(amendments),
      stop: held?.stops.find((each) => each.proposal === proposal) ?? null,
    };
  }, [held, proposal]);
}

/** The others that an amendment is in conflict with. */
export function rivalsOf(amendment: AmendmentView, { amendments, conflicts }: Amendments): AmendmentView[] {
  const ids = new Set(
    conflicts.filter((each) => each.amendments.includes(amendment.id)).flatMap((each) => each.amendments),
  );
  return amendments.filter(({ id }) => id !== amendment.id && ids.has(id));
}
