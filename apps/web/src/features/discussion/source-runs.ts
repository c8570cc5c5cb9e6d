/** A stretch of shown text and where it stands in the source. `to` is set where the source has other characters there. */
export interface SourceRun {
  text: string;
  from: number;
  to?: number;
}

/** Marks, indentation and escapes between two shown characters are never longer than this. */
const farthest = 200;
const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;

/**
 * Lays shown text over the source it came from, beginning at `at`: each run is a stretch in which both are the same;
 * between runs stand escapes, markers of quotations and the like. Null where the text cannot be found.
 */
export function alignRuns(text: string, source: string, at: number): SourceRun[] | null {
  const runs: SourceRun[] = [];
  let place = at;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const encoded = source[place] === '&' ? entity.exec(source.slice(place, place + 40))?.[0] : undefined;
    if (encoded !== undefined && !text.startsWith(encoded, index)) {
      runs.push({ text: character, from: place, to: place + encoded.length });
      place += encoded.length;
      continue;
    }
    const found = source.indexOf(character, place);
    if (found < 0 || found - place > farthest) return null;
    const last = runs.at(-1);
    if (last && last.to === undefined && last.from + last.text.length === found) last.text += character;
    else runs.push({ text: character, from: found });
    place = found + 1;
  }
  return runs;
}

/** Where the last run ends in the source. */
export function endOfRuns(runs: readonly SourceRun[], otherwise: number): number {
  const last = runs.at(-1);
  return last ? (last.to ?? last.from + last.text.length) : otherwise;
}
