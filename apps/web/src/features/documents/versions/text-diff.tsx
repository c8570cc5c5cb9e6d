import type { DiffPart } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import text from '../../../ui/text.module.css';
import { DiffWords } from './diff-words.js';
import { messages } from './messages.js';
import { countChanges } from './shown-diff.js';
import styles from './versions.module.css';

/** What differs between two texts, by words, and in how many places. */
export function TextDiff({ parts, label }: { parts: readonly DiffPart[]; label: string }) {
  const t = useMessages(messages);
  const { added, removed } = countChanges(parts);
  return (
    <div className={styles.diff}>
      <p className={text.quiet} role="status">
        {added + removed === 0 ? t('same') : t('summary', { added, removed })}
      </p>
      {added + removed > 0 && (
        <div className={styles.words} role="region" aria-label={label} tabIndex={0}>
          <DiffWords parts={parts} />
        </div>
      )}
    </div>
  );
}
