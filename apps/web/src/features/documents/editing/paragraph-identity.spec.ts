import { describe, expect, it } from '@jest/globals';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ParagraphIdentity } from './paragraph-identity.extension.js';
import { Fragment, type Node } from '@tiptap/pm/model';
import { withIdentities } from './paragraph-identity.js';
import type { Plugin } from '@tiptap/pm/state';
import { paragraphs, schema } from '../testing/sample-text.js';

const identityPlugins = ParagraphIdentity.config.addProseMirrorPlugins as unknown as () => Plugin[];

function change(doc: Node, make: (tr: Transaction) => Transaction): [words: string, id: unknown][] {
  const state = EditorState.create({ doc, plugins: identityPlugins() });
  return blocksOf(state.apply(make(state.tr)).doc);
}

function blocksOf(doc: Node): [string, unknown][] {
  const blocks: [string, unknown][] = [];
  doc.descendants((node) => {
    if (node.isTextblock) blocks.push([node.textContent, node.attrs['id']]);
  });
  return blocks;
}

const fresh = expect.stringMatching(/^[a-z0-9]{10}$/);

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`the identity of a paragraph (seed ${String(seed)})`, () => {
  it('stays while its words change', () => {
    expect(change(paragraphs('one', 'two'), (tr) => tr.insertText('!', 4))).toEqual([
      ['one!', 'p1'],
      ['two', 'p2'],
    ]);
  });

  it('stays with the first part when a paragraph is split', () => {
    expect(change(paragraphs('onetwo'), (tr) => tr.split(4))).toEqual([
      ['one', 'p1'],
      ['two', fresh],
    ]);
  });

  it('stays with the words when a paragraph is pushed down by an empty one', () => {
    expect(change(paragraphs('one'), (tr) => tr.split(1))).toEqual([
      ['', fresh],
      ['one', 'p1'],
    ]);
  });

  it('stays with the original when a copy is put before it', () => {
    const doc = paragraphs('one', 'two');
    expect(change(doc, (tr) => tr.insert(0, doc.slice(5, 10).content))).toEqual([
      ['two', fresh],
      ['one', 'p1'],
      ['two', 'p2'],
    ]);
  });

  it('goes along when a paragraph is moved', () => {
    const doc = paragraphs('one', 'two');
    expect(change(doc, (tr) => tr.delete(0, 5).insert(5, doc.slice(0, 5).content))).toEqual([
      ['two', 'p2'],
      ['one', 'p1'],
    ]);
  });

  it('is given to list items and what stands in them, each its own', () => {
    const item = schema.node('listItem', null, schema.node('paragraph', null, schema.text('item')));
    const list = schema.node('bulletList', null, [item, item]);
    const state = EditorState.create({ doc: paragraphs('one'), plugins: identityPlugins() });
    const ids: unknown[] = [];
    state.apply(state.tr.insert(5, list)).doc.descendants((node) => {
      if (node.type.name === 'listItem' || node.isTextblock) ids.push(node.attrs['id']);
    });
    expect(ids).toEqual(['p1', fresh, fresh, fresh, fresh]);
    expect(new Set(ids).size).toBe(5);
  });

  it('is given to blocks beforehand where it is missing, and only there', () => {
    const item = schema.node('listItem', null, schema.node('paragraph', { id: 'own' }, schema.text('item')));
    const named = withIdentities(
      Fragment.from([schema.node('bulletList', null, item), schema.node('paragraph')]),
    );
    expect(named.toJSON()).toMatchObject([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            attrs: { id: fresh },
            content: [{ attrs: { id: 'own' }, content: [{ text: 'item' }] }],
          },
        ],
      },
      { type: 'paragraph', attrs: { id: fresh } },
    ]);
  });

  it('is unique after whatever is done to a text', () => {
    const random = seededRandom(seed);
    let state = EditorState.create({ doc: paragraphs('one', 'two', 'three'), plugins: identityPlugins() });
    for (let turn = 0; turn < 300; turn += 1) {
      const size = state.doc.content.size;
      const [a, b] = [Math.floor(random() * size), Math.floor(random() * size)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const near = (at: number) => TextSelection.near(state.doc.resolve(at)).head;
      const deeds = [
        () => state.tr.split(near(a)),
        () => state.tr.delete(near(a), Math.max(near(a), near(b))),
        () => state.tr.insert(near(b), state.doc.slice(near(a), Math.max(near(a), near(b))).content),
        () => state.tr.replace(near(b), near(b), state.doc.slice(a, b)),
        () => state.tr.insertText('word ', near(a)),
      ];
      // Copies of copies would soon fill the memory.
      if (size > 600) state = state.apply(state.tr.delete(0, size - 300));
      else state = state.apply((deeds[Math.floor(random() * deeds.length)] ?? (() => state.tr))());
      const ids = blocksOf(state.doc).map(([, id]) => id);
      expect({
        seed,
        turn,
        missing: ids.filter((id) => !id).length,
        shared: ids.length - new Set(ids).size,
      }).toEqual({
        seed,
        turn,
        missing: 0,
        shared: 0,
      });
    }
  });
});

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
