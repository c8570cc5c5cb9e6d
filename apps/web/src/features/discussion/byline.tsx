import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { useRoleWords } from '../room/use-role-words.js';
import { messages } from './messages.js';
import styles from './byline.module.css';

interface BylineProps {
  author: string | null;
  /** Whoever entered words that were said aloud. */
  recordedBy?: string | null;
  isStatement?: boolean;
}

/** Who speaks, for which delegation and in which role. */
export function Byline({ author, recordedBy, isStatement }: BylineProps) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const roleWords = useRoleWords();
  const person = author === null ? undefined : people.get(author);
  const delegation = state.record?.snapshot.meetings.delegations.find(({ id }) => id === person?.delegation);
  const roles = person && roleWords(person);
  const recorder = recordedBy ? people.get(recordedBy) : undefined;
  return (
    <div className={styles.byline}>
      <Name className={styles.author}>{person?.name ?? t('unknownSpeaker')}</Name>
      {delegation && <Name className={styles.detail}>{delegation.shortName ?? delegation.name}</Name>}
      {roles && <span className={styles.role}>{roles}</span>}
      {isStatement && (
        <span className={styles.spoken}>
          {recorder
            ? t.rich('spokenRecordedBy', {
                name: recorder.name,
                who: (words) => <bdi key="who">{words}</bdi>,
              })
            : t('spoken')}
        </span>
      )}
    </div>
  );
}
