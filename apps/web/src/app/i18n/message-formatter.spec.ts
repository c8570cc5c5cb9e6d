import { describe, expect, it } from '@jest/globals';
import { formatMessage, formatRichMessage } from './message-formatter.js';
import { chooseLocale } from './locales.js';

describe('message formatter', () => {
  it('picks the plural form of each language', () => {
    const ru = '{count, plural, one {# запись} few {# записи} other {# записей}}';
    expect([1, 2, 5, 21, 112].map((count) => formatMessage('ru', ru, { count }))).toEqual([
      '1 запись',
      '2 записи',
      '5 записей',
      '21 запись',
      '112 записей',
    ]);
    expect(formatMessage('en', '{count, plural, one {# entry} other {# entries}}', { count: 1 })).toBe(
      '1 entry',
    );
  });

  it('groups digits in Kyrgyz messages as Kyrgyz does', () => {
    expect(formatMessage('ky', '{count, plural, other {# жазуу}}', { count: 12345 })).toBe(
      '12\u00a0345 жазуу',
    );
  });

  it('keeps hostile values as they are', () => {
    expect(formatMessage('en', 'Hello {name}', { name: '<b>{x}</b>' })).toBe('Hello <b>{x}</b>');
  });

  it('hands the words of a tag to its function', () => {
    const parts = formatRichMessage<{ link: string }>('en', 'Read <link>the record</link> first', {
      link: (words) => ({ link: words.filter((word) => typeof word === 'string').join('') }),
    });
    expect(parts).toEqual(['Read ', { link: 'the record' }, ' first']);
  });
});

describe('the choice of language', () => {
  it('follows the preference, then the browser, then English', () => {
    expect(chooseLocale('ky', ['en'])).toBe('ky');
    expect(chooseLocale(null, ['de-DE', 'ru-KG', 'en'])).toBe('ru');
    expect(chooseLocale(null, ['ky-KG'])).toBe('ky');
    expect(chooseLocale(null, ['de'])).toBe('en');
  });
});
