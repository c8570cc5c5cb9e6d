import type { ProposalSubmitter } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useDirectory } from '../directory.js';
import { messages } from './messages.js';

/** What one who submits is called. */
export function useSubmitterName(): (submitter: ProposalSubmitter) => string {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  return ({ kind, id }) => {
    if (kind === 'meeting') return t('theMeeting');
    const found = kind === 'person' ? people.get(id ?? '') : delegations.get(id ?? '');
    return found?.name ?? t('unknown');
  };
}
