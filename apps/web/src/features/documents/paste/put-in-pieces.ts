import { Fragment, type Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { withIdentities } from '../editing/paragraph-identity.js';

/** What goes into the text at a time: little enough that the page answers in between. */
export const PIECE = 12_000;

/** Lets the page answer whatever waits. */
export function pause(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume);
  });
}

/**
 * Puts blocks into the text piece by piece, in place of what is selected. Each piece goes after the one before, which is found
 * again by its identity: others write meanwhile.
 */
export async function putInPieces(view: EditorView, pieces: Iterable<Fragment>): Promise<void> {
  let place = makeRoom(view);
  let last: string | null = null;
  for (const piece of pieces) {
    if (view.isDestroyed) return;
    if (last !== null) place = placeAfter(view.state.doc, last);
    view.dispatch(view.state.tr.insert(place, withIdentities(piece)));
    last = lastIdentityIn(view.state.doc, place, place + piece.size);
    await pause();
  }
  if (last === null || view.isDestroyed) return;
  const end = Selection.near(view.state.doc.resolve(placeAfter(view.state.doc, last)), -1);
  view.dispatch(view.state.tr.setSelection(end).scrollIntoView());
}

/** Parts blocks into pieces of about the same size. */
export function* piecesOf(content: Fragment): Generator<Fragment> {
  let blocks: Node[] = [];
  let size = 0;
  for (let index = 0; index < content.childCount; index += 1) {
    const block = content.child(index);
    blocks.push(block);
    size += block.nodeSize;
    if (size < PIECE && index < content.childCount - 1) continue;
    yield Fragment.from(blocks);
    blocks = [];
    size = 0;
  }
}

/** Takes out what is selected and gives the place between two blocks where the paste goes. */
function makeRoom(view: EditorView): number {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
  const { $from } = view.state.selection;
  if ($from.depth !== 1) return $from.depth === 0 ? $from.pos : $from.after(1);
  if ($from.parent.content.size === 0) return $from.before(1);
  if ($from.parentOffset === $from.parent.content.size) return $from.after(1);
  if ($from.parentOffset === 0) return $from.before(1);
  view.dispatch(view.state.tr.split($from.pos));
  return $from.pos + 1;
}

function lastIdentityIn(doc: Node, from: number, to: number): string | null {
  let last: string | null = null;
  doc.nodesBetween(from, to, ({ attrs }) => {
    if (typeof attrs['id'] === 'string') last = attrs['id'];
  });
  return last;
}

/** After the outermost block that holds the one with this identity; at the end where somebody took it out. */
function placeAfter(doc: Node, identity: string): number {
  let found = doc.content.size;
  doc.descendants((node, at) => {
    if (node.attrs['id'] === identity) found = doc.resolve(at + 1).after(1);
  });
  return found;
}
