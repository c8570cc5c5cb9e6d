import { useCallback, useEffect, useState } from 'react';
import type { Row } from './record-rows.js';

interface Steps {
  /** Where to begin when no entry has the focus yet. */
  lastInSight: number;
  toRow(index: number, align: 'nearest'): void;
}

/** The one entry that Tab reaches; the keyboard moves from it to its neighbours. */
export function useEntryFocus(rows: readonly Row[], { lastInSight, toRow }: Steps) {
  const [current, setCurrent] = useState<number | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);

  const move = useCallback(
    (direction: 1 | -1) => {
      const from = current === null ? -1 : rows.findIndex((row) => 'seq' in row && row.seq === current);
      let index = from >= 0 ? from + direction : lastInSight;
      while (rows[index] && !('seq' in rows[index]!)) index += direction;
      const row = rows[index];
      if (!row || !('seq' in row)) return;
      toRow(index, 'nearest');
      setCurrent(row.seq);
      setWanted(row.seq);
    },
    [rows, current, lastInSight, toRow],
  );

  // The row may only come into being once the list has scrolled to it.
  useEffect(() => {
    if (wanted === null) return;
    let frame = 0;
    let tries = 30;
    const focus = () => {
      const element = document.getElementById(`entry-${wanted}`);
      if (element) {
        element.focus({ preventScroll: true });
        setWanted(null);
      } else if (tries-- > 0) frame = requestAnimationFrame(focus);
    };
    frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [wanted]);

  return { current, setCurrent, move };
}
