import { describe, expect, it } from '@jest/globals';
import type { SetLineView, SetView } from '@roundtable/contracts';
import { wordsOfSet } from './set-words.js';

const line = (id: string, over: Partial<SetLineView> = {}) =>
  ({
    id,
    number: 1,
    title: 'A gauge',
    text: 'It is read daily.',
    focusArea: null,
    responsible: null,
    timeline: null,
    reservations: [],
    ...over,
  }) as unknown as SetLineView;

describe('the words of a set', () => {
  it('hold what is adopted with it: order, fields and reservations by name', () => {
    const reservations = [{ delegation: 'north', text: 'Not the cost.' }] as SetLineView['reservations'];
    const whole = {
      set: { title: 'What we propose', lines: ['b', 'a'] } as SetView,
      lines: [line('a', { number: 1, timeline: '2027', reservations }), line('b', { number: 2 })],
    };
    expect(wordsOfSet(whole, () => 'Northern basin')).toBe(
      [
        'What we propose',
        '2. A gauge\nIt is read daily.',
        '1. A gauge\nIt is read daily.\n2027\nNorthern basin: Not the cost.',
      ].join('\n\n'),
    );
  });
});
