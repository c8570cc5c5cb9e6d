import type { Attendance, EnterAnswer, EnterRequest, JoinView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { FormError } from '../../../ui/form-error.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { forgetWhoIAm } from '../../identity/use-me.js';
import styles from './entry-form.module.css';
import { messages } from './messages.js';
import { placeAfterEntering } from './place-after-entering.js';

const ways = {
  draft: 'enterLobby',
  scheduled: 'enterLobby',
  open: 'enterRoom',
  suspended: 'enterRoom',
  closed: 'enterClosed',
  published: 'enterClosed',
} as const;

/** Consent, on site or remote, and the one button that lets people in. */
export function EntryForm({ token, view: { meeting, participant } }: { token: string; view: JoinView }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [consent, setConsent] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [attendance, setAttendance] = useState<Attendance>(firstAttendance(meeting, participant.attendance));
  const enter = useMutation({
    mutationFn: () =>
      api.post<EnterAnswer>(`/join/${encodeURIComponent(token)}`, {
        consent,
        attendance,
      } satisfies EnterRequest),
    onSuccess: async (answer) => {
      await navigate(placeAfterEntering(answer, meeting.state));
      await forgetWhoIAm();
    },
  });
  const submit = () => {
    setTried(true);
    if (consent) enter.mutate();
  };
  const isOver = meeting.state === 'closed' || meeting.state === 'published';
  return (
    <Form className={styles.form} onSubmit={submit} label={t(ways[meeting.state])}>
      {meeting.venue && meeting.remote && !isOver && (
        <RadioGroup<Attendance>
          label={t('attendance')}
          orientation="horizontal"
          value={attendance}
          onChange={setAttendance}
          choices={[
            { value: 'onSite', label: t('onSite') },
            { value: 'remote', label: t('remote') },
          ]}
        />
      )}
      <Checkbox
        isSelected={consent}
        onChange={setConsent}
        isInvalid={hasTried && !consent}
        hint={t('consentHint')}
      >
        {t('consent')}
      </Checkbox>
      {hasTried && !consent && (
        <p className={styles.fault} role="alert">
          {t('consentFirst')}
        </p>
      )}
      <FormError problem={enter.error} />
      <Button type="submit" variant="primary" className={styles.enter} isPending={enter.isPending}>
        {t(ways[meeting.state])}
      </Button>
    </Form>
  );
}

function firstAttendance(meeting: JoinView['meeting'], known: Attendance | null): Attendance {
  if (!meeting.venue) return 'remote';
  return meeting.remote ? (known ?? 'remote') : 'onSite';
}
