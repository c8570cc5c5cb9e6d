import type { AmendmentView, RebaseOffer } from '@roundtable/contracts';
import { carryDraft, type AmendmentDraft, type Paragraphs } from './amendment-draft.js';

/** What an amendment is brought up to date on. */
export interface RebaseGround {
  amendment: AmendmentView;
  offer: RebaseOffer;
  /** The newest version and its paragraphs. */
  version: number;
  paragraphs: Paragraphs;
}

/** Tells one ground from the next. */
export function stampOfGround({ offer, version }: RebaseGround): string {
  return [version, offer.to, offer.revision].join('/');
}

/** Begins with what the server offers. */
export function beginRebase({ amendment, offer }: RebaseGround): AmendmentDraft {
  return {
    kind: amendment.kind,
    paragraph: offer.paragraph,
    text: offer.suggestion ?? amendment.text ?? '',
  };
}

/** Puts the draft on newer ground: what was offered gives way to what is offered now, what somebody chose or wrote stays. */
export function carryRebase(
  draft: AmendmentDraft,
  before: RebaseGround,
  newest: RebaseGround,
): AmendmentDraft {
  const [begun, offered] = [beginRebase(before), beginRebase(newest)];
  const isPlaced = draft.kind !== begun.kind || draft.paragraph !== begun.paragraph;
  const { kind, paragraph } = isPlaced ? carryDraft(draft, before.paragraphs, newest.paragraphs) : offered;
  return { kind, paragraph, text: draft.text === begun.text ? offered.text : draft.text };
}
