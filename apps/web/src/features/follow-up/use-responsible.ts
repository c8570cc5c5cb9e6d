import type { FollowUpResponsible } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useDirectory } from '../proposals/directory.js';
import { messages } from './messages.js';

/** Names who is responsible, as they are called now. */
export function useResponsible(): (responsible: FollowUpResponsible) => string {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  return ({ id, words }) =>
    words ?? people.get(id ?? '')?.name ?? delegations.get(id ?? '')?.name ?? t('unnamed');
}
