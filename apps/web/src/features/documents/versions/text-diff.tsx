import type { DiffPart } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import text from '../../../ui/text.module.css';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import { messages } from './messages.js';
import { countChanges, shortened, type ShownPart } from './shown-diff.js';
import styles from './versions.module.css';

/** What differs between two texts, by words: seen by colour and line, heard as "added" and "removed". */
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
          {shortened(parts).map((part, index) => (
            <Part key={index} part={part} />
          ))}
        </div>
      )}
    </div>
  );
}

function Part({ part }: { part: ShownPart }) {
  const t = useMessages(messages);
  switch (part.kind) {
    case 'same':
      return <span>{part.words}</span>;
    case 'skipped':
      return <span className={styles.skipped}>{` … ${t('skipped', { count: part.count })} … `}</span>;
    case 'added':
      return (
        <ins>
          <VisuallyHidden>{t('added')}</VisuallyHidden>
          {part.words}
          <VisuallyHidden>{t('end')}</VisuallyHidden>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <VisuallyHidden>{t('removed')}</VisuallyHidden>
          {part.words}
          <VisuallyHidden>{t('end')}</VisuallyHidden>
        </del>
      );
  }
}
