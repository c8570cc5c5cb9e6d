import { LIMITS, type ItemView } from '@roundtable/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Form } from '../../ui/form.js';
import { FormError } from '../../ui/form-error.js';
import { Name } from '../../ui/name.js';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';
import { useAgenda } from './use-agenda.js';
import styles from './agenda-panel.module.css';

/** The agenda with what stands where; staff lead through it. */
export function AgendaPanel() {
  const t = useMessages(messages);
  const { state, may } = useRoom();
  const meetings = state.record?.snapshot.meetings;
  const items = meetings?.items ?? [];
  const isOver = meetings?.meeting.state === 'closed' || meetings?.meeting.state === 'published';
  const mayManage = may('agenda.manage') && !isOver;
  return (
    <div className={styles.panel}>
      {items.length === 0 && (
        <EmptyState title={t('agendaEmpty')}>
          {t(mayManage ? 'agendaEmptyStaff' : 'agendaEmptyWords')}
        </EmptyState>
      )}
      <ol className={styles.items}>
        {items.map((item) => (
          <Item key={item.id} item={item} mayLead={mayManage && meetings?.meeting.state === 'open'} />
        ))}
      </ol>
      {mayManage && <AddItem />}
    </div>
  );
}

function Item({ item, mayLead }: { item: ItemView; mayLead: boolean }) {
  const t = useMessages(messages);
  const { lead } = useAgenda();
  const isOpen = item.state === 'open';
  const isDone = item.state === 'closed' || item.state === 'withdrawn';
  const act = isOpen ? 'close' : 'open';
  return (
    <li
      className={styles.item}
      data-state={item.state}
      data-child={item.parent !== null || undefined}
      aria-current={isOpen || undefined}
    >
      <span className={styles.number}>{item.number}</span>
      <div className={styles.body}>
        <Name isWrapping className={styles.title}>
          {item.title}
        </Name>
        <span className={styles.state}>
          {isOpen ? (
            <Badge tone="accent" hasDot>
              {t('item_open')}
            </Badge>
          ) : (
            t(`item_${item.state}`)
          )}
        </span>
      </div>
      {mayLead && !isDone && (
        <Button
          size="small"
          variant={isOpen ? 'secondary' : 'quiet'}
          isPending={lead.isPending}
          aria-label={t(isOpen ? 'closeItemOf' : 'openItemOf', { item: item.number })}
          onPress={() => lead.mutate({ item: item.id, act })}
        >
          {t(isOpen ? 'closeItem' : 'openItem')}
        </Button>
      )}
    </li>
  );
}

function AddItem() {
  const t = useMessages(messages);
  const { add } = useAgenda();
  const [title, setTitle] = useState('');
  const save = () => {
    // Enter reaches the form of one field also while its button is at rest.
    if (add.isPending || title.trim() === '') return;
    add.mutate(title.trim(), { onSuccess: () => setTitle('') });
  };
  return (
    <Form onSubmit={save} className={styles.add}>
      <div className={styles.addRow}>
        <TextField
          className={styles.addField}
          label={t('newItem')}
          hideLabel
          placeholder={t('newItem')}
          value={title}
          onChange={setTitle}
          maxLength={LIMITS.titleLength}
        />
        <Button type="submit" variant="icon" aria-label={t('addItem')} isPending={add.isPending}>
          <Plus size={18} aria-hidden />
        </Button>
      </div>
      <FormError problem={add.error} fields={{ title: t('newItem') }} />
    </Form>
  );
}
