import { Navigate, useParams } from 'react-router';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { ButtonLink } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/skeleton.js';
import { OutcomeLinks } from '../../publications/outcome-links.js';
import { LoadProblem } from '../load-problem.js';
import { useLobby } from '../meeting-queries.js';
import { Card } from './card.js';
import styles from './lobby-screen.module.css';
import { messages } from './messages.js';

/** The page after a meeting: thanks, and the way to what remains of it. */
export function ClosedScreen() {
  const t = useMessages(messages);
  const { formatDateTime } = useFormats();
  const { meeting: id = '' } = useParams();
  const lobby = useLobby(id, false);
  useTitle(lobby.data ? `${t('closed')}: ${lobby.data.meeting.title}` : t('closed'));
  if (lobby.error && !lobby.data) {
    return <LoadProblem problem={lobby.error} onRetry={() => void lobby.refetch()} />;
  }
  if (!lobby.data) {
    return (
      <div className={layout.reading}>
        <Skeleton lines={6} />
      </div>
    );
  }
  const { meeting, participant } = lobby.data;
  const { closedAt, zone, state } = meeting;
  if (state !== 'closed' && state !== 'published') return <Navigate to={`/m/${id}/lobby`} replace />;
  return (
    <Card meeting={meeting} opening={t('thanksName', { name: participant.name })}>
      <div className={styles.waiting}>
        <p className={styles.words}>
          {t('closedWords', { time: formatDateTime(closedAt ?? meeting.endsAt, { zone }) })}
        </p>
        <ButtonLink to={`/m/${id}/transcript`} variant="primary">
          {t('transcript')}
        </ButtonLink>
        <ButtonLink to={`/m/${id}/proposals`} variant="quiet">
          {t('proposals')}
        </ButtonLink>
        <OutcomeLinks meetingId={id} />
      </div>
    </Card>
  );
}
