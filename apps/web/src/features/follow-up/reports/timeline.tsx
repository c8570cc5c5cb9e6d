import type { FollowUpView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/skeleton.js';
import { messages } from '../messages.js';
import styles from '../follow-up.module.css';
import { UpdateItem } from './update-item.js';
import { useTimeline } from './use-timeline.js';

/** Every report, newest first. */
export function Timeline({ followUp }: { followUp: FollowUpView }) {
  const t = useMessages(messages);
  const { data, error, refetch } = useTimeline(followUp);
  return (
    <section className={layout.stack} aria-label={t('timeline')}>
      <h3>{t('timeline')}</h3>
      {error && !data && (
        <p className={layout.row}>
          {t('timelineFailed')}
          <Button size="small" onPress={() => void refetch()}>
            {t('tryAgain')}
          </Button>
        </p>
      )}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <p className={styles.quiet}>{t('noReports')}</p>}
      {data && data.length > 0 && (
        <ol className={styles.updates}>
          {data.map((update) => (
            <UpdateItem key={update.id} followUp={followUp} update={update} />
          ))}
        </ol>
      )}
    </section>
  );
}
