import type { FollowUpView } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { MovedOn } from '../documents/versions/moved-on.js';
import { messages } from './messages.js';
import { useResponsible } from './use-responsible.js';

interface FollowUpMovedOnProps {
  lookedAt: FollowUpView;
  newest: FollowUpView;
  onGoOn(): void;
}

/** Shows what others changed in a follow-up since it was looked at. */
export function FollowUpMovedOn({ lookedAt, newest, onGoOn }: FollowUpMovedOnProps) {
  const tell = useStandingWords();
  return <MovedOn was={tell(lookedAt)} now={tell(newest)} onGoOn={onGoOn} />;
}

/** How a follow-up stands, a line for each thing. */
function useStandingWords(): (followUp: FollowUpView) => string {
  const t = useMessages(messages);
  const nameOf = useResponsible();
  const { formatDate } = useFormats();
  const day = (on: string) => formatDate(`${on}T12:00:00Z`, { zone: 'UTC', style: 'medium' });
  return ({ responsible, dueOn, reviewOn, state, progress, reason, latest }) =>
    [
      `${t('responsible')}: ${nameOf(responsible)}`,
      `${t('due')}: ${day(dueOn)}`,
      ...(reviewOn === null ? [] : [`${t('review')}: ${day(reviewOn)}`]),
      `${t('state')}: ${t(state)}, ${String(progress)} %`,
      ...(reason === null ? [] : [`${t('reason')}: ${reason}`]),
      ...(latest === null ? [] : [`${t('latest')}: ${latest.words}`]),
    ].join('\n');
}
