import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { sampleCommunique } from '../exports/testing/sample-communique.js';
import { changeText, resolveBracket } from './communique-life.js';

const AT = '2026-11-21T06:00:00.000Z';
const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) });

/** A communique of one paragraph after another, the first with or without a reservation. */
function communique(texts: string[], { isReserved = false } = {}) {
  const { communique: sample } = sampleCommunique();
  const [reserved] = sample.parts;
  return {
    ...sample,
    parts: texts.map((text, index) => ({
      id: `part-${index}`,
      text,
      line: null,
      reservations: isReserved && index === 0 ? (reserved?.reservations ?? []) : [],
    })),
  };
}

describe('settling a bracket', () => {
  const settle = (before: ReturnType<typeof communique>, words: string, became: string) =>
    resolveBracket(before, { part: 'part-0', bracket: 0, words, became }, AT).communique;

  it('lets a paragraph go of which nothing is left', () => {
    const after = settle(communique([' [All of it] ', 'We meet.']), 'All of it', '');
    expect(after.parts.map(({ text }) => text)).toEqual(['We meet.']);
    expect(after.version).toBe(5);
  });

  it('is refused where it would leave nothing of a paragraph that a delegation reserved on', () => {
    const before = communique(['[All of it]'], { isReserved: true });
    expect(() => settle(before, 'All of it', '')).toThrow(refused('publication_state', { part: 'part-0' }));
    expect(settle(before, 'All of it', 'Some').parts[0]?.text).toBe('Some');
  });

  it('is refused where the paragraph or the text would grow longer than may be', () => {
    const long = communique([`[a] ${'b'.repeat(LIMITS.bodyLength - 10)}`]);
    expect(() => settle(long, 'a', 'a'.repeat(100))).toThrow(
      refused('invalid', { field: 'parts', part: 0, limit: LIMITS.bodyLength }),
    );
    const full = Array.from({ length: 9 }, () => 'b'.repeat(LIMITS.bodyLength));
    const many = communique(['[a]', ...full, 'b'.repeat(LIMITS.bodyLength - 10)]);
    expect(() => settle(many, 'a', 'a'.repeat(100))).toThrow(
      refused('invalid', { field: 'parts', limit: LIMITS.communiqueTextLength }),
    );
  });
});

describe('changing the text', () => {
  it('is refused with a paragraph longer than may be', () => {
    const parts = [{ text: 'Short.' }, { text: 'b'.repeat(LIMITS.bodyLength + 1) }];
    const change = () => changeText(communique([]), { title: 'Communique', parts }, () => 'new', AT);
    expect(change).toThrow(refused('invalid', { part: 1, found: LIMITS.bodyLength + 1 }));
  });
});
