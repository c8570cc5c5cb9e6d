import type { PassageView } from '@roundtable/contracts';
import { memo } from 'react';
import { classNames } from '../../ui/class-names.js';
import { DecisionBlock } from './decision-block.js';
import { EventLine } from './event-line.js';
import { ImportNote } from './import-note.js';
import { ItemHeading } from './item-heading.js';
import { factOf } from './passage-data.js';
import { PassageTime } from './passage-time.js';
import { SpokenPassage } from './spoken-passage.js';
import { useTranscript } from './transcript-context.js';
import styles from './passage-row.module.css';

interface PassageRowProps {
  passage: PassageView;
  isFirst: boolean;
}

/** One passage: words of somebody, a resolution, the opening of an item, or a smaller event. */
export const PassageRow = memo(function PassageRow({ passage, isFirst }: PassageRowProps) {
  const { at } = useTranscript();
  const isPointedAt = at === passage.seq;
  return (
    <article
      className={classNames(styles.row, isFirst && passage.kind !== 'event' && styles.first)}
      data-entry={passage.seq}
      data-pointed={isPointedAt || undefined}
      data-kind={passage.kind}
      tabIndex={-1}
    >
      <PassageTime passage={passage} />
      <div className={styles.content}>
        <PassageContent passage={passage} isFirst={isFirst} />
      </div>
    </article>
  );
});

function PassageContent({ passage, isFirst }: PassageRowProps) {
  if (passage.kind !== 'event') return <SpokenPassage passage={passage} isFirst={isFirst} />;
  const opened = factOf(passage, 'meetings.item_opened');
  if (opened) return <ItemHeading item={opened.item} />;
  const decided = factOf(passage, 'proposals.decided');
  if (decided) return <DecisionBlock decision={decided.decision} />;
  const imported = factOf(passage, 'transcript.imported');
  if (imported) return <ImportNote note={imported} />;
  return <EventLine passage={passage} />;
}
