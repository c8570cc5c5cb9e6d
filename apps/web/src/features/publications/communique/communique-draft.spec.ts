import { describe, expect, it } from '@jest/globals';
import type { CommuniqueView } from '@roundtable/contracts';
import {
  beginDraft,
  changeOf,
  hasConflict,
  isChanged,
  keepMine,
  readsSame,
  rebase,
  takeTheirs,
  type CommuniqueDraft,
  type DraftPart,
} from './communique-draft.js';

const communique = (version: number, parts: Record<string, string>, title = 'Communique') =>
  ({
    title,
    version,
    parts: Object.entries(parts).map(([id, text]) => ({ id, text, line: null, reservations: [] })),
  }) as unknown as CommuniqueView;

const begun = communique(1, { a: 'One.', b: 'Two.', c: 'Three.' });
const write = (draft: CommuniqueDraft, key: string, text: string): CommuniqueDraft => ({
  ...draft,
  parts: draft.parts.map((part) => (part.key === key ? { ...part, text } : part)),
});
const remove = (draft: CommuniqueDraft, key: string): CommuniqueDraft => ({
  ...draft,
  parts: draft.parts.filter((part) => part.key !== key),
});
const add = (draft: CommuniqueDraft, text: string): CommuniqueDraft => ({
  ...draft,
  parts: [...draft.parts, { key: 'new', id: null, text, theirs: null }],
});
const texts = ({ parts }: CommuniqueDraft) => parts.map(({ text }) => text);

describe('a communique being edited', () => {
  it('is changed only where it reads otherwise', () => {
    const draft = beginDraft(begun);
    expect(isChanged(draft)).toBe(false);
    expect(isChanged(write(draft, 'a', 'Uno.'))).toBe(true);
    expect(isChanged(write(write(draft, 'a', 'Uno.'), 'a', 'One.'))).toBe(false);
    expect(isChanged(remove(draft, 'c'))).toBe(true);
  });

  it('reads the same with a footnote more, though that made a version', () => {
    const [first, ...rest] = begun.parts;
    const noted = {
      ...begun,
      version: 2,
      parts: [{ ...first, reservations: [{ id: 'r' }] }, ...rest],
    } as unknown as CommuniqueView;
    expect(readsSame(begun, noted)).toBe(true);
    expect(readsSame(begun, communique(2, { a: 'One.', c: 'Three.', b: 'Two.' }))).toBe(false);
  });

  it('takes what others wrote where nothing was written here, and keeps what was', () => {
    const draft = rebase(
      write(beginDraft(begun), 'a', 'Uno.'),
      communique(2, { a: 'One.', b: 'Second.', c: 'Three.', d: 'Four.' }, 'Statement'),
    );
    expect(draft.base.version).toBe(2);
    expect(draft.title.text).toBe('Statement');
    expect(texts(draft)).toEqual(['Uno.', 'Second.', 'Three.', 'Four.']);
    expect(hasConflict(draft)).toBe(false);
  });

  it('shows both where both changed a paragraph, until somebody chooses', () => {
    const draft = rebase(
      write(beginDraft(begun), 'b', 'Mine.'),
      communique(2, { a: 'One.', b: 'Theirs.', c: 'Three.' }),
    );
    const part = draft.parts[1] as DraftPart;
    expect(part).toMatchObject({ text: 'Mine.', theirs: 'Theirs.' });
    expect(hasConflict(draft)).toBe(true);
    expect(keepMine(part)).toMatchObject({ text: 'Mine.', theirs: null });
    expect(takeTheirs(part)).toMatchObject({ text: 'Theirs.', theirs: null });
  });

  it('keeps an open choice while the text goes on moving', () => {
    const twice = rebase(
      rebase(write(beginDraft(begun), 'b', 'Mine.'), communique(2, { a: 'One.', b: 'Theirs.', c: 'Three.' })),
      communique(3, { a: 'Uno.', b: 'Theirs.', c: 'Three.' }),
    );
    expect(twice.parts[1]).toMatchObject({ text: 'Mine.', theirs: 'Theirs.' });
    expect(texts(twice)[0]).toBe('Uno.');
  });

  it('has no choice to offer where both wrote the same', () => {
    const draft = rebase(
      write(beginDraft(begun), 'b', 'Same.'),
      communique(2, { a: 'One.', b: 'Same.', c: 'Three.' }),
    );
    expect(hasConflict(draft)).toBe(false);
  });

  it('keeps a paragraph removed that others left alone, and brings it back where they wrote into it', () => {
    const without = remove(beginDraft(begun), 'b');
    expect(texts(rebase(without, communique(2, { a: 'Uno.', b: 'Two.', c: 'Three.' })))).toEqual([
      'Uno.',
      'Three.',
    ]);
    expect(texts(rebase(without, communique(2, { a: 'One.', b: 'Second.', c: 'Three.' })))).toEqual([
      'One.',
      'Second.',
      'Three.',
    ]);
  });

  it('lets go what others removed, but for words written into it here', () => {
    const newer = communique(2, { a: 'One.', c: 'Three.' });
    expect(texts(rebase(beginDraft(begun), newer))).toEqual(['One.', 'Three.']);
    const draft = rebase(write(beginDraft(begun), 'b', 'Mine.'), newer);
    expect(draft.parts[1]).toEqual({ key: 'b', id: null, text: 'Mine.', theirs: '' });
    expect(takeTheirs(draft.parts[1] as DraftPart)).toBeNull();
  });

  it('keeps a new paragraph behind the one that it was written behind', () => {
    const draft = rebase(
      add(beginDraft(begun), 'New.'),
      communique(2, { c: 'Three.', a: 'One.', b: 'Two.', d: 'Four.' }),
    );
    expect(texts(draft)).toEqual(['Three.', 'New.', 'One.', 'Two.', 'Four.']);
  });

  it('is sent whole, each paragraph under its own id', () => {
    const draft = { ...add(beginDraft(begun), ' New. '), title: { text: ' Title ', theirs: null } };
    expect(changeOf(draft)).toEqual({
      title: 'Title',
      parts: [
        { id: 'a', text: 'One.' },
        { id: 'b', text: 'Two.' },
        { id: 'c', text: 'Three.' },
        { id: null, text: 'New.' },
      ],
    });
  });
});
