import {
  LANGUAGES,
  type InvitationMessage,
  type Language,
  type ParticipantView,
} from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { localeNames } from '../../../app/i18n/locales.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { CopyButton, CopyField } from '../../../ui/copy-field.js';
import { Dialog } from '../../../ui/dialog.js';
import { FormError } from '../../../ui/form-error.js';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/radio-group.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { TextArea } from '../../../ui/text-area.js';
import { messages } from './messages.js';

interface LetterDialogProps {
  meeting: string;
  person: ParticipantView;
  isOpen: boolean;
  onClose(): void;
}

/** The invitation as a letter, to be sent from one's own mail program. */
export function LetterDialog({ isOpen, onClose, ...rest }: LetterDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog
      title={t('letterTitle', { name: rest.person.name })}
      size="large"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Letter {...rest} />
    </Dialog>
  );
}

function Letter({ meeting, person }: Pick<LetterDialogProps, 'meeting' | 'person'>) {
  const t = useMessages(messages);
  const [language, setLanguage] = useState<Language | null>(asLanguage(person.language));
  const letter = useQuery({
    queryKey: ['meeting', meeting, 'letter', person.id, language],
    queryFn: ({ signal }) =>
      api.get<InvitationMessage>(`/meetings/${meeting}/participants/${person.id}/invitation/message`, {
        query: { language },
        signal,
      }),
  });
  return (
    <div className={layout.stack}>
      <RadioGroup
        label={t('language')}
        orientation="horizontal"
        value={language}
        onChange={setLanguage}
        choices={LANGUAGES.map((value) => ({ value, label: localeNames[value] }))}
      />
      <FormError problem={letter.error} />
      {letter.isPending && <Skeleton lines={8} />}
      {letter.data && (
        <>
          <CopyField label={t('subject')} value={letter.data.subject} />
          <TextArea label={t('letterText')} value={letter.data.text} isReadOnly rows={10} />
          <div className={layout.row}>
            <CopyButton text={letter.data.text} label={t('copyText')} />
            <a href={mailto(letter.data)}>{t('openMail')}</a>
          </div>
        </>
      )}
    </div>
  );
}

function mailto({ to, subject, text }: InvitationMessage): string {
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/g, '\r\n'))}`;
  return `mailto:${encodeURIComponent(to ?? '')}?${query}`;
}

function asLanguage(tag: string | null): Language | null {
  return LANGUAGES.find((language) => language === tag) ?? null;
}
