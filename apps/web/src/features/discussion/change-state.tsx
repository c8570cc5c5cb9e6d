import type { MessageState } from '@roundtable/client';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { useRoom } from '../room/room-context.js';
import { useDiscussion } from './discussion-context.js';
import { messages } from './messages.js';
import type { PendingChange } from './pending-changes.js';
import styles from './entry.module.css';

/** How an own change of an entry stands: on its way, or refused and what to do. */
export function ChangeState({ message, change }: { message: MessageState; change: PendingChange }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();
  const { startEdit } = useDiscussion();
  const { edit, withdrawal } = change;
  const refused = [edit, withdrawal].find((item) => item?.status === 'refused');
  if (refused) {
    return (
      <div className={styles.refused} role="alert">
        <span>{problem(refused.refused)}</span>
        <Button variant="quiet" size="small" onPress={() => client.revise(refused.clientId, {})}>
          {t('retry')}
        </Button>
        {refused === edit && (
          <Button variant="quiet" size="small" onPress={() => startEdit(message.seq)}>
            {t('edit')}
          </Button>
        )}
        <Button variant="quiet" size="small" onPress={() => client.discard(refused.clientId)}>
          {t('discard')}
        </Button>
      </div>
    );
  }
  if (withdrawal) return <p className={styles.sending}>{t('withdrawing')}</p>;
  return edit ? <p className={styles.sending}>{t('savingEdit')}</p> : null;
}
