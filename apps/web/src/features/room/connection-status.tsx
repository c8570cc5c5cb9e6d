import { useEffect, useState } from 'react';
import type { ConnectionState } from '@roundtable/client';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { phone, useMediaQuery } from '../../ui/use-media-query.js';
import { useNow } from '../../ui/use-now.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';
import { useLateness } from './use-lateness.js';
import styles from './connection-status.module.css';

const reliefMs = 4_000;

/** How the line stands: silent when all is well or a cut is short, then in words; "up to date" once afterwards. */
export function ConnectionStatus({ onRetry }: { onRetry(): void }) {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const { status, connection } = useRoom().state;
  const isLate = useLateness(status !== 'live');
  const isPhone = useMediaQuery(phone);
  const isRelieved = useRelief(isLate);
  const now = useNow(isLate && connection.name !== 'online' ? 1_000 : null);
  const words = isLate ? t(wordsFor(connection, isPhone), { seconds: secondsLeft(connection, now) }) : null;
  const kind = isLate ? connection.name : isRelieved ? 'relieved' : null;

  useEffect(() => {
    if (kind === 'relieved') announce(t('upToDate'));
    else if (kind !== null) announce(t(kind === 'online' ? 'catchingUp' : 'lineLost'));
  }, [kind, announce, t]);

  if (words === null) return isRelieved ? <Badge tone="ok">{t('upToDate')}</Badge> : null;
  return (
    <span className={styles.status}>
      <Badge tone="warn" hasDot>
        {words}
      </Badge>
      {connection.name === 'reconnecting' && (
        <Button variant="quiet" size="small" className={styles.retry} onPress={onRetry}>
          {t('tryNow')}
        </Button>
      )}
    </span>
  );
}

/** True for a few seconds after something that was shown is over. */
function useRelief(wasShown: boolean): boolean {
  const [isRelieved, setRelieved] = useState(false);
  useEffect(() => {
    if (!wasShown) return;
    setRelieved(false);
    return () => setRelieved(true);
  }, [wasShown]);
  useEffect(() => {
    if (!isRelieved) return;
    const timer = setTimeout(() => setRelieved(false), reliefMs);
    return () => clearTimeout(timer);
  }, [isRelieved]);
  return isRelieved;
}

function wordsFor({ name }: ConnectionState, isPhone: boolean) {
  if (name === 'online') return 'catchingUp';
  if (name === 'connecting') return 'connecting';
  if (isPhone) return name === 'offline' ? 'offlineShort' : 'reconnectingShort';
  return name === 'offline' ? 'offline' : 'reconnecting';
}

function secondsLeft(connection: ConnectionState, now: number): number {
  if (connection.name !== 'reconnecting') return 0;
  return Math.max(0, Math.ceil((connection.nextAttemptAt - now) / 1000));
}
