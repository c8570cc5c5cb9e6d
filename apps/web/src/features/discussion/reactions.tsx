import type { MessageState } from '@roundtable/client';
import type { Reaction } from '@roundtable/contracts';
import { Button as AriaButton } from 'react-aria-components';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Tooltip } from '../../ui/tooltip.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { shownReactions, type PendingChange } from './pending-changes.js';
import styles from './reactions.module.css';

const namedAtMost = 12;

/** The reactions under an entry with their counts; the names show on hover and focus, a press joins or leaves. */
export function Reactions({ message, change }: { message: MessageState; change?: PendingChange }) {
  const t = useMessages(messages);
  const { formatList } = useFormats();
  const { client, state, people, may } = useRoom();
  const self = state.me?.participant ?? '';
  const shown = shownReactions(message, change, self);
  if (shown.length === 0) return null;

  const namesOf = (participants: readonly string[]) => {
    const names = participants.slice(0, namedAtMost).map((id) => shorten(people.get(id)?.name ?? '—'));
    const more = participants.length - names.length;
    return formatList(more > 0 ? [...names, t('others', { count: more })] : names);
  };
  return (
    <div className={styles.reactions} role="group" aria-label={t('reactions')}>
      {shown.map(({ reaction, participants }) => {
        const isMine = participants.includes(self);
        return (
          <Tooltip key={reaction} text={<bdi>{namesOf(participants)}</bdi>}>
            <AriaButton
              className={styles.reaction}
              data-mine={isMine || undefined}
              aria-pressed={isMine}
              aria-label={`${reaction} ${participants.length}`}
              isDisabled={!may('discussion.react') || message.withdrawn !== null}
              onPress={() =>
                client.react({ target: message.seq, reaction: reaction as Reaction, on: !isMine })
              }
            >
              <span aria-hidden>{reaction}</span>
              <span className={styles.count}>{participants.length}</span>
            </AriaButton>
          </Tooltip>
        );
      })}
    </div>
  );
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
