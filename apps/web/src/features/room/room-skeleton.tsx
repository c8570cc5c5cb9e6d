import type { ConnectionState } from '@roundtable/client';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLateness } from './use-lateness.js';
import { messages } from './messages.js';
import styles from './room-layout.module.css';

interface RoomSkeletonProps {
  connection?: ConnectionState;
  onRetry?(): void;
}

/** The room before anything is known of it; says so when that takes long. */
export function RoomSkeleton({ connection, onRetry }: RoomSkeletonProps) {
  const t = useMessages(messages);
  const isLate = useLateness(true);
  const isCut = connection?.name === 'reconnecting' || connection?.name === 'offline';
  return (
    <div className={styles.waiting} aria-busy="true">
      <Progress label={t('joining')} />
      {isLate && isCut && (
        <p role="status" className={styles.late}>
          {t(connection.name === 'offline' ? 'waitOffline' : 'waitUnreachable')}{' '}
          {onRetry && (
            <Button variant="quiet" size="small" onPress={onRetry}>
              {t('tryNow')}
            </Button>
          )}
        </p>
      )}
      <div className={styles.skeleton}>
        <Skeleton lines={2} />
        <Skeleton lines={4} />
        <Skeleton lines={3} />
      </div>
    </div>
  );
}
