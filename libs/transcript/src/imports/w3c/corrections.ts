import type { SourceLine } from './line-reader.js';

/** A source line with what later corrections made of it. */
export interface CorrectedLine extends SourceLine {
  /** The words as first written, when a correction changed them. */
  original?: string;
  inserted?: true;
  /** Set on the line that holds a correction. */
  correction?: AppliedCorrection;
}

/** A correction with the lines it changed; `targets` is empty and `ok` false when nothing matched. */
export interface AppliedCorrection {
  old: string;
  new: string;
  /** True where all the old words of a line are replaced, not only the first. */
  everywhere: boolean;
  ok: boolean;
  targets: CorrectedLine[];
}

interface Substitution {
  old: string;
  new: string;
  /** Reach: the nearest line before, all lines before (`g`), or all lines (`G`). */
  reach: 'nearest' | 'before' | 'all';
}

/**
 * Characters that all corrected lines of one log may have together, each as often as it is corrected: corrections of
 * corrections could make of one word more than any memory holds.
 */
const MOST_CORRECTED = 10_000_000;
/** What the entry of a corrected line takes besides its words. */
const FRAME = 100;

/**
 * Applies `s/old/new/`, `s|old|new|g`, `i/place/new line/` in the order they were written, literally and without
 * regular expressions, as scribe.perl does. Inserted lines stand in the result before the line they name.
 */
export function applyCorrections(lines: SourceLine[]): CorrectedLine[] {
  const corrected: CorrectedLine[] = lines.map((line) => ({ ...line }));
  const space = { left: MOST_CORRECTED };
  for (const line of [...corrected]) {
    if (line.kind !== 'say') {
      continue;
    }
    const substitution = readSubstitution(line.text);
    const insertion = substitution ? undefined : readInsertion(line.text);
    if (substitution) {
      line.correction = substitute(corrected, line, substitution, space);
    } else if (insertion) {
      line.correction = insert(corrected, line, insertion);
    }
  }
  return corrected;
}

/** Puts new words in the place of old ones: of the first, as the published minutes show, or of all. */
export function replaceWords(
  text: string,
  { old, new: words, everywhere }: Pick<AppliedCorrection, 'old' | 'new' | 'everywhere'>,
): string {
  if (everywhere) return text.split(old).join(words);
  const at = text.indexOf(old);
  return at < 0 ? text : text.slice(0, at) + words + text.slice(at + old.length);
}

function substitute(
  lines: CorrectedLine[],
  command: CorrectedLine,
  wanted: Substitution,
  space: { left: number },
): AppliedCorrection {
  const place = lines.indexOf(command);
  const reach = wanted.reach === 'all' ? lines : lines.slice(0, place);
  const candidates = reach.filter((line) => !isCorrection(line) && line !== command);
  const exact = candidates.filter((line) => line.text.includes(wanted.old));
  const old = exact.length > 0 ? wanted.old : wanted.old.trim();
  const matching =
    exact.length > 0 || old === '' ? exact : candidates.filter((line) => line.text.includes(old));
  const everywhere = wanted.reach !== 'nearest';
  const change = { old, new: wanted.new, everywhere };
  const targets = (everywhere ? matching : matching.slice(-1)).filter((line) =>
    takeSpace(space, line.text, change),
  );
  for (const target of targets) {
    const changed = replaceWords(target.text, change);
    target.original ??= target.text;
    target.text = changed.trim();
  }
  return { old: wanted.old, new: wanted.new, everywhere, ok: targets.length > 0, targets };
}

function takeSpace(
  space: { left: number },
  text: string,
  { old, new: words, everywhere }: Pick<AppliedCorrection, 'old' | 'new' | 'everywhere'>,
): boolean {
  const times = everywhere ? text.split(old).length - 1 : 1;
  const needed = FRAME + text.length + times * (words.length - old.length);
  if (needed > space.left) return false;
  space.left -= needed;
  return true;
}

function insert(
  lines: CorrectedLine[],
  command: CorrectedLine,
  wanted: { place: string; line: string },
): AppliedCorrection {
  const before = lines.slice(0, lines.indexOf(command));
  const target = before.filter((line) => !isCorrection(line) && line.text.includes(wanted.place)).at(-1);
  if (!target) {
    return { old: wanted.place, new: wanted.line, everywhere: false, ok: false, targets: [] };
  }
  const added: CorrectedLine = {
    ...command,
    stamp: target.stamp,
    text: wanted.line,
    inserted: true,
    numbers: [...command.numbers],
  };
  lines.splice(lines.indexOf(target), 0, added);
  return { old: wanted.place, new: wanted.line, everywhere: false, ok: true, targets: [added] };
}

function isCorrection(line: CorrectedLine): boolean {
  return line.correction !== undefined || readSubstitution(line.text) !== undefined;
}

function readSubstitution(text: string): Substitution | undefined {
  const parts = splitCommand(text, 's');
  if (!parts || parts.length < 2 || parts[0] === '' || parts.length > 3) {
    return undefined;
  }
  const flag = (parts[2] ?? '').trim();
  if (!/^[gG]?$/.test(flag)) {
    return undefined;
  }
  return { old: parts[0], new: parts[1], reach: flag === 'G' ? 'all' : flag === 'g' ? 'before' : 'nearest' };
}

function readInsertion(text: string): { place: string; line: string } | undefined {
  const parts = splitCommand(text, 'i');
  return parts && parts.length >= 2 && parts[0] !== '' && parts[1].trim() !== ''
    ? { place: parts[0], line: parts[1].trim() }
    : undefined;
}

/** Splits `s/a/b/` at its delimiter; a backslash keeps a delimiter inside the words. */
function splitCommand(text: string, letter: 's' | 'i'): string[] | undefined {
  const line = text.trim();
  const delimiter = line[1];
  if (line[0] !== letter || delimiter === undefined || !'/|;,#!'.includes(delimiter) || line.includes('\n')) {
    return undefined;
  }
  const parts: string[] = [''];
  for (let at = 2; at < line.length; at += 1) {
    if (line[at] === '\\' && line[at + 1] === delimiter) {
      parts[parts.length - 1] += delimiter;
      at += 1;
    } else if (line[at] === delimiter) {
      parts.push('');
    } else {
      parts[parts.length - 1] += line[at];
    }
  }
  return parts;
}
