import { TargetWithdrawn, WordsNotInReply } from './discussion.errors.js';

/** What a reply refers to: its texts, every version of them. */
export interface Replied {
  seq: number;
  texts: string[];
  isWithdrawn: boolean;
}

/**
 * Says what a reply may quote: words that stand or stood in the replied text (it may have been edited while the reply
 * waited for the line), and nothing of words withdrawn. Line ends and runs of spaces may differ, since a selection on
 * the screen has other ones than the text.
 * @throws TargetWithdrawn or WordsNotInReply.
 */
export function decideQuote(replied: Replied, quote: string | null): string | null {
  if (quote === null) return null;
  if (replied.isWithdrawn) throw new TargetWithdrawn(replied.seq);
  const wanted = flatten(quote);
  if (!replied.texts.some((text) => flatten(text).includes(wanted))) throw new WordsNotInReply(replied.seq);
  return quote;
}

function flatten(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
