import type { TextRun } from '@roundtable/contracts';

export type Bracket = Extract<TextRun, { kind: 'bracket' }>;

export const OTHER = 'other';
export const GONE = 'gone';

/** What somebody has chosen to stand in place of a bracket, while they have not settled it yet. */
export interface BracketChoice {
  /** Place of an alternative, `OTHER` or `GONE`. */
  choice: string;
  other: string;
}

/** The first alternative, until another is chosen. */
export function firstChoice({ options }: Bracket): BracketChoice {
  return { choice: '0', other: options[0] ?? '' };
}

/** The words that will stand there; none where they go. */
export function becomes({ choice, other }: BracketChoice, { options }: Bracket): string {
  if (choice === GONE) return '';
  return choice === OTHER ? other.trim() : (options[Number(choice)] ?? '');
}

/** Whether words of one's own would be lost. */
export function hasOwnWords({ other }: BracketChoice, { options }: Bracket): boolean {
  return other !== (options[0] ?? '');
}

/** Takes a choice over to a newer paragraph. Of a bracket that reads otherwise one chooses anew; words of one's own stay. */
export function rebaseChoice(chosen: BracketChoice, before: Bracket, newest: Bracket): BracketChoice {
  if (newest.source === before.source) return chosen;
  return hasOwnWords(chosen, before) ? { ...chosen, choice: '0' } : firstChoice(newest);
}
