import type { JoinView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useParams } from 'react-router';
import { api, apiHref } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import layout from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/skeleton.js';
import { Card } from './card.js';
import { EntryForm } from './entry-form.js';
import { EntryPass } from './entry-pass.js';
import { LineCheck } from './line-check.js';
import { isLinkAtFault, lookAgainMs } from './link-fault.js';
import { LinkProblem } from './link-problem.js';
import { messages } from './messages.js';
import styles from './join-screen.module.css';

/** The page behind a personal link. Looking at it consumes nothing; entering is a press of a button. */
export function JoinScreen() {
  const t = useMessages(messages);
  const { token = '' } = useParams();
  const invitation = useQuery({
    queryKey: ['join', token],
    queryFn: ({ signal }) => api.get<JoinView>(`/join/${encodeURIComponent(token)}`, { signal }),
    refetchInterval: ({ state }) => lookAgainMs(state.error),
  });
  useTitle(invitation.data ? `${t('invitation')}: ${invitation.data.meeting.title}` : t('invitation'));
  const { error: problem } = invitation;
  if (problem && (!invitation.data || isLinkAtFault(problem))) {
    return <LinkProblem problem={problem} onRetry={() => void invitation.refetch()} />;
  }
  if (!invitation.data) {
    return (
      <div className={layout.reading}>
        <Skeleton lines={9} />
      </div>
    );
  }
  return <Invitation token={token} view={invitation.data} />;
}

function Invitation({ token, view }: { token: string; view: JoinView }) {
  const t = useMessages(messages);
  const { meeting, participant, delegation, invitedBy, signedInAs, entered } = view;
  const isOver = meeting.state === 'closed' || meeting.state === 'published';
  return (
    <Card meeting={meeting} opening={t.rich('invites', { host: invitedBy })}>
      <div className={styles.parts}>
        {signedInAs && (
          <Banner tone="warn">{t('signedInAs', { name: signedInAs, person: participant.name })}</Banner>
        )}
        {entered && <Banner>{t('entered')}</Banner>}
        <EntryPass participant={participant} delegation={delegation} />
        <EntryForm token={token} view={view} />
        {!isOver && (
          <footer className={styles.foot}>
            <section aria-labelledby="line-check">
              <h2 id="line-check" className={styles.heading}>
                {t('lineTitle')}
              </h2>
              <LineCheck />
            </section>
            <a className={styles.calendar} href={apiHref(`/join/${token}/calendar.ics`)} download>
              <CalendarPlus size={16} aria-hidden />
              {t('calendar')}
            </a>
          </footer>
        )}
      </div>
    </Card>
  );
}
