import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { messages } from './messages.js';

interface RefusedRoomProps {
  meetingId: string;
  /** What the server, or the line, gave as the reason. */
  refusal: unknown;
  onRetry(): void;
}

/** Why one is not, or no longer, in the room, and the way on. */
export function RefusedRoom({ meetingId, refusal, onRetry }: RefusedRoomProps) {
  const t = useMessages(messages);
  const sentence = useProblem()(refusal);
  const code = codeOf(refusal);
  const isLost = ['not_found', 'participant_removed', 'removed', 'link_revoked'].includes(code);
  useTitle(t('refusedTitle'));

  if (code === 'meeting_not_open') return <Navigate to={`/m/${meetingId}/lobby`} replace />;
  if (code === 'unauthenticated' || code === 'login_ended') {
    return (
      <Reason title={t('signInTitle')} words={t('signInWords')}>
        <ButtonLink to="/login" variant="primary">
          {t('signIn')}
        </ButtonLink>
      </Reason>
    );
  }
  if (code === 'room_closed') return <Navigate to={`/m/${meetingId}/closed`} replace />;
  if (isLost) {
    return (
      <Reason
        title={t(code === 'not_found' ? 'refusedTitle' : 'lostTitle')}
        words={lostWords(code, t, sentence)}
      >
        <ButtonLink to="/" variant="primary">
          {t('toMeetings')}
        </ButtonLink>
      </Reason>
    );
  }
  return (
    <Reason title={t('refusedTitle')} words={endedWords(code, t, sentence)}>
      <Button variant="primary" onPress={() => (code === 'protocol_version' ? location.reload() : onRetry())}>
        {t(code === 'protocol_version' ? 'reload' : 'tryAgain')}
      </Button>
    </Reason>
  );
}

function Reason({ title, words, children }: { title: string; words: string | null; children: ReactNode }) {
  return (
    <div className={layout.reading}>
      <EmptyState level={1} title={title} action={children}>
        {words}
      </EmptyState>
    </div>
  );
}

type Words = ReturnType<typeof useMessages<keyof typeof messages.en>>;

function lostWords(code: string, t: Words, sentence: string | null): string | null {
  return code === 'removed' || code === 'participant_removed' ? t('removedWords') : sentence;
}

function endedWords(code: string, t: Words, sentence: string | null): string | null {
  if (code === 'closed' || code === 'slow' || code === 'server_stopping') return t('endedWords');
  return sentence;
}

function codeOf(refusal: unknown): string {
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal ? String(refusal.code) : '';
}
