import { describe, expect, it } from '@jest/globals';
import { EN } from './messages/en.js';
import { KY } from './messages/ky.js';
import { RU } from './messages/ru.js';
import { Wording } from './wording.js';

describe('the wording of exports', () => {
  it('has the same placeholders in every language', () => {
    for (const [key, text] of Object.entries(EN))
      for (const messages of [RU, KY])
        expect([key, placeholdersOf(messages[key as keyof typeof EN])]).toEqual([key, placeholdersOf(text)]);
  });

  it('counts people as each language does', () => {
    expect(new Wording('ru', 'UTC').say('people', { count: 1 })).toBe('1 человек');
    expect(new Wording('ru', 'UTC').say('people', { count: 3 })).toBe('3 человека');
    expect(new Wording('ky', 'UTC').say('people', { count: 5 })).toBe('5 адам');
  });

  it('names days in the language and times in the zone of the meeting', () => {
    const wording = new Wording('ky', 'Asia/Bishkek');
    expect(wording.day('2026-11-22T20:30:00.000Z')).toContain('ноябрь');
    expect(wording.time('2026-11-22T20:30:05.000Z')).toBe('02:30:05');
    expect(wording.hour('2026-11-22T20:30:05.000Z')).toBe('02:00');
  });

  it('takes signs of ICU and HTML in names for what they are', () => {
    expect(new Wording('en', 'UTC').say('recordedBy', { name: "{x} <b> '" })).toBe("entered by {x} <b> '");
  });
});

function placeholdersOf(text: string): string[] {
  return [
    ...new Set(
      Array.from(text.matchAll(/(?<!(?:one|few|many|other|=0) )\{(\w+)[,}]/gu), (match) => match[1] ?? ''),
    ),
  ].sort();
}
