import type { TranscriptOutline } from '@roundtable/contracts';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type Ref,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { createDayOf } from './day-of.js';
import { messages } from './messages.js';
import { covers } from './passage-window.js';
import type { PlaceStore } from './place-store.js';
import type { PassageFilter } from './reading-address.js';
import { RowView } from './row-view.js';
import { indexOfSeq, transcriptRows, type TranscriptRow } from './transcript-rows.js';
import { isUnderWay } from './use-outline.js';
import { usePassages } from './use-passages.js';
import styles from './record-list.module.css';

const readAheadRows = 40;
/** Shares of the height of the screen: how far down an entry gone to stands, and where one is taken to read. */
const leadIn = 0.2;
const readingLine = 0.3;
const lookAgainMs = 10_000;
/** Virtualised rows are measured on the way; a second is more than that takes. */
const longestWayMs = 1_000;

export interface RecordListHandle {
  /** Goes to the passage before or after the one in focus, or at the top. */
  step(by: 1 | -1): void;
}

interface RecordListProps {
  outline: TranscriptOutline;
  filter: PassageFilter;
  /** Where to go; a new object goes there anew. `isExact` brings it to the middle of the screen. */
  target: { seq: number | null; isExact: boolean };
  places: PlaceStore;
  /** Called where the entry gone to is not among those the filters leave. */
  onHidden(seq: number): void;
  ref: Ref<RecordListHandle>;
}

/** The record, drawn only where one looks, read only around there. Give it a key by filter. */
export function RecordList({ outline, filter, target, places, onHidden, ref }: RecordListProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const passages = usePassages({ meeting: outline.meeting.id, room: outline.room.id }, filter);
  const { window, stretch, error, reach, readBack, readOn, lookAgain } = passages;
  const list = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const waiting = useRef<RecordListProps['target'] | null>(null);
  const onTheWay = useRef<{ seq: number; until: number } | null>(null);
  const dayOf = useMemo(() => createDayOf(outline.meeting.zone), [outline.meeting.zone]);
  const rows = useMemo(
    () =>
      window
        ? transcriptRows({
            ...{ passages: window.passages, dayOf },
            hasEarlier: window.before !== null,
            hasLater: window.after !== null,
          })
        : [],
    [window, dayOf],
  );

  useEffect(() => {
    waiting.current = target;
    reach(target.seq);
  }, [target, reach]);

  useEffect(() => {
    const goal = waiting.current;
    if (!goal || !window || (goal.seq !== null && !covers(window, goal.seq))) return;
    waiting.current = null;
    if (goal.seq === null) return;
    const found = indexOfSeq(rows, goal.seq);
    const row = rows[found];
    onTheWay.current = { seq: goal.seq, until: Date.now() + longestWayMs };
    list.current?.scrollToIndex(found < 0 ? rows.length - 1 : found, {
      align: 'start',
      // A little below the upper edge, so that one sees what led to it.
      offset: goal.isExact ? -((scroller.current?.clientHeight ?? 0) * leadIn) : 0,
    });
    if (goal.isExact && !(row?.kind === 'passage' && row.passage.seq === goal.seq)) onHidden(goal.seq);
  }, [rows, window, target, onHidden]);

  const watch = useCallback(() => {
    const virtualizer = list.current;
    if (!virtualizer || rows.length === 0) return;
    const top = virtualizer.findItemIndex(virtualizer.scrollOffset + 4);
    const bottom = virtualizer.findItemIndex(virtualizer.scrollOffset + virtualizer.viewportSize);
    const read = virtualizer.findItemIndex(virtualizer.scrollOffset + virtualizer.viewportSize * readingLine);
    const seq = seqFrom(rows, top);
    if (seq !== null && waiting.current === null) places.set(seq, seqFrom(rows, read) ?? seq);
    if (error || !window) return;
    // Rows added above a list that is on its way would keep it where it was instead.
    const way = onTheWay.current;
    const goal = way ? indexOfSeq(rows, way.seq) : -1;
    const isThere = goal < 0 || (top <= goal && goal <= bottom);
    if (way && !isThere && Date.now() < way.until) return;
    onTheWay.current = null;
    if (top < readAheadRows && window.before !== null) readBack();
    else if (bottom > rows.length - readAheadRows && window.after !== null) readOn();
  }, [rows, window, error, places, readBack, readOn]);
  useEffect(watch, [watch]);

  const isOpen = isUnderWay(outline);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Once more after the end: something may have been said since the last look.
    if (wasOpen.current && !isOpen) lookAgain();
    wasOpen.current = isOpen;
    if (!isOpen) return;
    const timer = setInterval(lookAgain, lookAgainMs);
    return () => clearInterval(timer);
  }, [isOpen, lookAgain]);

  // Only where the same stretch grew upwards does the list keep its place from the end.
  const first = useRef({ seq: 0, stretch: -1 });
  const firstSeq = window?.passages[0]?.seq ?? 0;
  const isGrownUpwards = first.current.stretch === stretch && firstSeq < first.current.seq;
  useLayoutEffect(() => {
    first.current = { seq: firstSeq, stretch };
  });

  useImperativeHandle(ref, () => ({
    step(by) {
      const element = scroller.current?.querySelector('[data-entry]:focus, [data-entry]:focus-within');
      const focused = Number(element?.getAttribute('data-entry')) || null;
      const from = indexOfSeq(rows, focused ?? places.get() ?? 0);
      const next = focused === null && by === 1 ? from : nextPassage(rows, from, by);
      const row = rows[next];
      if (row?.kind !== 'passage') return;
      list.current?.scrollToIndex(next, { align: 'nearest' });
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[data-entry="${row.passage.seq}"]`)
          ?.focus({ preventScroll: true }),
      );
    },
  }));

  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label={t('record')} tabIndex={0}>
      {error !== null && (
        <Banner
          tone="error"
          action={
            <Button size="small" onPress={passages.retry}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problem(error)}
        </Banner>
      )}
      {!window && !error && <Progress label={t('loading')} />}
      {window && (
        <Virtualizer
          key={stretch}
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={isGrownUpwards}
          bufferSize={600}
          onScroll={watch}
        >
          {(row) => (
            <div key={row.key} className={styles.row}>
              <RowView row={row} outline={outline} />
            </div>
          )}
        </Virtualizer>
      )}
    </div>
  );
}

/** The entry at a row or the first below it. */
function seqFrom(rows: readonly TranscriptRow[], index: number): number | null {
  for (const row of rows.slice(index, index + 4)) {
    const seq = seqOf(row);
    if (seq !== null) return seq;
  }
  return null;
}

function seqOf(row: TranscriptRow): number | null {
  if (row.kind === 'passage') return row.passage.seq;
  return row.kind === 'day' || row.kind === 'hour' ? row.seq : null;
}

function nextPassage(rows: readonly TranscriptRow[], from: number, by: 1 | -1): number {
  let index = from + by;
  while (rows[index] && rows[index]?.kind !== 'passage') index += by;
  return index;
}
