import { describe, expect, it } from '@jest/globals';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Plugin } from '@tiptap/pm/state';
import { paragraphs, schema } from '../testing/sample-text.js';
import { listSuggestions, resolveSuggestions } from './suggestion-list.js';
import { Suggesting } from './suggesting.js';
import { DELETION, INSERTION } from './suggestion-marks.js';

const timur = 'timur';
const asel = 'asel';
let refusals = 0;

function pluginsOf(author: string): Plugin[] {
  const make = Suggesting.config.addProseMirrorPlugins as unknown as (this: object) => Plugin[];
  return make.call({ options: { author, onRefused: () => (refusals += 1) } });
}

/** A text in which `author` writes suggestions. */
function suggestingState(doc: Node, author = timur): EditorState {
  const plugins = pluginsOf(author);
  const state = EditorState.create({ doc, plugins });
  return state.apply(state.tr.setMeta(plugins[0] as Plugin, true));
}

function select(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

function type(state: EditorState, words: string): EditorState {
  return [...words].reduce((now, letter) => now.apply(now.tr.insertText(letter)), state);
}

function backspace(state: EditorState): EditorState {
  const { from, to, empty } = state.selection;
  return state.apply(state.tr.delete(empty ? from - 1 : from, to));
}

/** The text with `+put in+` and `-taken out-`. */
function show(doc: Node): string {
  let out = '';
  doc.forEach((block, _offset, index) => {
    out += index > 0 ? '|' : '';
    block.forEach((node) => {
      const names = node.marks.map((mark) => mark.type.name);
      const sign = (names.includes(INSERTION) ? '+' : '') + (names.includes(DELETION) ? '-' : '');
      out += sign + (node.text ?? '') + sign;
    });
  });
  return out;
}

function resolve(doc: Node, verdict: 'accept' | 'reject', ids?: string[]): string {
  const state = EditorState.create({ doc });
  const all = listSuggestions(doc).map(({ id }) => id);
  return show(state.apply(resolveSuggestions(state.tr, new Set(ids ?? all), verdict)).doc);
}

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`writing suggestions (seed ${String(seed)})`, () => {
  it('marks what is typed as put in, as one suggestion', () => {
    const state = type(select(suggestingState(paragraphs('We need a gauge')), 11), 'joint ');
    expect(show(state.doc)).toBe('We need a +joint +gauge');
    expect(listSuggestions(state.doc)).toMatchObject([
      { author: timur, pieces: [{ kind: 'insertion', words: 'joint ' }] },
    ]);
    expect(resolve(state.doc, 'accept')).toBe('We need a joint gauge');
    expect(resolve(state.doc, 'reject')).toBe('We need a gauge');
  });

  it('marks what is deleted as taken out and lets the cursor go on to the left', () => {
    let state = select(suggestingState(paragraphs('one two')), 8);
    for (let count = 0; count < 4; count += 1) state = backspace(state);
    expect(show(state.doc)).toBe('one- two-');
    expect(state.selection.head).toBe(4);
    expect(listSuggestions(state.doc)).toHaveLength(1);
    expect(resolve(state.doc, 'accept')).toBe('one');
    expect(resolve(state.doc, 'reject')).toBe('one two');
  });

  it('goes on to the right where one deletes forwards', () => {
    let state = select(suggestingState(paragraphs('one two')), 1);
    for (let count = 0; count < 3; count += 1) {
      state = state.apply(state.tr.delete(state.selection.head, state.selection.head + 1));
    }
    expect(show(state.doc)).toBe('-one- two');
    expect(state.selection.head).toBe(4);
  });

  it('makes one suggestion of words typed over others', () => {
    const state = type(select(suggestingState(paragraphs('every day')), 7, 10), 'hour');
    expect(show(state.doc)).toBe('every -day-+hour+');
    expect(listSuggestions(state.doc)).toHaveLength(1);
    expect(resolve(state.doc, 'accept')).toBe('every hour');
    expect(resolve(state.doc, 'reject')).toBe('every day');
  });

  it('takes back its own suggested words for good', () => {
    let state = type(select(suggestingState(paragraphs('ab')), 2), 'xyz');
    for (let count = 0; count < 3; count += 1) state = backspace(state);
    expect(show(state.doc)).toBe('ab');
  });

  it('lets another suggest to take out what one suggested', () => {
    const first = type(select(suggestingState(paragraphs('ab')), 2), 'xy');
    const state = backspace(select(suggestingState(first.doc, asel), 4));
    expect(show(state.doc)).toBe('a+x++-y+-b');
    const [own, other] = listSuggestions(state.doc);
    expect([own?.author, other?.author]).toEqual([timur, asel]);
    expect(resolve(state.doc, 'accept')).toBe('axb');
    expect(resolve(state.doc, 'reject')).toBe('ab');
  });

  it('keeps the bold of words that are taken out', () => {
    const doc = paragraphs('one two');
    const bold = EditorState.create({ doc }).tr.addMark(1, 4, schema.mark('bold')).doc;
    const state = backspace(select(suggestingState(bold), 4));
    expect(
      state.doc
        .nodeAt(3)
        ?.marks.map((mark) => mark.type.name)
        .sort(),
    ).toEqual(['bold', 'deletion']);
  });

  it('splits a paragraph where a suggested end of a paragraph is accepted', () => {
    const state = type(select(suggestingState(paragraphs('one two')), 4), '¶');
    expect(resolve(state.doc, 'reject')).toBe('one two');
    expect(resolve(state.doc, 'accept')).toBe('one| two');
  });

  it('refuses what is no change of words, and says so', () => {
    refusals = 0;
    const state = suggestingState(paragraphs('one', 'two'));
    const attempts = [
      state.tr.split(2),
      state.tr.delete(2, 7),
      state.tr.setNodeMarkup(0, schema.nodes['heading']),
      state.tr.addMark(1, 3, schema.mark('bold')),
    ];
    for (const attempt of attempts) expect(show(state.apply(attempt).doc)).toBe('one|two');
    expect(refusals).toBe(attempts.length);
  });

  it('accepts one and leaves the others', () => {
    const first = type(select(suggestingState(paragraphs('one two')), 4), '!');
    const state = type(select(suggestingState(first.doc, asel), 9), '?');
    const [one] = listSuggestions(state.doc);
    expect(resolve(state.doc, 'accept', [String(one?.id)])).toBe('one! two+?+');
    expect(resolve(state.doc, 'reject', [String(one?.id)])).toBe('one two+?+');
  });

  it('reads nothing from marks that somebody forged', () => {
    const doc = paragraphs('one two');
    const forged = schema.mark(INSERTION, { id: 7, author: { evil: true }, at: null });
    expect(listSuggestions(EditorState.create({ doc }).tr.addMark(1, 4, forged).doc)).toEqual([]);
  });

  it('gives the text back unchanged when all is rejected, whatever was written', () => {
    let random = seed;
    const next = (below: number) => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (random >> 8) % below;
    };
    const doc = paragraphs('aaa bbb aaa', '', 'ccc');
    let state = suggestingState(doc);
    for (let turn = 0; turn < 200; turn += 1) {
      const place = TextSelection.near(state.doc.resolve(next(state.doc.content.size))).head;
      const { start, end } = edges(state.doc, place);
      const to = place + next(end - place + 1);
      state = select(state, place, to);
      const writes = next(3);
      if (writes === 0) state = type(state, 'ab');
      else if (writes === 1 && (to > place || place > start)) state = backspace(state);
      expect({ seed, turn, words: resolve(state.doc, 'reject') }).toEqual({ seed, turn, words: show(doc) });
    }
  });
});

function edges(doc: Node, at: number): { start: number; end: number } {
  const place = doc.resolve(at);
  return { start: place.start(), end: place.end() };
}
