import type { SetLineView, SetView } from '@roundtable/contracts';

/** A set with its lines, which travel beside it. */
export interface WholeSet {
  set: SetView;
  lines: readonly SetLineView[];
}

/** The whole set in order, each line with its fields and reservations, to see what changed in it. */
export function wordsOfSet({ set, lines }: WholeSet, nameOf: (delegation: string) => string): string {
  const ordered = set.lines.flatMap((id) => lines.find((line) => line.id === id) ?? []);
  return [set.title, ...ordered.map((line) => wordsOfLine(line, nameOf))].join('\n\n');
}

/** A line with its fields and reservations. */
export function wordsOfLine(line: SetLineView, nameOf: (delegation: string) => string): string {
  const { number, title, text, focusArea, responsible, timeline, reservations } = line;
  const fields = [focusArea, responsible, timeline].filter((field) => field !== null);
  const reserved = reservations.map((each) => `${nameOf(each.delegation)}: ${each.text}`);
  return [`${String(number)}. ${title}`, text, ...fields, ...reserved].join('\n');
}

/** Two lines with the same stamp say the same, reservations included. */
export function stampOfLine({
  title,
  text,
  focusArea,
  responsible,
  timeline,
  reservations,
}: SetLineView): string {
  return JSON.stringify([title, text, focusArea, responsible, timeline, reservations]);
}
