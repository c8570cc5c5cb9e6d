import { adoptBrackets, plainWords, type CommuniquePart, type SetLineView } from '@roundtable/contracts';
import { SetLineMissing } from './communique.errors.js';

/**
 * Makes a paragraph of each line named, in that order: its words without marks of Markdown, with its reservations as
 * footnotes. Brackets that pair stay brackets.
 * @throws SetLineMissing
 */
export function partsOf(
  lines: readonly SetLineView[],
  wanted: readonly string[],
  newId: () => string,
): CommuniquePart[] {
  return wanted.map((id) => {
    const line = lines.find((each) => each.id === id);
    if (!line) throw new SetLineMissing(id);
    const text = adoptBrackets(
      line.text
        .split('\n')
        .map((words) => plainWords(words))
        .join('\n')
        .trim(),
    );
    return { id: newId(), text: text || line.title, line: id, reservations: line.reservations };
  });
}
