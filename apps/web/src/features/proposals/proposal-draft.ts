import { LIMITS, type ChangeProposal, type ProposalState, type ProposalView } from '@roundtable/contracts';

export const PROPOSAL_FIELDS = ['title', 'text', 'focusArea', 'responsible', 'timeline'] as const;
export type ProposalField = (typeof PROPOSAL_FIELDS)[number];
export type FieldTexts = Record<ProposalField, string>;
export type FieldChanges = Pick<ChangeProposal, ProposalField>;

/** What one is writing into a proposal that others may change at the same time. Immutable. */
export interface ProposalDraft {
  /** The newest version known. */
  base: ProposalView;
  fields: FieldTexts;
  /** What was sent last, to know one's own change when it comes back. */
  sent: Partial<FieldTexts>;
  /** Others' texts of the fields that both sides changed; nothing is sent of these until one has chosen. */
  conflicts: Partial<FieldTexts>;
}

/** States in which the server lets a proposal be changed. */
const CHANGEABLE: readonly ProposalState[] = ['captured', 'submitted', 'admitted', 'under_discussion'];

export function isChangeable({ state }: ProposalView): boolean {
  return CHANGEABLE.includes(state);
}

export function beginDraft(proposal: ProposalView): ProposalDraft {
  return { base: proposal, fields: textsOf(proposal), sent: {}, conflicts: {} };
}

export function typeInto(draft: ProposalDraft, field: ProposalField, words: string): ProposalDraft {
  return { ...draft, fields: { ...draft.fields, [field]: words } };
}

/** Puts the draft upon a newer version: others' changes are taken over where one changed nothing oneself. */
export function rebase(draft: ProposalDraft, newer: ProposalView): ProposalDraft {
  if (newer.version <= draft.base.version) return draft;
  const was = textsOf(draft.base);
  const now = textsOf(newer);
  const fields = { ...draft.fields };
  const conflicts = { ...draft.conflicts };
  for (const field of PROPOSAL_FIELDS) {
    if (now[field] === was[field]) continue;
    if (fields[field] === was[field] || fields[field] === now[field]) {
      fields[field] = now[field];
      delete conflicts[field];
    } else if (now[field] !== draft.sent[field]) {
      conflicts[field] = now[field];
    }
  }
  return { ...draft, base: newer, fields, conflicts };
}

/** What is to be sent: fields that differ, but for those that are faulty or not decided on. */
export function changesOf({ base, fields, conflicts }: ProposalDraft): FieldChanges {
  const changes: FieldChanges = {};
  for (const field of PROPOSAL_FIELDS) {
    const words = fields[field];
    if (conflicts[field] !== undefined || faultIn(field, words)) continue;
    if (field === 'title' || field === 'text') {
      if (words !== base[field]) changes[field] = words;
    } else {
      const value = words.trim() === '' ? null : words;
      if (value !== base[field]) changes[field] = value;
    }
  }
  return changes;
}

export function hasChanges(changes: FieldChanges): boolean {
  return Object.keys(changes).length > 0;
}

export function markSent(draft: ProposalDraft, changes: FieldChanges): ProposalDraft {
  const sent = { ...draft.sent };
  for (const field of PROPOSAL_FIELDS) {
    if (changes[field] !== undefined) sent[field] = changes[field] ?? '';
  }
  return { ...draft, sent };
}

export function keepMine(draft: ProposalDraft, field: ProposalField): ProposalDraft {
  return { ...draft, conflicts: without(draft.conflicts, field) };
}

export function takeTheirs(draft: ProposalDraft, field: ProposalField): ProposalDraft {
  const theirs = draft.conflicts[field] ?? draft.fields[field];
  return typeInto(keepMine(draft, field), field, theirs);
}

const LONGEST: Record<ProposalField, number> = {
  title: LIMITS.titleLength,
  text: LIMITS.proposalTextLength,
  focusArea: LIMITS.fieldLength,
  responsible: LIMITS.fieldLength,
  timeline: LIMITS.fieldLength,
};

export function longest(field: ProposalField): number {
  return LONGEST[field];
}

/** Control characters and overrides of the direction of writing, which the server refuses. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/;

/** What keeps a field from being saved. */
export function faultIn(field: ProposalField, words: string): 'empty' | 'tooLong' | 'forbidden' | null {
  if (words.length > LONGEST[field]) return 'tooLong';
  if (FORBIDDEN.test(words)) return 'forbidden';
  return (field === 'title' || field === 'text') && words.trim() === '' ? 'empty' : null;
}

/** Whether something written cannot be saved as it is. */
export function hasFault({ fields }: ProposalDraft): boolean {
  return PROPOSAL_FIELDS.some((field) => faultIn(field, fields[field]) !== null);
}

function textsOf(proposal: ProposalView): FieldTexts {
  const { title, text, focusArea, responsible, timeline } = proposal;
  return {
    title,
    text,
    focusArea: focusArea ?? '',
    responsible: responsible ?? '',
    timeline: timeline ?? '',
  };
}

function without(conflicts: Partial<FieldTexts>, field: ProposalField): Partial<FieldTexts> {
  const { [field]: _, ...rest } = conflicts;
  return rest;
}
