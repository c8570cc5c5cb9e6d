import type { ItemView, MeetingDetail } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { AddItemForm } from './add-item-form.js';
import { AgendaLine } from './agenda-line.js';
import styles from './agenda.module.css';
import { messages } from './messages.js';
import { useAgendaDeeds } from './use-agenda-deeds.js';

/** The agenda; those who keep it write, order and open it where it stands. */
export function Agenda({ detail: { meeting, items, me } }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const deeds = useAgendaDeeds(meeting.id);
  const [parent, setParent] = useState<ItemView | null>(null);
  const ordered = [...items].sort((one, other) => one.order - other.order);
  const isOver = meeting.state === 'closed' || meeting.state === 'published';
  const mayKeep = me.permissions.includes('agenda.manage') && !isOver;
  const siblingsOf = (item: ItemView) => ordered.filter((other) => other.parent === item.parent);
  return (
    <>
      {ordered.length === 0 && (
        <EmptyState title={t('agendaEmpty')} level={3}>
          {t(mayKeep ? 'agendaEmptyStaff' : 'agendaEmptyWords')}
        </EmptyState>
      )}
      {ordered.length > 0 && (
        <ol className={styles.agenda} role="list">
          {ordered.map((item) => (
            <AgendaLine
              key={item.id}
              item={item}
              siblings={siblingsOf(item)}
              hasChildren={ordered.some((other) => other.parent === item.id)}
              isMeetingOpen={meeting.state === 'open'}
              mayKeep={mayKeep}
              onDeed={deeds.mutate}
              onAddUnder={() => setParent(item)}
            />
          ))}
        </ol>
      )}
      {mayKeep && (
        <AddItemForm
          parent={parent}
          isPending={deeds.isPending}
          onAdd={(title, allottedMs) =>
            deeds.mutateAsync({ deed: 'add', title, allottedMs, parent: parent?.id ?? null })
          }
          onForgetParent={() => setParent(null)}
        />
      )}
    </>
  );
}
