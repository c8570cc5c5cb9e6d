import { LIMITS } from '@roundtable/contracts';
import { useDeferredValue } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { TextArea } from '../../ui/text-area.js';
import { DiffWords } from '../documents/versions/diff-words.js';
import { diffTexts } from './amendment-diff.js';
import type { AmendmentDraft, DraftFaults } from './amendment-draft.js';
import { messages } from './messages.js';
import styles from './amendments.module.css';

interface WordsFieldProps {
  draft: AmendmentDraft;
  /** How the paragraph reads that the words are for; empty where there is none. */
  before: string;
  fault: DraftFaults['text'] | undefined;
  onChange(text: string): void;
}

/** The new words, and beneath them what they change. */
export function WordsField({ draft, before, fault, onChange }: WordsFieldProps) {
  const t = useMessages(messages);
  const after = useDeferredValue(draft.kind === 'delete' ? '' : draft.text);
  const parts = diffTexts(before, after);
  const isChanged = parts.some(({ kind }) => kind !== 'same');
  return (
    <>
      {draft.kind !== 'delete' && (
        <TextArea
          label={t('newWords')}
          description={t('newWordsHint')}
          value={draft.text}
          onChange={onChange}
          rows={4}
          limit={LIMITS.amendmentTextLength}
          isRecord
          error={fault && t(fault, { limit: LIMITS.amendmentTextLength })}
        />
      )}
      {isChanged && (
        <section aria-label={t('change')} className={styles.preview} tabIndex={0}>
          <div className={styles.words}>
            <DiffWords parts={parts} />
          </div>
        </section>
      )}
    </>
  );
}
