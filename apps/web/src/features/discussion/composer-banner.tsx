import { X } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { useRoom } from '../room/room-context.js';
import type { Composing } from './discussion-context.js';
import type { Draft } from './draft-store.js';
import { firstWords } from './first-words.js';
import { messages } from './messages.js';
import styles from './composer.module.css';

interface ComposerBannerProps {
  composing: Composing;
  draft: Draft;
  onCancel(): void;
}

/** What the words in the composer are for, when they are not simply new. */
export function ComposerBanner({ composing, draft, onCancel }: ComposerBannerProps) {
  const t = useMessages(messages);
  const { state, people } = useRoom();
  const isReply = composing.mode === 'post' && draft.replyTo !== null;
  if (composing.mode === 'post' && !isReply) return null;
  const original = draft.replyTo === null ? undefined : state.record?.messages.get(draft.replyTo);
  const author = people.get(original?.author ?? '')?.name;
  return (
    <div className={styles.banner}>
      <div className={styles.bannerWords}>
        <span className={styles.bannerTitle}>
          {isReply
            ? t.rich('replyingTo', {
                name: author ?? t('entryNumber', { seq: draft.replyTo ?? 0 }),
                who: (words) => <bdi key="who">{words}</bdi>,
              })
            : t(composing.mode === 'edit' ? 'editing' : 'mending')}
        </span>
        {isReply && <bdi className={styles.quote}>{firstWords(draft.quote ?? original?.body ?? '')}</bdi>}
      </div>
      <Button variant="icon" size="small" aria-label={t('cancel')} onPress={onCancel}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}
