import type { MessageState } from '@roundtable/client';
import { useState } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Time } from '../../ui/time.js';
import { ProvenanceMark } from '../proposals/provenance-mark.js';
import { useRoom } from '../room/room-context.js';
import { Byline } from './byline.js';
import { ChangeState } from './change-state.js';
import { useDiscussion } from './discussion-context.js';
import { EntryActions } from './entry-actions.js';
import { EntryBody } from './entry-body.js';
import { messages } from './messages.js';
import type { PendingChange } from './pending-changes.js';
import { Quotation } from './quotation.js';
import { Reactions } from './reactions.js';
import { Tombstone } from './tombstone.js';
import styles from './entry.module.css';

interface MessageEntryProps {
  message: MessageState;
  isFirst: boolean;
  isGoal: boolean;
  isCurrent: boolean;
  change?: PendingChange;
}

/** Something somebody wrote, or said aloud and was entered. */
export function MessageEntry({ message, isFirst, isGoal, isCurrent, change }: MessageEntryProps) {
  const t = useMessages(messages);
  const { formatTime } = useFormats();
  const { people, state } = useRoom();
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isBarOpen, setBarOpen] = useState(false);
  const zone = state.record?.snapshot.meetings.meeting.zone;
  const author = people.get(message.author ?? '')?.name ?? t('unknownSpeaker');
  const body = change?.edit && change.edit.status !== 'refused' ? change.edit.words.body : message.body;
  const isActive = (isPointedAt || isFocused || isBarOpen) && message.withdrawn === null;

  return (
    <article
      id={`entry-${message.seq}`}
      className={styles.entry}
      data-first={isFirst || undefined}
      data-goal={isGoal || undefined}
      data-statement={message.kind === 'statement' || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('entryBy', { author: author.slice(0, 80), time: formatTime(message.at, { zone }) })}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
    >
      <span className={styles.margin}>
        <Time at={message.at} zone={zone} />
      </span>
      <div className={styles.content}>
        {isFirst && (
          <Byline
            author={message.author}
            recordedBy={message.recordedBy}
            isStatement={message.kind === 'statement'}
          />
        )}
        {message.replyTo !== null && <Quotation replyTo={message.replyTo} quote={message.quote} />}
        {message.withdrawn || body === null ? (
          <Tombstone message={message} />
        ) : (
          <EntryBody seq={message.seq} body={body} mentions={message.mentions} />
        )}
        <EntryNotes message={message} />
        {change && <ChangeState message={message} change={change} />}
        <Reactions message={message} change={change} />
        {isActive && <EntryActions message={message} onOpenChange={setBarOpen} />}
      </div>
    </article>
  );
}

function EntryNotes({ message }: { message: MessageState }) {
  const t = useMessages(messages);
  const { showHistory } = useDiscussion();
  const isEdited = message.version > 1 && message.withdrawn === null;
  if (!isEdited && message.proposals.length === 0) return null;
  return (
    <div className={styles.notes}>
      {isEdited && (
        <button type="button" className={styles.edited} onClick={() => showHistory(message.seq)}>
          {t('edited')}
        </button>
      )}
      {message.proposals.length > 0 && <ProvenanceMark numbers={[...message.proposals]} />}
    </div>
  );
}
