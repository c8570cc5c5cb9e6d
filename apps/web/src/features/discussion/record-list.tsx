import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { Button } from '../../ui/button.js';
import { useRoom } from '../room/room-context.js';
import { createDayNames } from './day-names.js';
import { EntryShortcuts } from './entry-shortcuts.js';
import { messages } from './messages.js';
import { pendingChanges } from './pending-changes.js';
import { recordRows, type Row } from './record-rows.js';
import { RecordRow } from './record-row.js';
import { useEntryFocus } from './use-entry-focus.js';
import { useGaps } from './use-gaps.js';
import { useNewLine } from './use-new-line.js';
import { useReading } from './use-reading.js';
import { useOpening, type Goal } from './use-opening.js';
import { useRecordScroll } from './use-record-scroll.js';
import styles from './record-list.module.css';

/** How many rows before a gap comes into sight it is filled. */
const loadedAhead = 24;

interface RecordListProps {
  goal: Goal | null;
  /** Grows whenever one has said something: then the list shows it. */
  saidCount: number;
  unread: number;
}

/** The record of the room: the newest at the bottom, only what is in sight in the page. */
export function RecordList({ goal, saidCount, unread }: RecordListProps) {
  const t = useMessages(messages);
  const { formatDate, formatNumber } = useFormats();
  const { state } = useRoom();
  const record = state.record!;
  const self = state.me?.participant ?? '';
  const { zone } = record.snapshot.meetings.meeting;
  const dayOf = useMemo(() => createDayNames(zone), [zone]);
  const newAfter = useNewLine(state.lastRead, record.head, t('dismissNew'));
  const { timeline, gaps, messages: entries, events } = record;
  const rows = useMemo(
    () =>
      recordRows({
        record: { timeline, gaps, messages: entries, events },
        pending: state.pending,
        self,
        newAfter,
        dayOf,
      }),
    [timeline, gaps, entries, events, state.pending, self, newAfter, dayOf],
  );
  const changes = useMemo(() => pendingChanges(state.pending), [state.pending]);

  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const { shift, sight, toBottom, toRow, onScroll, onResize } = useRecordScroll(rows, list);
  const moves = useMemo(() => ({ toRow, toBottom }), [toRow, toBottom]);
  const shownGoal = useOpening(rows, goal, newAfter, moves);
  const focus = useEntryFocus(rows, { lastInSight: sight.last, toRow });
  const { load, loading, failed } = useGaps();

  useEffect(() => {
    if (saidCount > 0) toBottom();
  }, [saidCount, toBottom]);
  useReading(sight.isAtBottom && gaps.at(-1)?.to !== record.head ? record.head : lastSeen(rows, sight.last));
  useEffect(() => {
    if (sight.last < sight.first) return;
    for (let index = Math.max(0, sight.first - loadedAhead); index <= sight.last + loadedAhead; index++) {
      const row = rows[index];
      if (row?.kind === 'gap' && !failed.has(row.from)) void load(row, sight.isGoingDown ? 'older' : 'newer');
    }
  }, [sight, rows, load, failed]);

  const jumpToLatest = () => toBottom();
  useShortcut({ code: 'End', label: t('toLatest'), group: t('record') }, jumpToLatest);
  useShortcut({ code: 'KeyG', shift: true, label: t('toLatest'), group: t('record') }, jumpToLatest);
  useShortcut({ code: 'KeyJ', label: t('nextEntry'), group: t('record') }, () => focus.move(1));
  useShortcut({ code: 'KeyK', label: t('previousEntry'), group: t('record') }, () => focus.move(-1));
  const moveByArrows = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target instanceof HTMLElement) || !event.target.id.startsWith('entry-')) return;
    event.preventDefault();
    focus.move(step as 1 | -1);
  };
  const followFocus = (event: FocusEvent) => {
    const entry = event.target.closest('[id^="entry-"]');
    if (entry) focus.setCurrent(Number(entry.id.slice('entry-'.length)));
  };
  const reachable = focus.current ?? lastSeen(rows, rows.length - 1);
  const currentIndex = rows.findIndex((row) => 'seq' in row && row.seq === reachable);
  const day = dayInSight(rows, sight.first);

  return (
    <div className={styles.frame}>
      {day !== null && (
        <div className={styles.stickyDay} aria-hidden>
          {formatDate(day, { zone, style: 'full' })}
        </div>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-live="off"
        aria-label={t('record')}
        tabIndex={currentIndex < 0 ? 0 : -1}
        onKeyDown={moveByArrows}
        onFocus={followFocus}
      >
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={shift}
          bufferSize={600}
          keepMounted={currentIndex < 0 ? undefined : [currentIndex]}
          onScroll={onScroll}
          onResize={onResize}
        >
          {(row: Row) => (
            <RecordRow
              key={row.key}
              row={row}
              goal={shownGoal}
              current={reachable}
              changes={changes}
              isLoading={row.kind === 'gap' && loading.has(row.from)}
              hasFailed={row.kind === 'gap' && failed.has(row.from)}
              onLoad={load}
            />
          )}
        </Virtualizer>
        {timeline.length === 0 && state.pending.length === 0 && gaps.length === 0 && (
          <p className={styles.empty}>{t('emptyRecord')}</p>
        )}
      </div>
      <EntryShortcuts seq={focus.current} />
      {!sight.isAtBottom && (
        <Button className={styles.pill} size="small" onPress={jumpToLatest}>
          <ArrowDown size={14} aria-hidden />
          {unread > 0 ? t('newCount', { count: unread, shown: formatNumber(unread) }) : t('latest')}
        </Button>
      )}
    </div>
  );
}

/** Seq of the last entry at or above a place; 0 where there is none. */
function lastSeen(rows: readonly Row[], index: number): number {
  for (let at = Math.min(index, rows.length - 1); at >= 0; at--) {
    const row = rows[at];
    if (row && 'seq' in row) return row.seq;
  }
  return 0;
}

/** The day of the topmost entry, while its own line is out of sight. */
function dayInSight(rows: readonly Row[], first: number): string | null {
  for (let at = first; at < Math.min(rows.length, first + 3); at++) {
    const row = rows[at];
    if (row?.kind === 'day' || row?.kind === 'title') return null;
    if (row && 'at' in row) return row.at;
  }
  return null;
}
