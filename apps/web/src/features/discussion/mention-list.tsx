import type { ParticipantView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './mention-list.module.css';

interface MentionListProps {
  id: string;
  people: readonly ParticipantView[];
  chosen: number;
  onTake(person: ParticipantView): void;
}

/** The names offered after an @, above the field; the focus stays in the field. */
export function MentionList({ id, people, chosen, onTake }: MentionListProps) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const delegations = state.record?.snapshot.meetings.delegations;
  if (people.length === 0) return null;
  return (
    <ul id={id} className={styles.list} role="listbox" aria-label={t('mention')}>
      {people.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.person}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(person);
          }}
        >
          <Name className={styles.name}>{person.name}</Name>
          <Name className={styles.detail}>
            {delegations?.find((each) => each.id === person.delegation)?.name ?? person.position ?? ''}
          </Name>
        </li>
      ))}
    </ul>
  );
}
