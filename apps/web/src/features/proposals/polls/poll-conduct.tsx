import type { PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { messages } from './messages.js';
import { useMayPut } from './use-may-put.js';
import { usePollActs } from './use-poll-acts.js';
import styles from './poll-detail.module.css';

/** What the chair does with a poll: starts, closes, publishes, cancels it. */
export function PollConduct({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  const acts = usePollActs();
  const { isPending } = acts;
  const mayPut = useMayPut();
  if (poll.state === 'published' || poll.state === 'cancelled') return null;
  return (
    <footer className={styles.acts}>
      {poll.state === 'created' && mayPut && (
        <Button variant="primary" isPending={isPending} onPress={() => void acts.start(poll)}>
          {t('start')}
        </Button>
      )}
      {poll.state === 'started' && (
        <>
          <Button variant="primary" isPending={isPending} onPress={() => void acts.close(poll, true)}>
            {t('closeAndPublish')}
          </Button>
          <Button isPending={isPending} onPress={() => void acts.close(poll, false)}>
            {t('close')}
          </Button>
          {!poll.rules.hidesResults && (
            <Button variant="quiet" isPending={isPending} onPress={() => void acts.hide(poll)}>
              {t('hide')}
            </Button>
          )}
        </>
      )}
      {poll.state === 'closed' ? (
        <Button variant="primary" isPending={isPending} onPress={() => void acts.publish(poll)}>
          {t('publish')}
        </Button>
      ) : (
        <ConfirmDialog
          title={t('cancelTitle', { number: String(poll.number) })}
          confirmLabel={t('cancelPoll')}
          cancelLabel={t('keep')}
          isDangerous
          onConfirm={() => void acts.cancel(poll)}
          trigger={<Button variant="quiet">{t('cancelPoll')}</Button>}
        >
          <p>{t('cancelWords')}</p>
        </ConfirmDialog>
      )}
    </footer>
  );
}
