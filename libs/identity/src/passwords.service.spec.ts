import { describe, expect, it } from '@jest/globals';
import { PasswordsService } from './passwords.service.js';

const IN_WORK_AND_IN_LINE = 64;

describe('a flood of passwords', () => {
  it('is worked off as far as the line reaches, and the rest is told to come back', async () => {
    const passwords = new PasswordsService();
    const stored = await passwords.hash('four calm rivers meet');
    const checks = Array.from({ length: 100 }, () => passwords.matches(stored, 'four calm rivers meet'));
    const outcomes = await Promise.allSettled(checks);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(100 - IN_WORK_AND_IN_LINE);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'busy', retry: true });
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value)).toHaveLength(
      IN_WORK_AND_IN_LINE,
    );
    expect(await passwords.matches(stored, 'another')).toBe(false);
  });
});
