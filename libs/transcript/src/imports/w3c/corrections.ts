import { inParts, type WorkInParts } from '../work-in-parts.js';
import { readInsertion, readSubstitution, type Insertion, type Substitution } from './correction-commands.js';
import type { SourceLine } from './line-reader.js';
import { LineSearch, type Place } from './line-search.js';

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
export function* applyCorrections(lines: SourceLine[]): WorkInParts<CorrectedLine[]> {
  const search = new LineSearch();
  yield* inParts(lines, (line) => search.add({ ...line }));
  const space = { left: MOST_CORRECTED };
  for (const place of search.places()) {
    const correction = place.line.kind === 'say' ? correct(search, place, space) : undefined;
    if (!correction) continue;
    place.line.correction = correction;
    yield;
  }
  return search.places().map(({ line }) => line);
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

function correct(search: LineSearch, command: Place, space: { left: number }): AppliedCorrection | undefined {
  const substitution = readSubstitution(command.line.text);
  if (substitution) return substitute(search, command, substitution, space);
  const insertion = readInsertion(command.line.text);
  return insertion && insert(search, command, insertion);
}

function substitute(
  search: LineSearch,
  command: Place,
  wanted: Substitution,
  space: { left: number },
): AppliedCorrection {
  const exact = find(search, command, wanted);
  const old = exact.length > 0 ? wanted.old : wanted.old.trim();
  const matching = old === '' || old === wanted.old ? exact : find(search, command, { ...wanted, old });
  const everywhere = wanted.reach !== 'nearest';
  const change = { old, new: wanted.new, everywhere };
  const targets = matching.filter(({ line }) => takeSpace(space, line.text, change));
  for (const target of targets) {
    const { line } = target;
    line.original ??= line.text;
    line.text = replaceWords(line.text, change).trim();
    search.noteChange(target);
  }
  return {
    old: wanted.old,
    new: wanted.new,
    everywhere,
    ok: targets.length > 0,
    targets: targets.map(({ line }) => line),
  };
}

function find(search: LineSearch, command: Place, { old, reach }: Substitution): Place[] {
  if (reach === 'all') return search.all(old);
  if (reach === 'before') return search.allBefore(command, old);
  const nearest = search.nearestBefore(command, old);
  return nearest ? [nearest] : [];
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

function insert(search: LineSearch, command: Place, { place, line }: Insertion): AppliedCorrection {
  const applied = { old: place, new: line, everywhere: false };
  const target = search.nearestBefore(command, place);
  if (!target) return { ...applied, ok: false, targets: [] };
  const added: CorrectedLine = {
    ...command.line,
    stamp: target.line.stamp,
    text: line,
    inserted: true,
    numbers: [...command.line.numbers],
  };
  search.putIn(added, target);
  return { ...applied, ok: true, targets: [added] };
}
