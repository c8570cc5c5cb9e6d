import type { AmendmentConflict, MergePart } from './amendment-text.js';
import type { AmendmentSponsor, AmendmentState, AmendmentStop, AmendmentView } from './amendments.js';

/** `GET /api/v1/meetings/:meeting/amendments/:proposal/paragraphs?version=N`; the newest where `version` is left out. */
export interface VersionParagraphs {
  /** 0 where no version was fixed yet: then it is the proposal's text. */
  version: number;
  newest: number;
  /** SHA-256 of the text (UTF-8), hex. */
  sha256: string;
  paragraphs: { number: number; text: string }[];
}
/** `GET /api/v1/meetings/:meeting/amendments/:proposal`: by number. */
export interface AmendmentList {
  newest: number;
  amendments: AmendmentView[];
  conflicts: AmendmentConflict[];
  stop: AmendmentStop | null;
}

/** How a paragraph of the consolidated text came to read so. */
export interface ParagraphSource {
  amendment: string;
  label: string;
  sponsors: AmendmentSponsor[];
  /** Part of the text already; accepted and not merged yet; or only looked at. */
  how: 'merged' | 'accepted' | 'chosen';
}
export interface ConsolidatedParagraph {
  kind: 'same' | 'replaced' | 'inserted' | 'deleted';
  /** In the version that the text is made of; null for words that are inserted. */
  paragraph: number | null;
  /** As it reads in that version; null for words that are inserted. */
  was: string | null;
  /** As it would read; null where it is deleted. */
  text: string | null;
  sources: ParagraphSource[];
}
/**
 * `GET .../consolidated?also=ID,ID`: the newest version with all accepted amendments in it, and those asked for. What
 * is in conflict with one that stands before it is left out and named.
 */
export interface ConsolidatedText {
  version: number;
  /** Markdown; what merging them all would make the text. */
  text: string;
  paragraphs: ConsolidatedParagraph[];
  leftOut: { amendment: string; with: string }[];
}

/** What became of the paragraph an amendment changes. */
export const REBASE_VERDICTS = ['unchanged', 'moved', 'changed', 'gone'] as const;
export type RebaseVerdict = (typeof REBASE_VERDICTS)[number];
/** `GET .../rebase/:amendment`: what the server offers its sponsors. */
export interface RebaseOffer {
  amendment: string;
  revision: number;
  /** The version it stands on. */
  from: number;
  /** The newest version. */
  to: number;
  verdict: RebaseVerdict;
  /** The paragraph of the newest version that is meant; null where it is gone. For `insert` the one it comes after. */
  paragraph: number | null;
  was: string | null;
  /** How that paragraph reads in the newest version. */
  now: string | null;
  /** The amendment's words brought together with those of the newest version; null where there is nothing to bring together. */
  suggestion: string | null;
  /** The same by words; where both changed the same words, both are shown. Empty where there is no suggestion. */
  parts: MergePart[];
  /** True where both changed the same words, and somebody must choose. */
  hasOverlap: boolean;
}

/** `GET .../steps/:amendment`: what became of an amendment, oldest first. */
export interface AmendmentStep {
  seq: number;
  at: string;
  actor: string | null;
  kind:
    | 'tabled'
    | 'sponsored'
    | 'recommended'
    | 'accepted'
    | 'rejected'
    | 'withdrawn'
    | 'rebased'
    | 'merged'
    | 'carried'
    | 'promoted';
  state: AmendmentState;
  version: number;
  paragraph: number;
  reason: string | null;
}
export interface AmendmentStepList {
  steps: AmendmentStep[];
}
