import type { LobbyView } from '@roundtable/contracts';
import { useEffect } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useAnnouncer } from '../../../app/announcer/announcer.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { ButtonLink } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/skeleton.js';
import { useNow } from '../../../ui/use-now.js';
import { LoadProblem } from '../load-problem.js';
import { useLobby } from '../meeting-queries.js';
import { Card } from './card.js';
import { countDown } from './countdown.js';
import styles from './lobby-screen.module.css';
import { messages } from './messages.js';

const ASKS_EVERY_MS = 4_000;

/** The page before the room opens. It asks every few seconds and goes in by itself. */
export function LobbyScreen() {
  const t = useMessages(messages);
  const { meeting: id = '' } = useParams();
  const lobby = useLobby(id, ASKS_EVERY_MS);
  useTitle(lobby.data ? `${t('lobby')}: ${lobby.data.meeting.title}` : t('lobby'));
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
  const { state } = lobby.data.meeting;
  if (state === 'closed' || state === 'published') return <Navigate to={`/m/${id}/closed`} replace />;
  return <Waiting lobby={lobby.data} isLineLost={lobby.isError} />;
}

function Waiting({ lobby, isLineLost }: { lobby: LobbyView; isLineLost: boolean }) {
  const t = useMessages(messages);
  const { meeting, room, participant, mayRead } = lobby;
  const toRoom = `/m/${meeting.id}/${room}`;
  const isOpen = meeting.state === 'open' || meeting.state === 'suspended';
  useEntrance(isOpen, toRoom);
  return (
    <Card meeting={meeting} opening={t('lobbyTitle', { name: participant.name })}>
      <div className={styles.waiting}>
        {isLineLost && <Banner tone="warn">{t('lineLost')}</Banner>}
        <p className={styles.countdown}>{isOpen ? t('letIn') : <Countdown at={meeting.startsAt} />}</p>
        <p className={styles.words}>{t('lobbyWords')}</p>
        {mayRead && !isOpen && (
          <div className={styles.early}>
            <p>{t('staffEarly')}</p>
            <ButtonLink to={toRoom} variant="primary">
              {t('goIn')}
            </ButtonLink>
          </div>
        )}
        <ButtonLink to={`/m/${meeting.id}`} variant="quiet">
          {t('aboutMeeting')}
        </ButtonLink>
      </div>
    </Card>
  );
}

function Countdown({ at }: { at: string }) {
  const t = useMessages(messages);
  const now = useNow(5_000);
  const { key, ...values } = countDown(Date.parse(at), now);
  return key === 'overdue' ? t('overdue') : t('begins', { when: t(key, values) });
}

/** Goes in as soon as the room is open, and says so to eyes and ears: the page changes under somebody's hands. */
function useEntrance(isOpen: boolean, toRoom: string): void {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const { announce } = useAnnouncer();
  useEffect(() => {
    if (!isOpen) return;
    announce(t('letIn'));
    showToast({ text: t('letIn') });
    void navigate(toRoom, { replace: true });
  }, [isOpen, toRoom, navigate, announce, t]);
}
