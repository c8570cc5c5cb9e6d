import type { Membership } from '@roundtable/contracts';
import type { DecisionContext, Draft } from '@roundtable/record';

/** A text that is to take the place of the one a proposal has. */
export interface NewText {
  proposal: string;
  membership: Membership;
  before: string;
  text: string;
}

/** A text that was taken in. */
export interface TakenIn {
  /** Facts to be recorded behind the proposal's own. */
  drafts: Draft[];
  /** To be called after the commit. */
  deliver: () => void;
}

/**
 * The texts of proposals that several write together. A port, filled where the application is composed: proposals know
 * nothing of how that is done.
 */
export abstract class SharedTexts {
  /**
   * Writes a text into the one that is written together, under the room's lock. Null where there is none, or it reads so.
   * @throws DomainError where words that the proposal lacks would be lost
   */
  abstract replace(context: DecisionContext, replaced: NewText): Promise<TakenIn | null>;
}
