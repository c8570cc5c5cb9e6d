import { describe, expect, it } from '@jest/globals';
import { findConflicts, type AmendmentView } from '@roundtable/contracts';
import { changeText, splitParagraphs } from '@roundtable/documents';
import { randomAmendment, randomParagraphs, seedsOf, SeededNumbers } from '../testing/random-amendments.js';
import { sampleAmendment } from '../testing/sample-amendment.js';
import { alignParagraphs } from './align-paragraphs.js';
import { consolidate } from './consolidate.js';
import { carryAmendments } from './carry-amendments.js';
import { placeInLive, settleMerger } from './merge-amendments.js';
import { mergeWords, readTogether } from './merge-words.js';
import { offerRebase } from './rebase-offer.js';

const AT = '2026-11-22T10:00:00.000Z';

/** A proposal's text with its amendments, as the server keeps them. */
interface Table {
  version: number;
  text: string;
  amendments: AmendmentView[];
}

function merge(table: Table, ids: readonly string[]): Table {
  const paragraphs = splitParagraphs(table.text);
  const chosen = table.amendments.filter(({ id }) => ids.includes(id));
  const merged = placeInLive(chosen, paragraphs, paragraphs);
  const text = changeText(
    table.text,
    merged.sort((a, b) => a.number - b.number),
  );
  const after = { version: table.version + 1, paragraphs: splitParagraphs(text), at: AT };
  const settled = settleMerger(table.amendments, { version: paragraphs, live: paragraphs, merged, after });
  return { version: after.version, text, amendments: replaceAll(table.amendments, settled) };
}

function replaceAll(
  amendments: readonly AmendmentView[],
  { merged, carried }: { merged: AmendmentView[]; carried: AmendmentView[] },
): AmendmentView[] {
  const byId = new Map([...merged, ...carried].map((each) => [each.id, each]));
  return amendments.map((each) => byId.get(each.id) ?? each);
}

/** Of random amendments those that keep out of each other's way. */
function withoutConflicts(amendments: readonly AmendmentView[]): AmendmentView[] {
  const kept: AmendmentView[] = [];
  for (const each of amendments) if (findConflicts([...kept, each]).length === 0) kept.push(each);
  return kept;
}

function tableFor(random: SeededNumbers, count: number): Table {
  const paragraphs = randomParagraphs(random, 3 + random.below(6));
  const amendments = Array.from({ length: count }, (_, i) => randomAmendment(random, i + 1, paragraphs));
  return { version: 1, text: paragraphs.join('\n\n'), amendments };
}

describe('conflicts', () => {
  const at = (number: number, kind: AmendmentView['kind'], paragraph: number) =>
    sampleAmendment(number, { kind, paragraph });

  it('are two that change the same paragraph, and one that deletes beside an insertion', () => {
    const found = findConflicts([
      at(4, 'replace', 2),
      at(1, 'replace', 2),
      at(2, 'delete', 5),
      at(3, 'insert', 4),
      at(5, 'insert', 5),
      at(6, 'insert', 2),
      at(7, 'insert', 2),
    ]);
    expect(found).toEqual([
      { amendments: ['amendment-1', 'amendment-4'], paragraph: 2 },
      { amendments: ['amendment-2', 'amendment-3'], paragraph: 5 },
      { amendments: ['amendment-2', 'amendment-5'], paragraph: 5 },
    ]);
  });

  it('are not with what was rejected, withdrawn, merged or stands on an older version', () => {
    for (const state of ['rejected', 'withdrawn', 'merged', 'needs_rebase'] as const)
      expect(findConflicts([at(1, 'replace', 2), { ...at(2, 'replace', 2), state }])).toEqual([]);
  });
});

describe('alignParagraphs', () => {
  it('tells what reads the same, what moved, what was changed and what is gone', () => {
    const before = ['Head.', 'Read daily by both sides.', 'Kept.', 'Moved along.', 'Gone for good.', 'End.'];
    const after = ['Moved along.', 'Head.', 'New here.', 'Read hourly by both sides.', 'Kept.', 'End.'];
    expect(alignParagraphs(before, after)).toEqual([
      { verdict: 'unchanged', to: 2 },
      { verdict: 'changed', to: 4 },
      { verdict: 'unchanged', to: 5 },
      { verdict: 'moved', to: 1 },
      { verdict: 'gone', to: null },
      { verdict: 'unchanged', to: 6 },
    ]);
  });
});

describe('a text of ten thousand paragraphs that is written anew', () => {
  it('is aligned without comparing each with each', () => {
    const text = (name: string) => Array.from({ length: 10_000 }, (_, index) => `${name} ${index} of many.`);
    const fates = alignParagraphs(text('old'), text('new'));
    expect(fates).toHaveLength(10_000);
    expect(fates.every(({ verdict }) => verdict === 'changed' || verdict === 'gone')).toBe(true);
  });
});

describe('mergeWords', () => {
  it('takes what one side changed, takes once what both did, and shows where they differ', () => {
    const was = 'The gauges are read daily by the hosts.';
    const parts = mergeWords(
      was,
      'All gauges are read daily by the hosts.',
      'The gauges are read hourly by the hosts.',
    );
    expect(readTogether(parts)).toBe('All gauges are read hourly by the hosts.');
    expect(parts.some(({ kind }) => kind === 'overlap')).toBe(false);
    const both = mergeWords(was, was.replace('daily', 'weekly'), was.replace('daily', 'hourly'));
    expect(both).toContainEqual({ kind: 'overlap', was: 'daily', text: 'weekly', amendment: 'hourly' });
    const alike = was.replace('daily', 'hourly');
    expect(readTogether(mergeWords(was, alike, alike))).toBe(alike);
  });
});

describe('offerRebase', () => {
  const before = ['One.', 'The gauges are read daily by the hosts.', 'Three.'];
  const offer = (over: Partial<AmendmentView>, paragraphs: string[]) =>
    offerRebase(sampleAmendment(1, { was: before[1] ?? null, paragraph: 2, ...over }), before, {
      version: 2,
      paragraphs,
    });

  it('brings the words of both together', () => {
    const found = offer({ text: 'The gauges are read hourly by the hosts.' }, [
      'New.',
      'One.',
      'All gauges are read daily by the hosts.',
      'Three.',
    ]);
    expect(found).toMatchObject({ verdict: 'changed', paragraph: 3, hasOverlap: false, from: 1, to: 2 });
    expect(found.suggestion).toBe('All gauges are read hourly by the hosts.');
  });

  it('says where the paragraph is gone, and still hands the words over', () => {
    expect(offer({ text: 'Mine.' }, ['One.', 'Three.'])).toMatchObject({
      verdict: 'gone',
      paragraph: null,
      suggestion: 'Mine.',
      parts: [],
    });
    const inserted = offer({ kind: 'insert', was: null, text: 'Mine.' }, ['One.', 'Three.']);
    expect(inserted).toMatchObject({ verdict: 'gone', paragraph: 1, suggestion: 'Mine.' });
  });
});

describe('carryAmendments', () => {
  const before = ['One here.', 'Two there.', 'Three nowhere.'];
  const carry = (over: Partial<AmendmentView>, paragraphs: string[], from: string[] | null = before) =>
    carryAmendments([sampleAmendment(1, over)], from, { version: 2, paragraphs, at: AT })[0];

  it('keeps what inserts between its neighbours, and asks where one of them is gone', () => {
    const inserts = { kind: 'insert' as const, was: null };
    expect(carry({ ...inserts, paragraph: 2 }, ['New.', ...before])).toMatchObject({
      paragraph: 3,
      version: 2,
    });
    expect(carry({ ...inserts, paragraph: 0 }, ['New.', ...before])).toMatchObject({
      paragraph: 0,
      version: 2,
    });
    expect(carry({ ...inserts, paragraph: 3 }, before)).toMatchObject({ paragraph: 3, version: 2 });
    for (const paragraph of [1, 2])
      expect(carry({ ...inserts, paragraph }, ['One here.', 'Three nowhere.'])).toMatchObject({
        state: 'needs_rebase',
        needs: { cause: 'neighbour_gone', version: 2 },
        version: 1,
      });
  });

  it('asks of all where the older text is not here', () => {
    for (const kind of ['insert', 'delete', 'replace'] as const)
      expect(carry({ kind, paragraph: 1 }, before, null)).toMatchObject({ state: 'needs_rebase' });
  });

  it('follows the paragraphs that merged ones have become, and leaves what is settled alone', () => {
    const merged = { state: 'merged' as const, stands: [1, 3] };
    expect(carry(merged, ['Two there.', 'One here.'])).toMatchObject({ stands: [2], version: 1 });
    expect(carry(merged, before)).toBeUndefined();
    expect(carry({ state: 'rejected' }, [])).toBeUndefined();
  });
});

describe('random amendments', () => {
  it('make the same text whatever order those that are not in conflict are merged in', () => {
    for (const seed of seedsOf(40)) {
      const random = new SeededNumbers(seed);
      const drawn = tableFor(random, 2 + random.below(7));
      const amendments = withoutConflicts(drawn.amendments).map((each) => ({
        ...each,
        state: 'accepted' as const,
      }));
      const table = { ...drawn, amendments };
      const ids = amendments.map(({ id }) => id);
      const atOnce = merge(table, ids).text;
      let oneByOne: Table = table;
      for (const id of random.shuffle(ids)) {
        expect([seed, oneByOne.amendments.find((each) => each.id === id)?.state]).toEqual([seed, 'accepted']);
        oneByOne = merge(oneByOne, [id]);
      }
      expect([seed, oneByOne.text]).toEqual([seed, atOnce]);
      expect([seed, consolidate(table, amendments, []).text]).toEqual([seed, atOnce]);
    }
  });

  it('are never dropped: each is part of the text, still stands in it, or says why it does not', () => {
    for (const seed of seedsOf(40)) {
      const random = new SeededNumbers(seed);
      let table = tableFor(random, 3 + random.below(8));
      for (let round = 0; round < 4; round += 1) {
        const open = table.amendments.filter(({ state }) => state === 'accepted');
        const together = withoutConflicts(random.shuffle(open)).slice(0, 1 + random.below(3));
        const before = table;
        table = merge(
          table,
          together.map(({ id }) => id),
        );
        expectSound(seed, before, table);
        const typed = splitParagraphs(table.text);
        typed.splice(random.below(typed.length + 1), 0, `Typed in round ${round}.`);
        const newer = { version: table.version + 1, paragraphs: typed, at: AT };
        const carried = carryAmendments(table.amendments, splitParagraphs(table.text), newer);
        const amendments = replaceAll(table.amendments, { merged: [], carried });
        expectSound(seed, table, (table = { version: newer.version, text: typed.join('\n\n'), amendments }));
      }
    }
  });
});

function expectSound(seed: number, before: Table, { version, text, amendments }: Table): void {
  const paragraphs = splitParagraphs(text);
  expect([seed, amendments.map(({ id }) => id)]).toEqual([seed, before.amendments.map(({ id }) => id)]);
  for (const [index, each] of amendments.entries()) {
    const told = [seed, each.id, each.state];
    expect([...told, each.text]).toEqual([...told, before.amendments[index]?.text]);
    if (each.state === 'tabled' || each.state === 'accepted') {
      expect([...told, each.version]).toEqual([...told, version]);
      const was = each.kind === 'insert' ? null : paragraphs[each.paragraph - 1];
      expect([...told, each.was]).toEqual([...told, was]);
      expect([...told, each.was]).toEqual([...told, before.amendments[index]?.was]);
      expect(each.paragraph).toBeLessThanOrEqual(paragraphs.length);
    }
    if (each.state === 'needs_rebase') expect([...told, each.needs === null]).toEqual([...told, false]);
    if (each.state === 'merged') {
      const read = each.stands.map((number) => paragraphs[number - 1]).join('\n\n');
      expect([...told, each.text === null || each.text === read || each.stands.length < 2]).toEqual([
        ...told,
        true,
      ]);
    }
  }
}
