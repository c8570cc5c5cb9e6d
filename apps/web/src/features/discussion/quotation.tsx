import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { useDiscussion } from './discussion-context.js';
import { firstWords } from './first-words.js';
import { messages } from './messages.js';
import styles from './quotation.module.css';

/** What a reply answers: leads to the entry itself. */
export function Quotation({ replyTo, quote }: { replyTo: number; quote: string | null }) {
  const t = useMessages(messages);
  const { state, people } = useRoom();
  const { goTo } = useDiscussion();
  const original = state.record?.messages.get(replyTo);
  const author = original?.author ? people.get(original.author)?.name : undefined;
  const words = original?.withdrawn ? t('withdrawnShort') : firstWords(quote ?? original?.body ?? '');
  return (
    <button type="button" className={styles.quotation} onClick={() => goTo(replyTo)}>
      <Name className={styles.author}>{author ?? t('entryNumber', { seq: replyTo })}</Name>
      {words && (
        <bdi className={styles.words} data-exact={quote !== null || undefined}>
          {words}
        </bdi>
      )}
    </button>
  );
}
