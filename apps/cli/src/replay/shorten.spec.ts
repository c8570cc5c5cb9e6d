import { describe, expect, it } from '@jest/globals';
import { shorten } from './shorten.js';

describe('shortening', () => {
  it('leaves what fits as it is', () => {
    expect(shorten('on the canal', 12)).toBe('on the canal');
  });

  it('cuts what does not fit and shows it', () => {
    expect(shorten('on the canal and its gauge', 12)).toBe('on the cana…');
    expect(shorten('on the canal and its gauge', 8)).toBe('on the…');
  });

  it('cuts no character in half', () => {
    expect(shorten('water 💧💧💧', 8)).toBe('water…');
    expect(shorten('water💧💧💧', 8)).toBe('water💧…');
  });
});
