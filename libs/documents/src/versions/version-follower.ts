import type { DecisionContext, Draft } from '@roundtable/record';

/** A version's number and text. */
export interface FixedText {
  version: number;
  /** Markdown. */
  text: string;
}

/** A version that is about to be recorded, and the one before it. */
export interface FixedVersion {
  proposal: string;
  /** Null for the first, and where the text of the one before is not here. */
  before: FixedText | null;
  after: FixedText;
}

/**
 * Those who refer to paragraphs of a version and move on with the text. A port, filled where the application is composed:
 * what they say is recorded in the same transaction as the version.
 */
export abstract class VersionFollower {
  /** Under the locks of the room and the document. */
  abstract follow(context: DecisionContext, fixed: FixedVersion): Promise<Draft[]>;
}
