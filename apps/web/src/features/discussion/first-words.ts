import { plainLine } from '@roundtable/contracts';

const SHOWN = 240;

/** The first words of a Markdown text as one plain line, for places too small to set it. */
export function firstWords(text: string): string {
  return plainLine(text.slice(0, SHOWN * 2)).slice(0, SHOWN);
}
