import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { anchorAt, keptPlace, type Anchor } from './kept-place.js';
import type { Row } from './record-rows.js';

const bottomWithin = 48;
const nothingSeen: Sight = { first: 0, last: -1, isAtBottom: false, isGoingDown: false };

export interface Sight {
  first: number;
  last: number;
  isAtBottom: boolean;
  /** Which way the reader went last; upwards where they have not moved. */
  isGoingDown: boolean;
}

/** Keeps the list where its reader is: at the bottom when they are there, else at the entry they look at. */
export function useRecordScroll(rows: readonly Row[], list: RefObject<VirtualizerHandle | null>) {
  const anchor = useRef<Anchor | null>(null);
  const isStuck = useRef(true);
  const offset = useRef(0);
  const [sight, setSight] = useState<Sight>(nothingSeen);
  const latest = useRef(rows);
  const shift = keptPlace(rows, anchor.current) === 'end';

  const look = useCallback(() => {
    const handle = list.current;
    if (!handle || handle.viewportSize === 0) return;
    const end = handle.scrollOffset + handle.viewportSize;
    const first = handle.findItemIndex(handle.scrollOffset);
    const last = handle.findItemIndex(Math.max(0, end - 24));
    const isAtBottom = handle.scrollSize - end < bottomWithin;
    anchor.current = anchorAt(latest.current, first);
    setSight((before) =>
      before.first === first && before.last === last && before.isAtBottom === isAtBottom
        ? before
        : { first, last, isAtBottom, isGoingDown: first > before.first && !isAtBottom },
    );
  }, [list]);

  const toBottom = useCallback(() => {
    isStuck.current = true;
    if (latest.current.length > 0) list.current?.scrollToIndex(latest.current.length - 1, { align: 'end' });
  }, [list]);

  const toRow = useCallback(
    (index: number, align: 'start' | 'center' | 'nearest', offset = 0) => {
      isStuck.current = false;
      // What was in sight on the way must not count as read.
      setSight(nothingSeen);
      list.current?.scrollToIndex(index, { align, offset });
    },
    [list],
  );

  const onScroll = useCallback(() => {
    const handle = list.current;
    if (!handle) return;
    const below = handle.scrollSize - handle.scrollOffset - handle.viewportSize;
    const isGoingUp = handle.scrollOffset < offset.current;
    offset.current = handle.scrollOffset;
    if (below < bottomWithin) isStuck.current = true;
    else if (isGoingUp) isStuck.current = false;
    // Rows that were measured on the way turned out taller than they were thought to be.
    else if (isStuck.current) toBottom();
    look();
  }, [list, look, toBottom]);
  const onResize = useCallback(() => {
    if (isStuck.current) toBottom();
    look();
  }, [toBottom, look]);

  useLayoutEffect(() => {
    latest.current = rows;
    if (isStuck.current) toBottom();
    look();
  }, [rows, toBottom, look]);

  return { shift, sight, toBottom, toRow, onScroll, onResize };
}
