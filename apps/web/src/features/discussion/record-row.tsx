import type { Gap } from '@roundtable/client';
import { memo } from 'react';
import { EventLine } from './event-line.js';
import { DayLine, GapLine, NewLine, TitleLine } from './list-lines.js';
import { MessageEntry } from './message-entry.js';
import { PendingEntry } from './pending-entry.js';
import type { PendingChange } from './pending-changes.js';
import type { Row } from './record-rows.js';

interface RecordRowProps {
  row: Row;
  /** Entry that a permalink asked for. */
  goal: number | null;
  /** Entry that Tab reaches. */
  current: number | null;
  changes: ReadonlyMap<number, PendingChange>;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad(gap: Gap, side: 'newer' | 'older'): Promise<void>;
}

/** One row of the record, whatever it is. Scrolling alone draws no row again. */
export const RecordRow = memo(function RecordRow(props: RecordRowProps) {
  const { row, goal, current, changes, isLoading, hasFailed, onLoad } = props;
  switch (row.kind) {
    case 'title':
      return <TitleLine />;
    case 'day':
      return <DayLine at={row.at} />;
    case 'new':
      return <NewLine />;
    case 'gap':
      return (
        <GapLine
          count={row.to - row.from + 1}
          isLoading={isLoading}
          hasFailed={hasFailed}
          onLoad={() => void onLoad(row, 'newer')}
        />
      );
    case 'message':
      return (
        <MessageEntry
          message={row.message}
          isFirst={row.isFirst}
          isGoal={row.seq === goal}
          isCurrent={row.seq === current}
          change={changes.get(row.seq)}
        />
      );
    case 'event':
      return <EventLine event={row.event} isGoal={row.seq === goal} isCurrent={row.seq === current} />;
    case 'pending':
      return <PendingEntry item={row.item} isFirst={row.isFirst} />;
  }
});
