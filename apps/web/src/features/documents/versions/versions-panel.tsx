import type { DocumentVersionView } from '@roundtable/contracts';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { Time } from '../../../ui/time.js';
import { useDocumentPlace } from '../document-place.js';
import { useOpenDocument } from '../editor-context.js';
import { CompareVersions } from './compare-versions.js';
import { messages } from './messages.js';
import { SaveVersion } from './save-version.js';
import { useVersions } from './use-versions.js';
import styles from './versions.module.css';

/** The saved versions of the text, and what changed between them. */
export function VersionsPanel() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { isEditable } = useOpenDocument();
  const { versions, error } = useVersions();
  return (
    <div className={styles.panel}>
      {isEditable && <SaveVersion />}
      {error && <p className={text.quiet}>{t('notShown', { reason: problem(error) ?? '' })}</p>}
      {versions?.length === 0 && <p className={text.quiet}>{t('none')}</p>}
      {versions && versions.length > 0 && (
        <>
          <ol className={styles.list} aria-label={t('list')} reversed>
            {versions.map((version) => (
              <Version key={version.version} version={version} />
            ))}
          </ol>
          <CompareVersions key={versions[0]?.version} versions={versions} />
        </>
      )}
    </div>
  );
}

function Version({ version }: { version: DocumentVersionView }) {
  const t = useMessages(messages);
  const { nameOf } = useOpenDocument();
  const { zone } = useDocumentPlace();
  return (
    <li className={styles.version}>
      <p>
        <span className={styles.number}>{t('version', { version: String(version.version) })}</span>
        {version.note !== null && (
          <>
            {' '}
            <Name isWrapping>{version.note}</Name>
          </>
        )}
      </p>
      <p className={text.quiet}>
        {t.rich('byline', {
          name: () => (
            <Name key="name" isWrapping>
              {nameOf(version.by)}
            </Name>
          ),
          time: () => <Time key="time" at={version.at} zone={zone} show="dateTime" />,
        })}
      </p>
      {!version.isInProposal && <p className={text.quiet}>{t('tooLongForProposal')}</p>}
    </li>
  );
}
