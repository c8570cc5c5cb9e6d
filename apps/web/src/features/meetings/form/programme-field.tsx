import { LIMITS } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { classNames } from '../../../ui/class-names.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { Markdown } from '../../../ui/markdown.js';
import { TextArea } from '../../../ui/text-area.js';
import text from '../../../ui/text.module.css';
import { FormPart } from './form-part.js';
import type { DraftFieldsProps } from './meeting-form.js';
import styles from './meeting-form.module.css';
import { messages } from './messages.js';

/** The programme in Markdown, and how it will look. */
export function ProgrammeField({ draft, onChange }: DraftFieldsProps) {
  const t = useMessages(messages);
  return (
    <FormPart title={t('programme')}>
      <TextArea
        label={t('programme')}
        hideLabel
        isRecord
        rows={6}
        description={t('programmeHint')}
        limit={LIMITS.programmeLength}
        value={draft.programme}
        onChange={(programme) => onChange({ programme })}
      />
      {draft.programme.trim() && (
        <Disclosure summary={t('preview')}>
          <div className={classNames(text.record, styles.preview)}>
            <Markdown>{draft.programme}</Markdown>
          </div>
        </Disclosure>
      )}
    </FormPart>
  );
}
