import { DOCUMENT_COMMENTS } from '@roundtable/contracts';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import { createRelativePositionFromJSON, relativePositionToJSON, type Doc, type RelativePosition } from 'yjs';
import { isFromShared } from '../editing/change-origin.js';
import { listThreads, type Anchor } from './comment-threads.js';
import styles from './comments.module.css';

/** Where the passage of a thread stands now. */
export interface Passage {
  id: string;
  from: number;
  to: number;
}

interface Marked {
  passages: Passage[];
  decorations: DecorationSet;
}

const key = new PluginKey<Marked>('commentMarks');

/** Marks the passages that open comments are about; the marks follow the words and are no part of the text. */
export const CommentMarks = Extension.create<{ doc: Doc | null }>({
  name: 'commentMarks',

  addOptions: () => ({ doc: null }),

  addProseMirrorPlugins() {
    const { doc } = this.options;
    if (!doc) return [];
    const comments = doc.getMap(DOCUMENT_COMMENTS);
    return [
      new Plugin<Marked>({
        key,
        state: {
          init: (_, state) => mark(state, findPassages(doc, state)),
          apply: (tr, marked, _before, after) => {
            if (tr.getMeta(key) || isFromShared(tr)) return mark(after, findPassages(doc, after));
            if (!tr.docChanged) return marked;
            // The shared document follows a moment later.
            const passages = marked.passages.map(({ id, from, to }) => ({
              id,
              from: tr.mapping.map(from, 1),
              to: Math.max(tr.mapping.map(from, 1), tr.mapping.map(to, -1)),
            }));
            return { passages, decorations: marked.decorations.map(tr.mapping, tr.doc) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => {
          const renew = () => view.dispatch(view.state.tr.setMeta(key, true));
          comments.observe(renew);
          // The passages can be found once the shared text is shown.
          const first = requestAnimationFrame(renew);
          return {
            destroy: () => {
              cancelAnimationFrame(first);
              comments.unobserve(renew);
            },
          };
        },
      }),
    ];
  },
});

/** The passages in the order of the text; a thread whose words are all gone is not among them. */
export function listPassages(state: EditorState): Passage[] {
  return key.getState(state)?.passages ?? [];
}

/** Anchors the selected words in the shared document; null where nothing is selected. */
export function anchorSelection(view: EditorView): { anchor: Anchor; words: string } | null {
  const { from, to } = view.state.selection;
  const words = view.state.doc.textBetween(from, to, ' ', ' ');
  const shared = sharedIn(view.state);
  if (words.trim() === '' || !shared) return null;
  const place = (at: number): unknown =>
    relativePositionToJSON(
      absolutePositionToRelativePosition(at, shared.type, shared.binding.mapping) as RelativePosition,
    );
  return { anchor: { start: place(from), end: place(to) }, words };
}

function findPassages(doc: Doc, state: EditorState): Passage[] {
  const shared = sharedIn(state);
  if (!shared) return [];
  const size = state.doc.content.size;
  const place = (position: unknown): number | null => {
    try {
      const read = createRelativePositionFromJSON(position);
      const at: unknown = relativePositionToAbsolutePosition(doc, shared.type, read, shared.binding.mapping);
      return typeof at === 'number' ? Math.min(at, size) : null;
    } catch {
      // Somebody else's document may hold anything in its place.
      return null;
    }
  };
  return listThreads(doc.getMap(DOCUMENT_COMMENTS))
    .filter(({ resolved }) => resolved === null)
    .map(({ id, anchor }) => ({ id, from: place(anchor.start), to: place(anchor.end) }))
    .filter((each): each is Passage => each.from !== null && each.to !== null && each.from < each.to)
    .sort((a, b) => a.from - b.from);
}

function mark(state: EditorState, passages: Passage[]): Marked {
  const decorations = passages.map(({ id, from, to }) =>
    Decoration.inline(from, to, { nodeName: 'span', class: styles.passage ?? '', 'data-comment': id }),
  );
  return { passages, decorations: DecorationSet.create(state.doc, decorations) };
}

type Shared = NonNullable<Parameters<typeof absolutePositionToRelativePosition>[1]>;

function sharedIn(state: EditorState): { type: Shared; binding: { mapping: Map<never, never> } } | null {
  const shared = ySyncPluginKey.getState(state) as
    { type: Shared; binding: { mapping: Map<never, never> } | null } | undefined;
  return shared?.binding && shared.binding.mapping.size > 0
    ? { type: shared.type, binding: shared.binding }
    : null;
}
