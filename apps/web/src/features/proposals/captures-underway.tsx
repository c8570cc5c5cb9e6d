import type { PendingItem } from '@roundtable/client';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './captures-underway.module.css';

/** Captures that the server has not taken yet, so that nobody captures the same words twice while waiting. */
export function CapturesUnderway() {
  const { state } = useRoom();
  const captures = state.pending.filter(({ intent }) => intent === 'proposals.capture');
  if (captures.length === 0) return null;
  return (
    <ul className={styles.list}>
      {captures.map((item) => (
        <Underway key={item.clientId} item={item} />
      ))}
    </ul>
  );
}

function Underway({ item }: { item: PendingItem }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client, state } = useRoom();
  if (item.intent !== 'proposals.capture') return null;
  const isRefused = item.status === 'refused';
  return (
    <li className={styles.item}>
      <bdi className={styles.words}>{item.words.sources.map(({ words }) => words).join(' … ')}</bdi>
      <span className={styles.state} data-refused={isRefused || undefined}>
        {isRefused
          ? `${t('captureRefused')}. ${problem(item.refused) ?? ''}`
          : t(state.status === 'live' ? 'underway' : 'underwayWaiting')}
      </span>
      {isRefused && (
        <Button variant="quiet" size="small" onPress={() => client.discard(item.clientId)}>
          {t('discard')}
        </Button>
      )}
    </li>
  );
}
