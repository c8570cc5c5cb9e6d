import { Mark, mergeAttributes } from '@tiptap/core';
import type { Mark as StoredMark } from '@tiptap/pm/model';

export const INSERTION = 'insertion';
export const DELETION = 'deletion';

/** Whose suggestion it is; pieces with one `id` are accepted or rejected together. */
export interface SuggestionMark {
  id: string;
  /** Participant. */
  author: string;
  at: string;
}

/** Words that somebody suggests to add; no part of the text until they are accepted. */
export const SuggestedInsertion = suggestionMark(INSERTION, 'ins');
/** Words that somebody suggests to take out; part of the text until that is accepted. */
export const SuggestedDeletion = suggestionMark(DELETION, 'del');

/** Reads the attributes of such a mark; null where they are none, since others' documents hold what they like. */
export function readSuggestion({ attrs }: StoredMark): SuggestionMark | null {
  const { id, author, at } = attrs as Partial<Record<string, unknown>>;
  const isWhole = typeof id === 'string' && typeof author === 'string' && typeof at === 'string';
  return isWhole ? { id, author, at } : null;
}

function suggestionMark(name: typeof INSERTION | typeof DELETION, tag: 'ins' | 'del') {
  return Mark.create({
    name,
    inclusive: false,
    // What one pastes is one's own words, whoever suggested them where they were copied.
    parseHTML: () => [],
    addAttributes() {
      const hidden = { default: null, rendered: false };
      return { id: hidden, author: hidden, at: hidden };
    },
    renderHTML({ mark, HTMLAttributes }) {
      const { id } = mark.attrs as { id: unknown };
      return [tag, mergeAttributes(HTMLAttributes, { 'data-suggestion': String(id) }), 0];
    },
  });
}
