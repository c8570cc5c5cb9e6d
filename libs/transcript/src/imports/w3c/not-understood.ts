import type { NotUnderstoodCode, NotUnderstoodLine } from '@roundtable/contracts';

const REASONS: Record<NotUnderstoodCode, string> = {
  no_nick: 'a time but no nick',
  nobody_before: 'nobody spoke before it',
  no_words: 'no words after the nick',
};

/** Says which line of a log could not be placed, and why: as a code, and as English words for the command line. */
export function notUnderstood(line: number, text: string, code: NotUnderstoodCode): NotUnderstoodLine {
  return { line, text, reason: REASONS[code], code };
}
