import { ApiError } from '../../../app/api-error.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { LostLinkForm } from '../../identity/lost-link-form.js';
import { messages as meetingMessages } from '../messages.js';
import { isLinkAtFault } from './link-fault.js';
import { messages } from './messages.js';

const reasons = {
  link_invalid: { title: 'goneTitle', words: 'goneInvalid' },
  not_found: { title: 'goneTitle', words: 'goneInvalid' },
  link_revoked: { title: 'revokedTitle', words: 'revokedWords' },
  participant_removed: { title: 'revokedTitle', words: 'revokedWords' },
  link_expired: { title: 'expiredTitle', words: 'expiredWords' },
  rate_limited: { title: 'busyTitle', words: 'busyWords' },
} as const;

/** Why a personal link does not open, and what to do about it. */
export function LinkProblem({ problem, onRetry }: { problem: Error; onRetry(): void }) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const sentence = useProblem()(problem);
  const code = problem instanceof ApiError ? problem.code : '';
  const reason = Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : null;
  const isOver = isLinkAtFault(problem);
  const title = t(reason?.title ?? 'failedTitle');
  useTitle(title);
  return (
    <div className={layout.reading}>
      <EmptyState
        level={1}
        title={title}
        action={
          isOver ? null : (
            <Button variant="primary" onPress={onRetry}>
              {words('tryAgain')}
            </Button>
          )
        }
      >
        {reason ? t(reason.words) : sentence}
      </EmptyState>
      {isOver && (
        <Disclosure summary={t('askAgain')}>
          <LostLinkForm />
        </Disclosure>
      )}
    </div>
  );
}
