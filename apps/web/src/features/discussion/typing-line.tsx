import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './typing-line.module.css';

const namedAtMost = 3;

/** Who is writing now. Takes its place always, so that nothing jumps. */
export function TypingLine() {
  const t = useMessages(messages);
  const { formatList } = useFormats();
  const { state, people } = useRoom();
  const names = state.typing.map((id) => people.get(id)?.name ?? '').filter((name) => name !== '');
  const words =
    names.length > namedAtMost
      ? t('manyTyping', { count: names.length })
      : t('typing', {
          count: names.length,
          names: formatList(names.map((name) => `\u2068${name.slice(0, 40)}\u2069`)),
        });
  return <div className={styles.line}>{names.length > 0 && words}</div>;
}
