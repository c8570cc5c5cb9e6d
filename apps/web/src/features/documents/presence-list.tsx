import { useSyncExternalStore, useState, type CSSProperties } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { hueOf } from '../../ui/initials.js';
import { Name } from '../../ui/name.js';
import { Popover } from '../../ui/popover.js';
import { listWriters, type Writer } from './editing/writers.js';
import { messages } from './messages.js';
import styles from './presence-list.module.css';

interface PresenceListProps {
  awareness: Awareness;
  self: string | null;
  nameOf(participant: string | null): string;
}

const SHOWN = 4;

/** Who else has the text open, each with the colour of their caret. */
export function PresenceList({ awareness, self, nameOf }: PresenceListProps) {
  const t = useMessages(messages);
  const others = useWriters(awareness, self).filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return <p className={styles.alone}>{t('alone')}</p>;
  const shown = others.length > SHOWN ? others.slice(0, SHOWN - 1) : others;
  return (
    <div className={styles.presence}>
      <ul className={styles.list} aria-label={t('writers')}>
        {shown.map((writer) => (
          <WriterName key={writer.participant} writer={writer} nameOf={nameOf} />
        ))}
      </ul>
      {shown.length < others.length && (
        <Popover
          label={t('writers')}
          trigger={
            <Button variant="quiet" size="small" className={styles.more}>
              {t('writersMore', { count: others.length - shown.length })}
            </Button>
          }
        >
          <ul className={styles.all}>
            {others.map((writer) => (
              <WriterName key={writer.participant} writer={writer} nameOf={nameOf} isWhole />
            ))}
          </ul>
        </Popover>
      )}
    </div>
  );
}

interface WriterNameProps {
  writer: Writer;
  nameOf(participant: string | null): string;
  isWhole?: boolean;
}

function WriterName({ writer, nameOf, isWhole }: WriterNameProps) {
  const hue = { '--hue': hueOf(writer.participant) } as CSSProperties;
  return (
    <li className={styles.writer} style={hue}>
      <span className={styles.dot} aria-hidden />
      <Name isWrapping={isWhole}>{nameOf(writer.participant)}</Name>
    </li>
  );
}

function useWriters(awareness: Awareness, self: string | null): Writer[] {
  const [store] = useState(() => writerStore(awareness, self));
  return useSyncExternalStore(store.subscribe, store.getWriters);
}

/** Cursors move all the time; the list is a new one only when people come or go. */
function writerStore(awareness: Awareness, self: string | null) {
  let writers = listWriters(awareness, self);
  return {
    getWriters: () => writers,
    subscribe: (listener: () => void) => {
      const renew = () => {
        const next = listWriters(awareness, self);
        const isSame = next.map(idOf).join() === writers.map(idOf).join();
        if (isSame) return;
        writers = next;
        listener();
      };
      awareness.on('change', renew);
      renew();
      return () => awareness.off('change', renew);
    },
  };
}

function idOf({ participant }: Writer): string {
  return participant;
}
