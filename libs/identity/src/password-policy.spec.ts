import { describe, expect, it } from '@jest/globals';
import { findPasswordFault } from './password-policy.js';

const person = { email: 'aibek.toktogulov@basin.example', name: 'Айбек Токтогулов' };

describe('the password policy', () => {
  it.each(['four calm rivers meet', 'тоодогу төрт өзөн', 'vK9$mmQe2!xz', 'пять-тихих-озёр'])(
    'accepts %s',
    (password) => {
      expect(findPasswordFault(password, person)).toBeNull();
    },
  );

  it.each([
    ['short', 'too_short'],
    ['x'.repeat(257), 'too_long'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['1234567890', 'too_common'],
    ['Password123', 'too_common'],
    ['йцукен12345', 'too_common'],
    ['aibek.toktogulov1', 'repeats_person'],
    ['Токтогулов1', 'repeats_person'],
  ])('refuses %s', (password, fault) => {
    expect(findPasswordFault(password, person)).toBe(fault);
  });
});
