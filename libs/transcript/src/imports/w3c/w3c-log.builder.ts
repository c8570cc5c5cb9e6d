import type { ParsedEvent, ParsedLog, ParseOptions } from './parsed-log.js';
import { parseW3cLog } from './parse-w3c-log.js';

/** A dated log file, when a test does not care which. */
export const OPTIONS: ParseOptions = { fileName: 'talas/2024-05-14/irc.log' };

/** Parses lines that get a time each, ten seconds apart. */
export function parse(lines: string[], options: Partial<ParseOptions> = {}): ParsedLog {
  const timed = lines.map(
    (line, index) =>
      `10:${String(Math.floor(index / 6)).padStart(2, '0')}:${(index % 6) * 10}`.replace(/:0$/, ':00') +
      ` ${line}`,
  );
  return parseText(timed.join('\n'), options);
}

/** Parses a whole text and insists that it is a log. */
export function parseText(text: string, options: Partial<ParseOptions> = {}): ParsedLog {
  const result = parseW3cLog(text, { ...OPTIONS, ...options });
  if (!result.ok) {
    throw new Error(result.sentence);
  }
  return result.log;
}

/** The events of one kind, in order. */
export function only<K extends ParsedEvent['kind']>(
  log: ParsedLog,
  kind: K,
): Extract<ParsedEvent, { kind: K }>[] {
  return log.events.filter((event): event is Extract<ParsedEvent, { kind: K }> => event.kind === kind);
}
