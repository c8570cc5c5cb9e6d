import { isLoaded } from '@roundtable/client';
import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../room/room-context.js';
import type { Row } from './record-rows.js';

/** An entry to go to; each wish is a new object. */
export interface Goal {
  seq: number;
}
interface Moves {
  toRow(index: number, align: 'start' | 'center', offset?: number): void;
  toBottom(): void;
}

const marginAbove = -72;

/**
 * Brings the reader to the entry they asked for or, on entering, to the first they have not read. What is missing for
 * that is loaded first. Answers which entry is to be shown as the one asked for.
 */
export function useOpening(
  rows: readonly Row[],
  goal: Goal | null,
  newAfter: number | null,
  moves: Moves,
): number | null {
  const { client, state } = useRoom();
  const record = state.record;
  const [wanted, setWanted] = useState<{ seq: number; isGoal: boolean } | null>(() => {
    if (goal) return { seq: goal.seq, isGoal: true };
    return newAfter === null ? null : { seq: newAfter + 1, isGoal: false };
  });
  const [shown, setShown] = useState<number | null>(null);
  const asked = useRef<Goal | null>(goal);

  useEffect(() => {
    if (goal === asked.current) return;
    asked.current = goal;
    setShown(null);
    if (goal) setWanted({ seq: goal.seq, isGoal: true });
  }, [goal]);

  useEffect(() => {
    if (!wanted || !record) return;
    const { seq, isGoal } = wanted;
    if (seq <= record.head && !isLoaded(record, seq)) {
      const request = { isCurrent: true };
      void client.loadAround(seq).then((answer) => {
        if (request.isCurrent && !answer.ok) setWanted(null);
      });
      return () => {
        request.isCurrent = false;
      };
    }
    setWanted(null);
    if (!isGoal) {
      const index = rows.findIndex((row) => row.kind === 'new');
      if (index >= 0) moves.toRow(index, 'start', marginAbove);
      return;
    }
    const index = rows.findIndex((row) => 'seq' in row && row.seq >= seq);
    if (index < 0) return;
    moves.toRow(index, 'center');
    setShown(seq);
  }, [wanted, record, rows, client, moves]);
  return shown;
}
