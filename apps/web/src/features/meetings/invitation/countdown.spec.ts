import { describe, expect, it } from '@jest/globals';
import { formatMessage } from '../../../app/i18n/message-formatter.js';
import { countDown } from './countdown.js';
import { messages } from './messages.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('countDown', () => {
  it.each([
    [0, { key: 'overdue' }],
    [-day, { key: 'overdue' }],
    [minute - 1, { key: 'inMoments' }],
    [minute + 1, { key: 'inMinutes', minutes: 2 }],
    [hour, { key: 'inHours', hours: 1, minutes: 0 }],
    [2 * hour + 5 * minute, { key: 'inHours', hours: 2, minutes: 5 }],
    [day, { key: 'inDays', days: 1, hours: 0 }],
    [3 * day + 2 * hour + 59 * minute, { key: 'inDays', days: 3, hours: 2 }],
  ])('names %i ms in at most two units', (ms, countdown) => {
    expect(countDown(ms, 0)).toEqual(countdown);
  });

  it.each([
    ['en', 'in 2 days and 1 hour'],
    ['ru', 'через 2 дня и 1 час'],
    ['ky', '2 күн 1 сааттан кийин'],
  ] as const)('reads well in %s', (locale, words) => {
    const { key, ...values } = countDown(2 * day + hour, 0);
    expect(formatMessage(locale, messages[locale][key], values)).toBe(words);
  });

  it.each([
    ['en', 'in 3 hours'],
    ['ru', 'через 3 часа'],
    ['ky', '3 сааттан кийин'],
  ] as const)('leaves out what is nought in %s', (locale, words) => {
    const { key, ...values } = countDown(3 * hour, 0);
    expect(formatMessage(locale, messages[locale][key], values)).toBe(words);
  });
});
