import type { CommuniqueView } from '@roundtable/contracts';

/** The whole text, each paragraph with its footnotes, to see what changed in it. */
export function wordsOfCommunique(
  { title, parts }: Pick<CommuniqueView, 'title' | 'parts'>,
  nameOf: (delegation: string) => string,
): string {
  const paragraphs = parts.map(({ text, reservations }) =>
    [text, ...reservations.map((each) => `${nameOf(each.delegation)}: ${each.text}`)].join('\n'),
  );
  return [title, ...paragraphs].join('\n\n');
}
