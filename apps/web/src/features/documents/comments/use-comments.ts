import { DOCUMENT_COMMENTS } from '@roundtable/contracts';
import { useEditorState } from '@tiptap/react';
import { useMemo, useSyncExternalStore } from 'react';
import { newIdentity } from '../editing/paragraph-identity.js';
import { useOpenDocument } from '../editor-context.js';
import { anchorSelection, listPassages } from './comment-marks.js';
import {
  beginThread,
  listThreads,
  reopen,
  reply,
  resolve,
  type Anchor,
  type Thread,
} from './comment-threads.js';

/** Where a comment that is being written belongs. */
export type NewComment = { anchor: Anchor; words: string };

/** The comments of the open text, in its order, and what one may do about them. */
export function useComments() {
  const { editor, session, self } = useOpenDocument();
  const comments = session.doc.getMap(DOCUMENT_COMMENTS);
  const store = useMemo(() => threadStore(comments), [comments]);
  const threads = useSyncExternalStore(store.subscribe, store.getThreads);
  const passages = useEditorState({ editor, selector: () => listPassages(editor.state) });
  const current = useEditorState({
    editor,
    selector: () => {
      const { from, to } = editor.state.selection;
      return listPassages(editor.state).find((each) => each.from <= from && to <= each.to)?.id ?? null;
    },
  });
  const places = new Map(passages.map(({ id }, index) => [id, index]));
  const now = (text: string) => ({
    id: newIdentity(),
    author: self ?? '',
    at: new Date().toISOString(),
    text,
  });
  return {
    open: sortByPlace(
      threads.filter(({ resolved }) => resolved === null),
      places,
    ),
    resolved: threads.filter(({ resolved }) => resolved !== null),
    /** Thread the cursor stands in. */
    current,
    hasPassage: (id: string) => places.has(id),
    anchorSelection: () => anchorSelection(editor.view),
    begin: (place: NewComment, text: string) => beginThread(comments, { ...place, ...now(text) }),
    reply: (thread: string, text: string) => reply(comments, thread, now(text)),
    resolve: (thread: string) => resolve(comments, thread, { by: self ?? '', at: new Date().toISOString() }),
    reopen: (thread: string) => reopen(comments, thread),
    /** Selects the passage in the text. */
    goTo: (thread: string) => {
      const passage = passages.find(({ id }) => id === thread);
      if (passage) editor.chain().focus().setTextSelection(passage).scrollIntoView().run();
    },
  };
}

function threadStore(comments: ReturnType<ReturnType<typeof useOpenDocument>['session']['doc']['getMap']>) {
  let threads = listThreads(comments);
  return {
    getThreads: () => threads,
    subscribe: (listener: () => void) => {
      const renew = () => {
        threads = listThreads(comments);
        listener();
      };
      comments.observe(renew);
      return () => comments.unobserve(renew);
    },
  };
}

function sortByPlace(threads: Thread[], places: ReadonlyMap<string, number>): Thread[] {
  const place = ({ id }: Thread) => places.get(id) ?? Infinity;
  return threads.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
