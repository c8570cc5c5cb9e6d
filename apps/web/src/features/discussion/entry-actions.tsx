import type { MessageState } from '@roundtable/client';
import { REACTIONS } from '@roundtable/contracts';
import { FileText, MoreHorizontal, Reply, SmilePlus } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuItem } from '../../ui/menu.js';
import { Popover } from '../../ui/popover.js';
import { Tooltip } from '../../ui/tooltip.js';
import { useCapture } from '../proposals/use-capture.js';
import { useRoom } from '../room/room-context.js';
import { useDiscussion } from './discussion-context.js';
import { messages } from './messages.js';
import { openingWords, quoteFromSelection } from './quote-selection.js';
import { mayChange } from './may-change.js';
import styles from './entry-actions.module.css';

interface EntryActionsProps {
  message: MessageState;
  /** While one of its surfaces is open the bar must stay. */
  onOpenChange(isOpen: boolean): void;
}

/** What one can do with an entry, at its corner while it is pointed at or focused. */
export function EntryActions({ message, onOpenChange }: EntryActionsProps) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const deeds = useDiscussion();
  const { captureEntry, captureSelection, canCapture } = useCapture();
  const { seq } = message;
  const capture = () =>
    quoteFromSelection(seq, message.body) === null ? captureEntry(seq) : captureSelection();

  return (
    <div className={styles.bar} role="toolbar" aria-label={t('actions')}>
      {may('discussion.react') && <ReactButton message={message} onOpenChange={onOpenChange} />}
      {may('discussion.post') && (
        <Tooltip text={t('replyKey')}>
          <Button
            variant="icon"
            size="small"
            aria-label={t('reply')}
            onPress={() => deeds.startReply(seq, quoteFromSelection(seq, message.body))}
          >
            <Reply size={16} aria-hidden />
          </Button>
        </Tooltip>
      )}
      {canCapture && (
        <Tooltip text={t('captureKey')}>
          <Button variant="icon" size="small" aria-label={t('capture')} onPress={capture}>
            <FileText size={16} aria-hidden />
          </Button>
        </Tooltip>
      )}
      <MoreMenu message={message} onOpenChange={onOpenChange} />
    </div>
  );
}

function ReactButton({ message, onOpenChange }: EntryActionsProps) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const self = state.me?.participant ?? '';
  const isOn = (reaction: string) =>
    message.reactions.some((each) => each.reaction === reaction && each.participants.includes(self));
  return (
    <Popover
      label={t('react')}
      placement="top"
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="icon" size="small" aria-label={t('react')}>
          <SmilePlus size={16} aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <div className={styles.choices}>
          {REACTIONS.map((reaction) => (
            <Button
              key={reaction}
              variant="icon"
              aria-label={reaction}
              aria-pressed={isOn(reaction)}
              className={styles.choice}
              onPress={() => {
                client.react({ target: message.seq, reaction, on: !isOn(reaction) });
                close();
              }}
            >
              <span aria-hidden>{reaction}</span>
            </Button>
          ))}
        </div>
      )}
    </Popover>
  );
}

function MoreMenu({ message, onOpenChange }: EntryActionsProps) {
  const t = useMessages(messages);
  const { state, may } = useRoom();
  const deeds = useDiscussion();
  const { seq } = message;
  const isMine = mayChange(message, state.me?.participant ?? '', may);
  const copyLink = async () => {
    await navigator.clipboard.writeText(new URL(deeds.linkOf(seq), location.href).href);
    showToast({ text: t('linkCopied') });
  };
  return (
    <Menu
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="icon" size="small" aria-label={t('more')}>
          <MoreHorizontal size={16} aria-hidden />
        </Button>
      }
    >
      {may('discussion.post') ? (
        <MenuItem
          onAction={() =>
            deeds.startReply(seq, quoteFromSelection(seq, message.body) ?? openingWords(message.body))
          }
        >
          {t('quote')}
        </MenuItem>
      ) : null}
      <MenuItem onAction={() => void copyLink()}>{t('copyLink')}</MenuItem>
      {message.version > 1 ? (
        <MenuItem onAction={() => deeds.showHistory(seq)}>{t('showHistory')}</MenuItem>
      ) : null}
      {isMine ? <MenuItem onAction={() => deeds.startEdit(seq)}>{t('edit')}</MenuItem> : null}
      {isMine ? (
        <MenuItem isDangerous onAction={() => deeds.askWithdrawal(seq)}>
          {t('withdraw')}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
