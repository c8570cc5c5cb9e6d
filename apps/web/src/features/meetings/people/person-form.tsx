import type { MeetingDetail, ParticipantView } from '@roundtable/contracts';
import { useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { FormError } from '../../../ui/form-error.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { messages as meetingMessages } from '../messages.js';
import { messages } from './messages.js';
import { emptyPerson, findPersonFaults, personDraftOf } from './person-draft.js';
import { PersonFields } from './person-fields.js';
import { useSavePerson } from './use-save-person.js';

interface PersonFormProps {
  detail: MeetingDetail;
  person: ParticipantView | null;
  email: string | null | undefined;
  onDone(): void;
}

export function PersonForm({ detail, person, email, onDone }: PersonFormProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [draft, setDraft] = useState(
    person ? personDraftOf(person, email ?? null, detail.delegations) : emptyPerson(),
  );
  const [hasTried, setTried] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const save = useSavePerson(detail, person, email !== undefined);

  const submit = async (isOneOfMany: boolean) => {
    if (save.isPending) return;
    setTried(true);
    if (Object.keys(findPersonFaults(draft)).length > 0) return;
    try {
      await save.mutateAsync(draft);
    } catch {
      return; // Shown in the form.
    }
    showToast({ text: t(person ? 'saved' : 'added', { name: draft.name.trim() }) });
    if (!isOneOfMany) return onDone();
    setTried(false);
    setDraft(emptyPerson(draft.delegation));
    nameInput.current?.focus();
  };
  return (
    <Form label={t(person ? 'changePerson' : 'addPerson')} onSubmit={() => void submit(false)}>
      <PersonFields
        draft={draft}
        faults={hasTried ? findPersonFaults(draft) : {}}
        delegations={detail.delegations}
        nameInput={nameInput}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <FormError
        problem={save.error}
        fields={{ name: t('name'), email: t('email'), position: t('position'), delegation: t('delegation') }}
      />
      <div className={layout.row}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {words('save')}
        </Button>
        {!person && (
          <Button isPending={save.isPending} onPress={() => void submit(true)}>
            {t('addAnother')}
          </Button>
        )}
      </div>
    </Form>
  );
}
