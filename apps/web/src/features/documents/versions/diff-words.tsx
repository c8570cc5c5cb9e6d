import type { DiffPart } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import { messages } from './messages.js';
import { shortened, type ShownPart } from './shown-diff.js';
import styles from './diff-words.module.css';

/** The words of a comparison: changes are seen by colour and line, heard as "added" and "removed". */
export function DiffWords({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <bdi className={styles.words}>
      {shortened(parts).map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </bdi>
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
