import { useState, type Dispatch, type SetStateAction } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { FormError } from '../../../ui/form-error.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { findFaults, type MeetingDraft } from './meeting-draft.js';
import styles from './meeting-form.module.css';
import { messages } from './messages.js';
import { ProgrammeField } from './programme-field.js';
import { PlaceFields } from './place-fields.js';
import { WhatFields } from './what-fields.js';
import { WhenFields } from './when-fields.js';

export interface MeetingFormProps {
  draft: MeetingDraft;
  onDraft: Dispatch<SetStateAction<MeetingDraft>>;
  label: string;
  /** Null where it can be saved no more: what was written is there to be copied. */
  submitLabel: string | null;
  problem: unknown;
  isPending: boolean;
  onSubmit(draft: MeetingDraft): void;
  onCancel?: { label: string; run(): void };
}

/** What each group of fields is given. A fault shows once somebody tried to send. */
export interface DraftFieldsProps {
  draft: MeetingDraft;
  faults: Partial<Record<keyof MeetingDraft, string>>;
  onChange(change: Partial<MeetingDraft>): void;
}

/** Everything about a meeting but its agenda and people. */
export function MeetingForm({
  draft,
  onDraft,
  label,
  submitLabel,
  problem,
  isPending,
  onSubmit,
  onCancel,
}: MeetingFormProps) {
  const t = useMessages(messages);
  const [hasTried, setTried] = useState(false);
  const faults = Object.entries(hasTried ? findFaults(draft) : {}).map(([field, fault]) => [field, t(fault)]);
  const fields: DraftFieldsProps = {
    draft,
    faults: Object.fromEntries(faults) as DraftFieldsProps['faults'],
    onChange: (change) => onDraft((before) => ({ ...before, ...change })),
  };
  const submit = () => {
    if (isPending || submitLabel === null) return;
    setTried(true);
    if (Object.keys(findFaults(draft)).length === 0) onSubmit(draft);
    else requestAnimationFrame(focusFirstFault);
  };
  return (
    <Form label={label} className={styles.form} onSubmit={submit}>
      <WhatFields {...fields} />
      <WhenFields {...fields} onReplace={onDraft} />
      <PlaceFields {...fields} />
      <ProgrammeField {...fields} />
      <FormError problem={problem} fields={useFieldLabels()} />
      <div className={layout.row}>
        {submitLabel !== null && (
          <Button type="submit" variant="primary" isPending={isPending}>
            {submitLabel}
          </Button>
        )}
        {onCancel && (
          <Button variant="quiet" onPress={onCancel.run}>
            {onCancel.label}
          </Button>
        )}
      </div>
    </Form>
  );
}

function useFieldLabels(): Record<string, string> {
  const t = useMessages(messages);
  return {
    title: t('titleField'),
    host: t('hostField'),
    startsAt: t('starts'),
    endsAt: t('ends'),
    zone: t('zone'),
    languages: t('languages'),
    venue: t('venue'),
    conferenceUrl: t('conference'),
    programme: t('programme'),
  };
}

function focusFirstFault(): void {
  const wrong = document.querySelector<HTMLElement>('form [aria-invalid="true"], form [data-invalid] input');
  wrong?.focus();
}
