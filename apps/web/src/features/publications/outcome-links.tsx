import { useMessages } from '../../app/i18n/use-messages.js';
import { ButtonLink } from '../../ui/button.js';
import { messages as followUpMessages } from '../follow-up/messages.js';
import { messages } from './messages.js';

/** The way to what a meeting hands over. */
export function OutcomeLinks({ meetingId }: { meetingId: string }) {
  const t = useMessages(messages);
  const words = useMessages(followUpMessages);
  return (
    <>
      <ButtonLink variant="quiet" to={`/m/${meetingId}/set`}>
        {t('set')}
      </ButtonLink>
      <ButtonLink variant="quiet" to={`/m/${meetingId}/communique`}>
        {t('communique')}
      </ButtonLink>
      <ButtonLink variant="quiet" to={`/m/${meetingId}/follow-up`}>
        {words('followUp')}
      </ButtonLink>
    </>
  );
}
