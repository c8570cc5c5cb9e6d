import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { narrow, useMediaQuery } from '../../ui/use-media-query.js';
import { HandButton } from '../floor/hand-button.js';
import { messages } from './messages.js';
import { openPanel } from './panel-store.js';
import { useRoom } from './room-context.js';
import styles from './item-line.module.css';

/** What is being discussed now, who has the floor, and one's hand. */
export function ItemLine() {
  const t = useMessages(messages);
  const { state, people } = useRoom();
  const isNarrow = useMediaQuery(narrow);
  const snapshot = state.record?.snapshot;
  const item = snapshot?.meetings.items.find((each) => each.state === 'open');
  const speech = snapshot?.floor.requests.find((request) => request.state === 'speaking');
  const speaker = speech && people.get(speech.participant);
  if (!item && !speaker && isNarrow) return null;
  return (
    <div className={styles.line}>
      <button type="button" className={styles.item} onClick={() => openPanel('agenda')}>
        <span className={styles.kicker}>{t(item ? 'itemNow' : 'noItem')}</span>
        {item && <Name className={styles.words}>{`${item.number}. ${item.title}`}</Name>}
      </button>
      {speaker && (
        <button type="button" className={styles.speaker} onClick={() => openPanel('speakers')}>
          <span className={styles.kicker}>{t('floorNow')}</span>
          <Name className={styles.words}>{speaker.name}</Name>
        </button>
      )}
      {!isNarrow && <HandButton />}
    </div>
  );
}
