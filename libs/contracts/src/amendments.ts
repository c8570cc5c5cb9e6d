import type { ProposalRecommendation } from './proposal-life.js';

/*
 * An amendment changes one paragraph of one version of a proposal's text. Paragraphs are the top-level blocks of a version's
 * Markdown (a paragraph, a heading, a whole list, a table), numbered 1, 2, 3 ...; the server splits, clients show what it gives.
 */

export const AMENDMENT_KINDS = ['replace', 'insert', 'delete'] as const;
/** `insert` puts its words after the paragraph it names; 0 is before the first. */
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/**
 * Where an amendment stands. A draft is on its author's device only. Those that are `tabled` or `accepted` always stand on
 * the newest version; the others keep the version and paragraph they had.
 */
export const AMENDMENT_STATES = [
  'tabled',
  'needs_rebase',
  'accepted',
  'rejected',
  'withdrawn',
  'merged',
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];
/** States in which an amendment may still become part of the text. */
export const OPEN_AMENDMENT_STATES = ['tabled', 'needs_rebase', 'accepted'] as const;

/** Who stands behind an amendment; a person or a delegation of the meeting. Who joins stands last. */
export interface AmendmentSponsor {
  kind: 'person' | 'delegation';
  id: string;
}

/** How it was decided. `friendly` where a submitter of the proposal took it over, without a decision of the meeting. */
export interface AmendmentDecision {
  result: 'accepted' | 'rejected';
  friendly: boolean;
  by: string;
  at: string;
  reason: string | null;
}

/** Why an amendment no longer fits: its paragraph reads otherwise, is gone, or what it was to stand beside is gone. */
export const REBASE_CAUSES = ['changed', 'gone', 'neighbour_gone'] as const;
export interface NeededRebase {
  cause: (typeof REBASE_CAUSES)[number];
  /** The version since which it is so. */
  version: number;
}

/** An amendment whole; facts carry it so and clients replace by id. */
export interface AmendmentView {
  id: string;
  proposal: string;
  /** 1, 2, 3 ... on one proposal; given when it is tabled and never again. */
  number: number;
  /** As it is printed: `P-3-A1`, or `7-A1` where the proposal had no number of admission yet. Stays for good. */
  label: string;
  kind: AmendmentKind;
  /** Version of the document it stands on. */
  version: number;
  /** Paragraph of that version; for `insert` the one it comes after. */
  paragraph: number;
  /** The paragraph as it reads in that version (Markdown); null for `insert`. */
  was: string | null;
  /** The new words (Markdown, one or more paragraphs); null for `delete`. */
  text: string | null;
  reason: string | null;
  sponsors: AmendmentSponsor[];
  state: AmendmentState;
  /** 1, 2, 3 ... wordings: one more each time its words or its place are chosen anew. */
  revision: number;
  /** Set in `needs_rebase` only. */
  needs: NeededRebase | null;
  recommendation: ProposalRecommendation | null;
  /** The decision that stands; null again where the amendment is brought up to date and must be decided anew. */
  decision: AmendmentDecision | null;
  /** The version it became part of. */
  mergedIn: number | null;
  /** Once merged: the paragraphs of the newest version that came from it; empty where none is left. */
  stands: number[];
  /** The proposal that its sponsors made of it after it was rejected. */
  promotedTo: string | null;
  tabledBy: string;
  tabledAt: string;
  changedAt: string;
}

/** Somebody as sponsors are named: by themselves, and by the delegation they speak for. */
interface Supporter {
  participant: string | null;
  delegation: string | null;
}

/**
 * Says whether somebody leads the sponsors, and so withdraws, rebases and promotes for all of them: the first of them,
 * and who tabled the amendment while they or their delegation are among them. The server decides by it; clients offer
 * by it.
 */
export function isLeadSponsor(
  { sponsors, tabledBy }: Pick<AmendmentView, 'sponsors' | 'tabledBy'>,
  person: Supporter,
): boolean {
  const isOwn = ({ kind, id }: AmendmentSponsor) =>
    id === (kind === 'person' ? person.participant : person.delegation);
  const [first] = sponsors;
  if (first && isOwn(first)) return true;
  return tabledBy === person.participant && sponsors.some(isOwn);
}

/** Says that no new amendments are taken on a proposal. Those that are there stay visible and go on. */
export interface AmendmentStop {
  proposal: string;
  by: string;
  at: string;
  reason: string | null;
}

/**
 * Data of `amendments.tabled`, `.sponsored`, `.recommended`, `.accepted`, `.rejected`, `.withdrawn` and `.promoted`.
 */
export interface AmendmentChanged {
  amendment: AmendmentView;
  /** Why it was withdrawn, where a reason was given; only in `amendments.withdrawn`. */
  reason?: string | null;
}
/** Data of `amendments.rebased`: its lead sponsor brought it up to date. */
export interface AmendmentRebased {
  amendment: AmendmentView;
  /** What it was before. */
  before: { version: number; paragraph: number; kind: AmendmentKind; text: string | null };
}
/** Data of `amendments.merged`: they are part of the text of this version. By number. */
export interface AmendmentsMerged {
  proposal: string;
  version: number;
  amendments: AmendmentView[];
}
/**
 * Data of `amendments.carried`: a new version was fixed and these moved on with it, or need to be brought up to date
 * (`needs`), or were merged before and their paragraphs have other numbers now. By number.
 */
export interface AmendmentsCarried {
  proposal: string;
  version: number;
  amendments: AmendmentView[];
}
/** Data of `amendments.regulated`: new amendments are refused from now on, or taken again (`stop` null). */
export interface AmendmentsRegulated {
  proposal: string;
  stop: AmendmentStop | null;
  reason: string | null;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
/** A step made on one wording of an amendment. */
interface AmendmentIntent extends RoomIntent {
  amendment: string;
  /** The wording it was looked at in. */
  revision: number;
}
/**
 * `amendments.table`. `version` is the newest (`VersionParagraphs.version`); 0 where no version was fixed yet: then the
 * proposal's text is fixed as version 1 by the same act.
 */
export interface TableAmendment extends RoomIntent {
  proposal: string;
  version: number;
  /** `VersionParagraphs.sha256` of the text that was looked at; needed with version 0, which does not say which text it is. */
  sha256?: string | null;
  kind: AmendmentKind;
  paragraph: number;
  /** Left out or null for `delete`. */
  text?: string | null;
  reason?: string | null;
  /** Oneself where left out. Members name themselves and their own delegation, staff anybody. */
  sponsors?: AmendmentSponsor[];
}
/** `amendments.sponsor`: joins the sponsors, or leaves them; as a person, or for one's delegation. */
export interface SponsorAmendment extends RoomIntent {
  amendment: string;
  as: AmendmentSponsor['kind'];
  /** False leaves. The last sponsor withdraws the amendment instead. */
  joins: boolean;
}
/** `amendments.recommend`: null takes the recommendation back. */
export interface RecommendOnAmendment extends RoomIntent {
  amendment: string;
  advice: ProposalRecommendation['advice'] | null;
  reason?: string | null;
}
/** `amendments.accept`: as friendly, by a submitter of the proposal. */
export interface AcceptAmendment extends AmendmentIntent {
  reason?: string | null;
}
/** `amendments.decide`: what the chair found the meeting to have decided. */
export interface DecideAmendment extends AmendmentIntent {
  result: AmendmentDecision['result'];
  reason?: string | null;
}
/** `amendments.withdraw`: by its lead sponsor. */
export interface WithdrawAmendment extends RoomIntent {
  amendment: string;
  reason?: string | null;
}
/** `amendments.rebase`: puts an amendment that needs it on the newest version, with the words its lead sponsor chose. */
export interface RebaseAmendment extends AmendmentIntent {
  /** The newest version. */
  version: number;
  kind: AmendmentKind;
  paragraph: number;
  text?: string | null;
}
/** `amendments.merge`: makes accepted amendments part of the text, all or none, and fixes it as the next version. */
export interface MergeAmendments extends RoomIntent {
  proposal: string;
  /** The newest version. */
  version: number;
  /** Ids; none of them twice. */
  amendments: string[];
  note?: string | null;
}
/** `amendments.promote`: the lead sponsor of a rejected amendment makes a proposal of its own of it. */
export interface PromoteAmendment extends AmendmentIntent {
  /** The first words where left out. */
  title?: string | null;
  /** The whole text of its version with the amendment in it where left out. */
  text?: string | null;
}
/** `amendments.regulate`: stops new amendments on a proposal, or takes them again. */
export interface RegulateAmendments extends RoomIntent {
  proposal: string;
  stop: boolean;
  reason?: string | null;
}
