import { plainWords, type CommuniquePart, type SetLineView } from '@roundtable/contracts';
import { SetLineMissing } from './communique.errors.js';
import { fitParagraphs } from './fit-paragraphs.js';

/**
 * Makes a paragraph of each line named, in that order, or several where it is too long for one: its words without marks
 * of Markdown, with its reservations as footnotes of the last. Brackets that pair stay brackets.
 * @throws SetLineMissing
 */
export function partsOf(
  lines: readonly SetLineView[],
  wanted: readonly string[],
  newId: () => string,
): CommuniquePart[] {
  return wanted.flatMap((id) => {
    const line = lines.find((each) => each.id === id);
    if (!line) throw new SetLineMissing(id);
    return fitParagraphs(wordsOf(line)).map((text, at, { length }): CommuniquePart => {
      const reservations = at === length - 1 ? line.reservations : [];
      return { id: newId(), text, line: id, reservations };
    });
  });
}

function wordsOf({ text, title }: SetLineView): string {
  const words = text
    .split('\n')
    .map((line) => plainWords(line))
    .join('\n');
  return words.trim() === '' ? title : words;
}
