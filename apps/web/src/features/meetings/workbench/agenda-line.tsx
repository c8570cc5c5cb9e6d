import type { ItemView } from '@roundtable/contracts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Name } from '../../../ui/name.js';
import { phone, useMediaQuery } from '../../../ui/use-media-query.js';
import { messages as meetingMessages } from '../messages.js';
import styles from './agenda.module.css';
import { ItemMenu } from './item-menu.js';
import { messages } from './messages.js';
import type { AgendaDeed } from './use-agenda-deeds.js';

export interface AgendaLineProps {
  item: ItemView;
  /** The items of its level, in order, with itself. */
  siblings: readonly ItemView[];
  hasChildren: boolean;
  isMeetingOpen: boolean;
  mayKeep: boolean;
  onDeed(deed: AgendaDeed): void;
  onAddUnder(): void;
}

const MINUTE_MS = 60_000;
const tones: Partial<Record<ItemView['state'], Tone>> = { open: 'accent', suspended: 'warn' };

/** One agenda item: number, title, time, and for those who keep the agenda what can be done with it. */
export function AgendaLine(props: AgendaLineProps) {
  const words = useMessages(meetingMessages);
  const { item, mayKeep } = props;
  const depth = item.number.split('.').length - 1;
  return (
    <li className={styles.line} data-state={item.state} style={{ '--depth': depth } as CSSProperties}>
      <span className={styles.number}>{item.number}</span>
      <span className={styles.title} dir="auto">
        <Name isWrapping>{item.title}</Name>
        {item.state !== 'planned' && (
          <Badge className={styles.state} tone={tones[item.state]}>
            {words(`item_${item.state}`)}
          </Badge>
        )}
      </span>
      <span className={styles.time}>
        {item.allottedMs ? words('minutes', { count: Math.round(item.allottedMs / MINUTE_MS) }) : null}
      </span>
      {mayKeep && (
        <span className={styles.deeds}>
          <Moves {...props} />
          <ItemMenu {...props} />
        </span>
      )}
    </li>
  );
}

function Moves({ item, siblings, onDeed }: AgendaLineProps) {
  const t = useMessages(messages);
  const isPhone = useMediaQuery(phone);
  const place = siblings.indexOf(item);
  if (isPhone || siblings.length < 2) return null;
  const name = `${item.number} ${item.title}`;
  return (
    <>
      <Button
        variant="icon"
        size="small"
        isDisabled={place === 0}
        aria-label={`${t('moveUp')}: ${name}`}
        onPress={() => onDeed({ deed: 'move', item, place: place - 1 })}
      >
        <ArrowUp size={16} aria-hidden />
      </Button>
      <Button
        variant="icon"
        size="small"
        isDisabled={place === siblings.length - 1}
        aria-label={`${t('moveDown')}: ${name}`}
        onPress={() => onDeed({ deed: 'move', item, place: place + 1 })}
      >
        <ArrowDown size={16} aria-hidden />
      </Button>
    </>
  );
}
