import { DOMParser as ContentParser, type Fragment, type Schema } from '@tiptap/pm/model';
import { PIECE } from './put-in-pieces.js';

const BLOCKS = 'p, h1, h2, h3, ul, ol, table, blockquote, div';

/** Reads cleaned HTML into blocks of the editor, a piece each time one is asked for. */
export function readInPieces(
  schema: Schema,
  html: string,
): { characters: number; pieces: Iterable<Fragment> } {
  // A document of its own: nothing in it runs or is fetched.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // Word and browsers wrap a whole text in one division.
  for (const division of body.querySelectorAll('div')) {
    if (division.querySelector(BLOCKS)) division.replaceWith(...division.childNodes);
  }
  return { characters: body.textContent.length, pieces: read(schema, body) };
}

function* read(schema: Schema, body: HTMLElement): Generator<Fragment> {
  const parser = ContentParser.fromSchema(schema);
  let piece = document.createElement('div');
  let length = 0;
  for (const child of [...body.childNodes]) {
    length += child.textContent?.length ?? 0;
    piece.append(child);
    if (length < PIECE) continue;
    yield parser.parse(piece).content;
    piece = document.createElement('div');
    length = 0;
  }
  if (piece.hasChildNodes()) yield parser.parse(piece).content;
}
