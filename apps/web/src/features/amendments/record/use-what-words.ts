import type { AmendmentView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { tellWhat } from './what-words.js';

/** Tells what an amendment does, in the language in force. */
export function useWhatWords(): (amendment: Pick<AmendmentView, 'kind' | 'paragraph'>) => string {
  const t = useMessages(messages);
  return (amendment) => tellWhat(t, amendment);
}
