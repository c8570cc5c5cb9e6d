import { countBrackets, type CommuniqueView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../../ui/badge.js';
import { Time } from '../../../ui/time.js';
import { useDirectory } from '../../proposals/directory.js';
import { messages } from '../messages.js';
import styles from './communique.module.css';

const TONES: Record<CommuniqueView['state'], Tone> = {
  draft: 'neutral',
  circulated: 'accent',
  adopted: 'ok',
};

/** How many brackets of a text are open. */
export function openBrackets({ parts }: CommuniqueView): number {
  return parts.reduce((sum, { text }) => sum + countBrackets(text), 0);
}

/** State, version and hash, what is open, and how it was adopted. */
export function CommuniqueState({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { meeting, people } = useDirectory();
  const { adoption, state } = communique;
  const open = openBrackets(communique);
  return (
    <>
      <Badge tone={TONES[state]}>{t(`state_${state}`)}</Badge>
      <span>{t('version', { version: String(communique.version) })}</span>
      <span title={communique.sha256}>
        SHA-256 <code className={styles.hash}>{communique.sha256.slice(0, 12)}</code>
      </span>
      {state === 'draft' && <span>{t('openBrackets', { count: open })}</span>}
      {adoption && (
        <span>
          {t.rich(adoption.by ? 'adoptedBy' : 'adoptedBySilence', {
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
