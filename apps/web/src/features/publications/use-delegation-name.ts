import { useMessages } from '../../app/i18n/use-messages.js';
import { useDirectory } from '../proposals/directory.js';
import { messages } from './messages.js';

/** What a delegation is called. */
export function useDelegationName(): (delegation: string) => string {
  const t = useMessages(messages);
  const { delegations } = useDirectory();
  return (delegation) => delegations.get(delegation)?.name ?? t('unnamed');
}
