import { useEffect } from 'react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import layout from '../ui/layout.module.css';
import { ApiError } from './api-error.js';
import { useProblem } from './errors/use-problem.js';
import { useMessages } from './i18n/use-messages.js';
import { messages } from './messages.js';
import { NotFound } from './not-found.js';

/** Stands in for a screen that threw: while rendering, while loading its code, or with a refusal it did not expect. */
export function ErrorScreen() {
  const t = useMessages(messages);
  const sentence = useProblem();
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);

  const isMissing = isRouteErrorResponse(error)
    ? error.status === 404
    : error instanceof ApiError && error.status === 404;
  if (isMissing) return <NotFound />;
  const text = error instanceof ApiError ? sentence(error) : t('brokenText');
  return (
    <div className={layout.page}>
      <EmptyState
        title={t('brokenTitle')}
        level={1}
        action={
          <div className={layout.row}>
            <Button variant="primary" onPress={() => window.location.reload()}>
              {t('reload')}
            </Button>
            <Link to="/">{t('backHome')}</Link>
          </div>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}
