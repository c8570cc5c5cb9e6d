import { useMessages } from '../../app/i18n/use-messages.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { useCapture } from '../proposals/use-capture.js';
import { useRoom } from '../room/room-context.js';
import { useDiscussion } from './discussion-context.js';
import { mayChange } from './may-change.js';
import { messages } from './messages.js';
import { openingWords, quoteFromSelection } from './quote-selection.js';

/** Single keys that act on the focused entry, or on the words selected in the record. */
export function EntryShortcuts({ seq }: { seq: number | null }) {
  const t = useMessages(messages);
  const { client, state, may } = useRoom();
  const deeds = useDiscussion();
  const { captureSelection, addSelection, canCapture } = useCapture();
  const message = seq === null ? undefined : state.record?.messages.get(seq);
  const isLive = message !== undefined && message.withdrawn === null;
  const group = t('record');
  const self = state.me?.participant ?? '';
  const reply = (quote: string | null) => message && deeds.startReply(message.seq, quote);

  useShortcut({ code: 'KeyR', label: t('reply'), group, when: isLive && may('discussion.post') }, () =>
    reply(message ? quoteFromSelection(message.seq, message.body) : null),
  );
  useShortcut(
    { code: 'Period', shift: true, label: t('quote'), group, when: isLive && may('discussion.post') },
    () =>
      reply(message ? (quoteFromSelection(message.seq, message.body) ?? openingWords(message.body)) : null),
  );
  useShortcut(
    { code: 'KeyE', label: t('edit'), group, when: isLive && mayChange(message, self, may) },
    () => message && deeds.startEdit(message.seq),
  );
  useShortcut(
    { code: 'Equal', shift: true, label: `${t('react')} 👍`, group, when: isLive && may('discussion.react') },
    () => {
      if (!message) return;
      const mine = message.reactions.some(
        ({ reaction, participants }) => reaction === '👍' && participants.includes(self),
      );
      client.react({ target: message.seq, reaction: '👍', on: !mine });
    },
  );
  useShortcut({ code: 'KeyP', label: t('capture'), group, when: canCapture }, captureSelection);
  useShortcut({ code: 'KeyP', shift: true, label: t('addToOpen'), group, when: canCapture }, addSelection);
  return null;
}
