import type { Translate } from '../../app/i18n/use-messages.js';
import type { messages } from './messages.js';

/** The words of the transcript in one language. */
export type Words = Translate<keyof typeof messages.en>;

/** Puts a reason behind a sentence where there is one. */
export function joinReason(sentence: string, reason: string | null): string {
  return reason ? `${sentence} — ${isolate(reason)}` : sentence;
}

/** First-strong isolate … pop: direction marks in a name stay within it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
