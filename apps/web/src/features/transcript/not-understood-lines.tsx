import type { ImportNoted } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import styles from './not-understood-lines.module.css';

/** Lines of a log that could not be read, each with the reason; older imports kept that in English only. */
export function NotUnderstoodLines({ lines }: { lines: ImportNoted['notUnderstood'] }) {
  const t = useMessages(messages);
  return (
    <ul className={styles.lines} role="list">
      {lines.map(({ line, text, reason, code }) => (
        <li key={line}>
          <span className={styles.number}>{t('line', { line: String(line) })}</span>
          <code dir="auto">{text || ' '}</code>
          <bdi className={styles.reason}>{code ? t(`notUnderstood_${code}`) : reason}</bdi>
        </li>
      ))}
    </ul>
  );
}
