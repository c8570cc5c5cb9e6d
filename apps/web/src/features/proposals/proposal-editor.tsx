import { LIMITS, type ProposalView } from '@roundtable/contracts';
import { Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Markdown } from '../../ui/markdown.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { ToggleButton } from '../../ui/toggle-button.js';
import text from '../../ui/text.module.css';
import { DraftField } from './draft-field.js';
import type { DraftKeeper, KeptDraft } from './draft-keeper.js';
import { messages } from './messages.js';
import { takeFocusWish } from './proposal-store.js';
import { returnToPlace } from './return-place.js';
import { SaveNote } from './save-note.js';
import { SharedDocument } from './shared-document.js';
import { useDraft } from './use-draft.js';
import styles from './proposal-editor.module.css';

/** A proposal being written beside the running discussion; saves itself. */
export function ProposalEditor({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const { keeper, ...kept } = useDraft(proposal);
  const title = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // A sheet that has just opened takes the focus first.
    const frame = requestAnimationFrame(() => {
      if (!takeFocusWish(proposal.number, 'title')) return;
      title.current?.focus({ preventScroll: true });
      title.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [proposal.number]);

  const finishTitle = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keeper.flush();
    returnToPlace();
  };

  return (
    <div className={styles.editor}>
      <SaveNote kept={kept} keeper={keeper} />
      <div onKeyDown={finishTitle}>
        <DraftField field="title" kept={kept} keeper={keeper}>
          {(props) => <TextField {...props} inputRef={title} description={t('titleHint')} />}
        </DraftField>
      </div>
      <Suspense fallback={<SavedText words={kept.draft.fields.text} />}>
        <SharedDocument proposal={proposal} plain={<PlainText kept={kept} keeper={keeper} />}>
          <SavedText words={kept.draft.fields.text} />
        </SharedDocument>
      </Suspense>
      <DraftField field="focusArea" kept={kept} keeper={keeper}>
        {(props) => <TextField {...props} isOptional />}
      </DraftField>
      <DraftField field="responsible" kept={kept} keeper={keeper}>
        {(props) => <TextField {...props} isOptional />}
      </DraftField>
      <DraftField field="timeline" kept={kept} keeper={keeper}>
        {(props) => <TextField {...props} isOptional />}
      </DraftField>
    </div>
  );
}

/** The text as it was last saved, to be read. */
function SavedText({ words }: { words: string }) {
  const t = useMessages(messages);
  return (
    <section aria-label={t('text')} className={styles.shown}>
      <p className={styles.label}>{t('text')}</p>
      <div className={text.record}>
        <Markdown>{words}</Markdown>
      </div>
    </section>
  );
}

/** The text as Markdown in a field of one's own, saved whole. */
function PlainText({ kept, keeper }: { kept: KeptDraft; keeper: DraftKeeper }) {
  const t = useMessages(messages);
  const [isPreview, setPreview] = useState(false);
  return (
    <div className={styles.text}>
      <ToggleButton size="small" className={styles.preview} isSelected={isPreview} onChange={setPreview}>
        {t('preview')}
      </ToggleButton>
      {isPreview ? (
        <SavedText words={kept.draft.fields.text} />
      ) : (
        <DraftField field="text" kept={kept} keeper={keeper}>
          {(props) => <TextArea {...props} rows={3} isRecord limit={LIMITS.proposalTextLength} />}
        </DraftField>
      )}
    </div>
  );
}
