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
 * Applies `s/old/new/`, `s|old|new|g`, `i/place/new line/` in the order they were written, literally and without
 * regular expressions, as scribe.perl does. Inserted lines stand in the result before the line they name.
 */
export function applyCorrections(lines: SourceLine[]): CorrectedLine[] {
  const corrected: CorrectedLine[] = lines.map((line) => ({ ...line }));
  for (const line of [...corrected]) {
    if (line.kind !== 'say') {
      continue;
    }
    const substitution = readSubstitution(line.text);
    const insertion = substitution ? undefined : readInsertion(line.text);
    if (substitution) {
      line.correction = substitute(corrected, line, substitution);
    } else if (insertion) {
      line.correction = insert(corrected, line, insertion);
    }
  }
  return corrected;
}

function substitute(lines: CorrectedLine[], command: CorrectedLine, wanted: Substitution): AppliedCorrection {
  const place = lines.indexOf(command);
  const reach = wanted.reach === 'all' ? lines : lines.slice(0, place);
  const candidates = reach.filter((line) => !isCorrection(line) && line !== command);
  const exact = candidates.filter((line) => line.text.includes(wanted.old));
  const old = exact.length > 0 ? wanted.old : wanted.old.trim();
  const matching =
    exact.length > 0 || old === '' ? exact : candidates.filter((line) => line.text.includes(old));
  const targets = wanted.reach === 'nearest' ? matching.slice(-1) : matching;
  for (const target of targets) {
    const changed =
      wanted.reach === 'nearest'
        ? replaceFirst(target.text, old, wanted.new)
        : target.text.split(old).join(wanted.new);
    target.original ??= target.text;
    target.text = changed.trim();
  }
  return { old: wanted.old, new: wanted.new, ok: targets.length > 0, targets };
}

function insert(
  lines: CorrectedLine[],
  command: CorrectedLine,
  wanted: { place: string; line: string },
): AppliedCorrection {
  const before = lines.slice(0, lines.indexOf(command));
  const target = before.filter((line) => !isCorrection(line) && line.text.includes(wanted.place)).at(-1);
  if (!target) {
    return { old: wanted.place, new: wanted.line, ok: false, targets: [] };
  }
  const added: CorrectedLine = {
    ...command,
    stamp: target.stamp,
    text: wanted.line,
    inserted: true,
    numbers: [...command.numbers],
  };
  lines.splice(lines.indexOf(target), 0, added);
  return { old: wanted.place, new: wanted.line, ok: true, targets: [added] };
}

/** As scribe.perl and scrawl do; the published minutes show the first occurrence changed. */
function replaceFirst(text: string, old: string, replacement: string): string {
  const at = text.indexOf(old);
  return text.slice(0, at) + replacement + text.slice(at + old.length);
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
