import { useLocation } from 'react-router';
import { ApiError } from '../../app/api-error.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { messages } from './messages.js';

/** A screen that could not be read: sign in where that is missing, else try again. Unknown meetings are not found. */
export function LoadProblem({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  const t = useMessages(messages);
  const sentence = useProblem()(problem);
  const { pathname } = useLocation();
  if (problem instanceof ApiError && problem.code === 'not_found') throw problem;
  const isSignedOut = problem instanceof ApiError && problem.code === 'unauthenticated';
  return (
    <div className={layout.reading}>
      {isSignedOut ? (
        <EmptyState
          level={1}
          title={t('signedOutTitle')}
          action={
            <ButtonLink to={`/login?to=${encodeURIComponent(pathname)}`} variant="primary">
              {t('signIn')}
            </ButtonLink>
          }
        >
          {t('signedOutWords')}
        </EmptyState>
      ) : (
        <EmptyState
          level={1}
          title={sentence ?? ''}
          action={
            <Button variant="primary" onPress={onRetry}>
              {t('tryAgain')}
            </Button>
          }
        />
      )}
    </div>
  );
}
