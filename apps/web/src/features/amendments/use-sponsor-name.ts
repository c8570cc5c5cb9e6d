import type { AmendmentSponsor } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useDirectory } from '../proposals/directory.js';
import { messages } from './messages.js';

/** What somebody who sponsors is called. */
export function useSponsorName(): (sponsor: AmendmentSponsor) => string {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  return ({ kind, id }) => (kind === 'person' ? people.get(id) : delegations.get(id))?.name ?? t('unknown');
}
