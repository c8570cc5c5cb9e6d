import type { SetView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge } from '../../../ui/badge.js';
import { Time } from '../../../ui/time.js';
import { useDirectory } from '../../proposals/directory.js';
import { messages } from '../messages.js';
import styles from './set-table.module.css';

/** Draft or adopted, the version and the hash that stands for it, and who adopted it, when and why. */
export function SetState({ set }: { set: SetView }) {
  const t = useMessages(messages);
  const { meeting, people } = useDirectory();
  const { adoption } = set;
  return (
    <>
      <Badge tone={set.state === 'adopted' ? 'ok' : 'neutral'}>{t(`state_${set.state}`)}</Badge>
      <span>{t('version', { version: String(set.version) })}</span>
      <span title={set.sha256}>
        SHA-256 <code className={styles.hash}>{set.sha256.slice(0, 12)}</code>
      </span>
      {adoption && (
        <span>
          {t.rich('adoptedBy', {
            name: () => <bdi key="name">{people.get(adoption.by ?? '')?.name ?? t('unnamed')}</bdi>,
            time: () => (
              <Time key="time" at={adoption.at} zone={meeting.zone} show="dateTime" dateStyle="medium" />
            ),
          })}
          {adoption.reason && <bdi> · {adoption.reason}</bdi>}
        </span>
      )}
    </>
  );
}
