import { describe, expect, it } from '@jest/globals';
import { periodChoices } from './period-choices.js';

const hours = ['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z', '2026-11-22T11:00:00.000Z'].map(
  (startsAt, index) => ({ startsAt, seq: index + 1, passages: 1 }),
);
const times = (choices: { value: string }[]) => choices.map(({ value }) => value.slice(11, 16));

describe('the period that can be chosen', () => {
  it('begins and ends with the hours in which something was said', () => {
    const { from, to } = periodChoices(hours, { from: null, to: null });
    expect(times(from)).toEqual(['08:00', '09:00', '11:00']);
    expect(times(to)).toEqual(['09:00', '10:00', '12:00']);
  });

  it('never ends before it begins', () => {
    const { from, to } = periodChoices(hours, {
      from: '2026-11-22T09:00:00.000Z',
      to: '2026-11-22T10:00:00.000Z',
    });
    expect(times(from)).toEqual(['08:00', '09:00']);
    expect(times(to)).toEqual(['10:00', '12:00']);
  });

  it('offers what a shared address holds though it is not a whole hour', () => {
    const { from } = periodChoices(hours, { from: '2026-11-22T08:20:00.000Z', to: null });
    expect(times(from)).toEqual(['08:00', '08:20', '09:00', '11:00']);
  });
});
