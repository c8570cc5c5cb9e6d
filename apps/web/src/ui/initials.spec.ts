import { describe, expect, it } from '@jest/globals';
import { hueOf, initialsOf } from './initials.js';

describe('initials', () => {
  it('take the first and the last name', () => {
    expect(initialsOf('Aizada Toktobekova')).toBe('AT');
    expect(initialsOf('Өмүрбек Ысакович Үсөнов')).toBe('ӨҮ');
    expect(initialsOf('rapporteur')).toBe('R');
  });

  it('survive hostile names', () => {
    expect(initialsOf('')).toBe('?');
    expect(initialsOf('   \u202e\u0000 ')).toBe('?');
    expect(initialsOf('\u202eevil <script>')).toBe('ES');
    expect(initialsOf('Z\u0351\u0352\u0353a l\u0354\u0355go')).toBe('ZL');
    expect(initialsOf('🙂🙂 7')).toBe('7');
    expect([...initialsOf('x '.repeat(300))].length).toBe(2);
  });
});

describe('hue', () => {
  it('is the same for an id and differs between most ids', () => {
    expect(hueOf('a')).toBe(hueOf('a'));
    const hues = new Set(Array.from({ length: 100 }, (_, index) => hueOf(`participant-${index}`)));
    expect(hues.size).toBeGreaterThan(60);
  });
});
