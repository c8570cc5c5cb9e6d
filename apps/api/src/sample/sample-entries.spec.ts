import { describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@roundtable/contracts';
import { hashWords } from '@roundtable/proposals';
import { tellSample } from './sample-entries.js';
import { PRINTED_PEOPLE } from './sample-people.js';

const now = new Date('2026-03-02T06:00:00.000Z');
const meeting = { id: 'm', plenary: 'r', state: 'draft', version: 1 } as MeetingView;

describe('the sample meeting', () => {
  const { entries, people } = tellSample(meeting, now);

  it('is a record without gaps, in order, that ends now', () => {
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
    expect(entries.at(-1)?.at).toBe(now.toISOString());
  });

  it('is open, at one item, with a lively discussion in three languages', () => {
    const items = new Map(
      entries.flatMap((e) => ('item' in e.data ? [[e.data.item.id, e.data.item.state]] : [])),
    );
    expect([...items.values()].sort()).toEqual(['closed', 'closed', 'open', 'planned']);
    const languages = entries.flatMap(({ data }) =>
      'body' in data && 'language' in data ? [data.language] : [],
    );
    expect(languages.length).toBeGreaterThanOrEqual(20);
    expect(new Set(languages)).toEqual(new Set(['en', 'ru', 'ky']));
  });

  it('captures words that were said, by those who said them', () => {
    const sources = entries.flatMap((e) => (e.type === 'proposals.captured' ? e.data.proposal.sources : []));
    expect(sources).toHaveLength(2);
    for (const { seq, from, to, sha256, speaker } of sources) {
      const said = entries[seq - 1];
      if (said?.type !== 'discussion.stated') throw new Error('not a statement');
      expect(hashWords(said.data.body.slice(from, to))).toBe(sha256);
      expect(said.data.speaker).toBe(speaker);
    }
  });

  it('has everybody whose link is printed', () => {
    for (const key of PRINTED_PEOPLE) expect(people.has(key)).toBe(true);
  });
});
