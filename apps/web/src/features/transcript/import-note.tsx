import type { ImportNoted } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Disclosure } from '../../ui/disclosure.js';
import { messages } from './messages.js';
import { NotUnderstoodLines } from './not-understood-lines.js';
import styles from './passage-row.module.css';

/** Says where an imported record came from, and what of it was not understood. */
export function ImportNote({ note: { file, lines, notUnderstood } }: { note: ImportNoted }) {
  const t = useMessages(messages);
  return (
    <div className={styles.event}>
      <p>
        {t.rich('eventImported', {
          lines,
          missed: notUnderstood.length,
          file: () => <bdi key="file">{file}</bdi>,
        })}
      </p>
      {notUnderstood.length > 0 && (
        <Disclosure summary={t('notUnderstood', { count: notUnderstood.length })}>
          <NotUnderstoodLines lines={notUnderstood} />
        </Disclosure>
      )}
    </div>
  );
}
