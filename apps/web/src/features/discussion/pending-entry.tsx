import { Clock } from 'lucide-react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { useRoom } from '../room/room-context.js';
import { Byline } from './byline.js';
import { useDiscussion } from './discussion-context.js';
import { EntryBody } from './entry-body.js';
import { messages } from './messages.js';
import { Quotation } from './quotation.js';
import type { PendingWords } from './record-rows.js';
import styles from './entry.module.css';

/** Own words on their way to the record, or refused by it. */
export function PendingEntry({ item, isFirst }: { item: PendingWords; isFirst: boolean }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const isStatement = item.intent === 'discussion.state';
  const self = state.me?.participant ?? null;
  const reply = item.intent === 'discussion.post' ? item.words : null;
  const isRefused = item.status === 'refused';
  return (
    <article
      className={styles.entry}
      data-first={isFirst || undefined}
      data-pending={!isRefused || undefined}
      data-statement={isStatement || undefined}
      aria-label={t(isRefused ? 'refused' : 'sending')}
    >
      <span className={styles.margin} data-shown>
        {!isRefused && <Clock size={13} aria-hidden />}
      </span>
      <div className={styles.content}>
        {isFirst && (
          <Byline
            author={item.intent === 'discussion.state' ? item.words.speaker : self}
            recordedBy={isStatement ? self : null}
            isStatement={isStatement}
          />
        )}
        {typeof reply?.replyTo === 'number' && (
          <Quotation replyTo={reply.replyTo} quote={reply.quote ?? null} />
        )}
        <EntryBody body={item.words.body} mentions={reply?.mentions ?? []} />
        {isRefused && <Refusal item={item} />}
      </div>
    </article>
  );
}

function Refusal({ item }: { item: PendingWords }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();
  const { startMending } = useDiscussion();
  return (
    <div className={styles.refused} role="alert">
      <span>
        {t('refused')} {problem(item.refused)}
      </span>
      <Button variant="quiet" size="small" onPress={() => client.revise(item.clientId, {})}>
        {t('retry')}
      </Button>
      <Button variant="quiet" size="small" onPress={() => startMending(item)}>
        {t('edit')}
      </Button>
      <Button variant="quiet" size="small" onPress={() => client.discard(item.clientId)}>
        {t('discard')}
      </Button>
    </div>
  );
}
