import { useEffect, useRef } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { isOwn } from './record-rows.js';

const namedAtMost = 4;

/** Lets screen readers hear of what others say, in one sentence a second at most. */
export function useAnnouncements(): void {
  const t = useMessages(messages);
  const { collect } = useAnnouncer();
  const { formatList } = useFormats();
  const { state, people } = useRoom();
  const { record } = state;
  const self = state.me?.participant ?? '';
  const heardUpTo = useRef(record?.head ?? 0);

  useEffect(() => {
    if (!record) return;
    const { timeline } = record;
    for (let index = timeline.length - 1; index >= 0; index--) {
      const seq = timeline[index] ?? 0;
      if (seq <= heardUpTo.current) break;
      const message = record.messages.get(seq);
      if (!message || isOwn(message, self)) continue;
      const name = people.get(message.author ?? '')?.name.slice(0, 80) ?? t('unknownSpeaker');
      collect('messages', name, (names) => {
        const different = [...new Set(names)];
        const said = different.slice(0, namedAtMost);
        const more = different.length - said.length;
        return t('heard', {
          count: names.length,
          names: formatList(more > 0 ? [...said, t('others', { count: more })] : said),
        });
      });
    }
    heardUpTo.current = record.head;
  }, [record, people, self, collect, formatList, t]);
}
