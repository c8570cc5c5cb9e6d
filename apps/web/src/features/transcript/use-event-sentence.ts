import type { PassageView } from '@roundtable/contracts';
import { useCallback } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages as amendmentWords } from '../amendments/record/messages.js';
import { tellEvent } from './event-sentence.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';

/** Puts an event into one sentence, in the language in force. */
export function useEventSentence(): (passage: PassageView) => string {
  const t = useMessages(messages);
  const amended = useMessages(amendmentWords);
  const { register } = useTranscript();
  return useCallback((passage) => tellEvent(passage, { t, amended, register }), [t, amended, register]);
}
