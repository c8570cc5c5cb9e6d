import {
  BracketFault,
  countBrackets,
  LIMITS,
  settleBracket,
  type ChangeCommunique,
  type CirculationView,
  type CommuniquePart,
  type CommuniqueView,
  type ObjectionView,
  type ResolveBracket,
  type TextAdoption,
} from '@roundtable/contracts';
import { hashContent } from '../sets/set-hash.js';
import {
  BracketGone,
  BracketsOpen,
  BracketsWrong,
  CommuniqueEmpty,
  CommuniqueStateForbids,
  CommuniqueTooLong,
  CommuniqueUnchanged,
  PartMissing,
  PartReserved,
  PartTooLong,
  SilenceOver,
  StaleCommunique,
  UntilWrong,
} from './communique.errors.js';

const SHORTEST_SILENCE_MS = 60_000;
/** Reminded at the latest of a day before and half of the time, and not at all in less than an hour. */
const REMINDED_BEFORE_MS = 24 * 60 * 60 * 1000;
const WORTH_REMINDING_MS = 60 * 60 * 1000;

/** The hash of a communique: its title and its paragraphs with their footnotes. */
export function hashCommunique({ title, parts }: Pick<CommuniqueView, 'title' | 'parts'>): string {
  return hashContent({ title, parts });
}

/** Refuses changes to what is circulated or adopted, and those made on an older version. @throws CommuniqueStateForbids or StaleCommunique */
export function demandDraft(communique: CommuniqueView, version: number): void {
  if (communique.state !== 'draft') throw new CommuniqueStateForbids(communique);
  if (version !== communique.version) throw new StaleCommunique(communique);
}

/**
 * Puts title and paragraphs in the place of the old ones; those with an id keep where they came from and their footnotes.
 * @throws PartMissing, PartReserved, PartTooLong, BracketsWrong, CommuniqueTooLong or CommuniqueUnchanged
 */
export function changeText(
  before: CommuniqueView,
  { title, parts }: Pick<ChangeCommunique, 'title' | 'parts'>,
  newId: () => string,
  at: string,
): CommuniqueView {
  const known = new Map(before.parts.map((part) => [part.id, part]));
  const next = parts.map(({ id, text }): CommuniquePart => {
    if (!id) return { id: newId(), text, line: null, reservations: [] };
    const part = known.get(id);
    if (!part) throw new PartMissing(id);
    known.delete(id);
    return { ...part, text };
  });
  for (const gone of known.values()) if (gone.reservations.length > 0) throw new PartReserved(gone.id);
  demandSound(next);
  const changed = advance(before, { title, parts: next }, at);
  if (changed.sha256 === before.sha256) throw new CommuniqueUnchanged(before);
  return changed;
}

/**
 * Settles one bracket. A paragraph of which nothing is left goes.
 * @throws PartMissing, BracketGone, PartReserved, PartTooLong or CommuniqueTooLong
 */
export function resolveBracket(
  before: CommuniqueView,
  { part: id, bracket, words, became }: Pick<ResolveBracket, 'part' | 'bracket' | 'words' | 'became'>,
  at: string,
): { communique: CommuniqueView; was: string } {
  const part = findPart(before, id);
  const settled = settleBracket(part.text, bracket, became);
  if (!settled || settled.was !== words) throw new BracketGone(id, bracket);
  const parts = putPart(before.parts, { ...part, text: settled.text });
  demandSound(parts);
  return { communique: advance(before, { parts }, at), was: settled.was };
}

/** Puts a paragraph in place whose footnotes changed; possible in every state. */
export function noteFootnotes(before: CommuniqueView, part: CommuniquePart, at: string): CommuniqueView {
  return advance(before, { parts: before.parts.map((each) => (each.id === part.id ? part : each)) }, at);
}

/** Adopts an agreed text. @throws CommuniqueEmpty or BracketsOpen */
export function adoptCommunique(
  before: CommuniqueView,
  { by, at, reason }: Pick<TextAdoption, 'by' | 'at' | 'reason'>,
): CommuniqueView {
  demandAgreed(before);
  const next = advance(before, { state: 'adopted' }, at);
  const { version, sha256 } = next;
  return { ...next, adoption: { by, at, reason, version, sha256 } };
}

/** Begins a silence procedure. @throws CommuniqueEmpty, BracketsOpen or UntilWrong */
export function circulate(
  before: CommuniqueView,
  { from, until, by }: Omit<CirculationView, 'remindAt'>,
): CommuniqueView {
  demandAgreed(before);
  const lasts = Date.parse(until) - Date.parse(from);
  if (lasts < SHORTEST_SILENCE_MS) throw new UntilWrong('The time has to lie at least a minute ahead.');
  if (lasts > LIMITS.longestSilenceMs) throw new UntilWrong('A silence procedure lasts 90 days at most.');
  const circulation = { from, until, by, remindAt: remindAt(Date.parse(until), lasts) };
  return { ...advance(before, { state: 'circulated' }, from), circulation };
}

/** Breaks the silence: the text is a draft again. @throws CommuniqueStateForbids or SilenceOver */
export function objectTo(before: CommuniqueView, objection: ObjectionView): CommuniqueView {
  if (before.state !== 'circulated' || !before.circulation) throw new CommuniqueStateForbids(before);
  const { until } = before.circulation;
  if (objection.at >= until) throw new SilenceOver(until);
  const objections = [...before.objections, objection].slice(-LIMITS.objections);
  return { ...advance(before, { state: 'draft' }, objection.at), circulation: null, objections };
}

/** Adopts what nobody objected to in time; null where it is not circulated any more, or not due yet. */
export function adoptBySilence(before: CommuniqueView | null, at: string): CommuniqueView | null {
  if (before?.state !== 'circulated' || !before.circulation || at < before.circulation.until) return null;
  return adoptCommunique(before, { by: null, at, reason: null });
}

/** @throws PartMissing */
export function findPart({ parts }: CommuniqueView, id: string): CommuniquePart {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new PartMissing(id);
  return part;
}

/** Refuses paragraphs that are too long, too many, or have wrong brackets. @throws PartTooLong, BracketsWrong or CommuniqueTooLong */
export function demandSound(parts: readonly CommuniquePart[]): void {
  const { communiqueParts, communiqueTextLength } = LIMITS;
  if (parts.length > communiqueParts)
    throw new CommuniqueTooLong('paragraphs', communiqueParts, parts.length);
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length > communiqueTextLength) throw new CommuniqueTooLong('characters', communiqueTextLength, length);
  for (const [index, { text }] of parts.entries()) {
    if (text.length > LIMITS.bodyLength) throw new PartTooLong(index, text.length);
    checkBrackets(text, index);
  }
}

/** Puts a paragraph in its place; one without words goes, unless a delegation reserved on it. @throws PartReserved */
function putPart(parts: readonly CommuniquePart[], part: CommuniquePart): CommuniquePart[] {
  if (part.text.trim() !== '') return parts.map((each) => (each.id === part.id ? part : each));
  if (part.reservations.length > 0) throw new PartReserved(part.id);
  return parts.filter(({ id }) => id !== part.id);
}

function checkBrackets(text: string, index: number): void {
  try {
    countBrackets(text);
  } catch (error) {
    if (error instanceof BracketFault) throw new BracketsWrong(index, error.at, error.fault);
    throw error;
  }
}

function demandAgreed({ parts }: CommuniqueView): void {
  if (parts.length === 0) throw new CommuniqueEmpty();
  const open = parts.reduce((sum, { text }) => sum + countBrackets(text), 0);
  if (open > 0) throw new BracketsOpen(open);
}

function advance(before: CommuniqueView, over: Partial<CommuniqueView>, at: string): CommuniqueView {
  const next = { ...before, ...over, version: before.version + 1, changedAt: at };
  return { ...next, sha256: hashCommunique(next) };
}

function remindAt(untilMs: number, lasts: number): string | null {
  if (lasts < WORTH_REMINDING_MS) return null;
  return new Date(untilMs - Math.min(REMINDED_BEFORE_MS, lasts / 2)).toISOString();
}
