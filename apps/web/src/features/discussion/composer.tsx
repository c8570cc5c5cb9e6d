import { LIMITS } from '@roundtable/contracts';
import { Eye, PencilLine, SendHorizontal } from 'lucide-react';
import { useEffect, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { usePreferences } from '../../app/preferences/use-preferences.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { Button } from '../../ui/button.js';
import { Markdown } from '../../ui/markdown.js';
import { TextArea } from '../../ui/text-area.js';
import text from '../../ui/text.module.css';
import { Tooltip } from '../../ui/tooltip.js';
import { ComposerBanner } from './composer-banner.js';
import { ComposerMenu } from './composer-menu.js';
import type { Composing } from './discussion-context.js';
import { MentionList } from './mention-list.js';
import { messages } from './messages.js';
import { sends } from './sends.js';
import { useMentions } from './use-mentions.js';
import { useWriting } from './use-writing.js';
import styles from './composer.module.css';

export interface ComposerHandle {
  reply(seq: number, quote: string | null): void;
  focus(): void;
}

interface ComposerProps {
  composing: Composing;
  ref: Ref<ComposerHandle>;
  onSaid(): void;
  /** Back to writing something new. */
  onDone(): void;
  onEditLast(): void;
}

/** Where one writes: something new, a change of one's words, or refused words again. */
export function Composer({ composing, ref, onSaid, onDone, onEditLast }: ComposerProps) {
  const t = useMessages(messages);
  const { sendWithEnter } = usePreferences();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [isPreview, setPreview] = useState(false);
  const writing = useWriting(composing, onDone);
  const mentions = useMentions(field, writing.change);
  const isPost = composing.mode === 'post';
  const isTooLong = writing.text.length > LIMITS.bodyLength;

  useImperativeHandle(ref, () => ({
    reply: (seq, quote) => {
      writing.reply(seq, quote);
      field.current?.focus();
    },
    focus: () => field.current?.focus(),
  }));
  useEffect(() => {
    if (!isPost) field.current?.focus();
  }, [composing, isPost]);
  useShortcut({ code: 'KeyP', alt: true, inFields: true, label: t('preview'), group: t('writing') }, () =>
    setPreview(!isPreview),
  );

  const send = () => {
    if (isTooLong) return;
    setPreview(false);
    mentions.close();
    if (writing.send()) onSaid();
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (mentions.press(event)) return;
    if (sends(event, sendWithEnter)) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && isPost && writing.text === '') {
      event.preventDefault();
      onEditLast();
    } else if (event.key === 'Escape') {
      if (!isPost) onDone();
      else if (writing.draft.replyTo !== null) writing.reply(null, null);
      else field.current?.blur();
    }
  };

  return (
    <div className={styles.composer}>
      <ComposerBanner
        composing={composing}
        draft={writing.draft}
        onCancel={() => (isPost ? writing.reply(null, null) : onDone())}
      />
      <div className={styles.row}>
        <div className={styles.field}>
          <MentionList
            id={listId}
            people={mentions.matches}
            chosen={mentions.chosen}
            onTake={mentions.take}
          />
          {isPreview ? (
            <div className={styles.preview} aria-label={t('preview')} role="region" tabIndex={0}>
              <div className={text.record}>
                <Markdown>{writing.text.trim() || t('nothingToPreview')}</Markdown>
              </div>
            </div>
          ) : (
            <TextArea
              label={t('yourWords')}
              hideLabel
              isRecord
              rows={1}
              limit={LIMITS.bodyLength}
              placeholder={t(isPost ? 'write' : 'changeWords')}
              value={writing.text}
              inputRef={field}
              error={isTooLong ? t('tooLong') : undefined}
              onChange={writing.change}
              onKeyDownCapture={press}
              onKeyUp={mentions.look}
              onBlur={mentions.close}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={mentions.matches.length > 0 ? listId : undefined}
              aria-activedescendant={mentions.matches.length > 0 ? `${listId}-${mentions.chosen}` : undefined}
            />
          )}
        </div>
        <div className={styles.tools}>
          <Tooltip text={t('previewKey')}>
            <Button
              variant="icon"
              aria-label={t(isPreview ? 'writeOn' : 'preview')}
              aria-pressed={isPreview}
              onPress={() => setPreview(!isPreview)}
            >
              {isPreview ? <PencilLine size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
            </Button>
          </Tooltip>
          <ComposerMenu />
          <Button
            variant="primary"
            className={styles.send}
            aria-label={t(isPost ? 'send' : 'save')}
            isDisabled={writing.text.trim() === '' || isTooLong}
            onPress={send}
          >
            <SendHorizontal size={18} aria-hidden />
          </Button>
        </div>
      </div>
    </div>
  );
}
