import { describe, expect, it } from '@jest/globals';
import { AttemptLimits } from './attempt-limits.js';

const WHO = 'a@basin.example';

/** How many of so many attempts at once were let through. */
async function takeAtOnce(limits: AttemptLimits, count: number): Promise<number> {
  const attempts = Array.from({ length: count }, () => limits.take('passwordByAccount', WHO));
  return (await Promise.allSettled(attempts)).filter(({ status }) => status === 'fulfilled').length;
}

describe('attempts', () => {
  it('are borne ten times by account, as many at once as in a row', async () => {
    const limits = new AttemptLimits();
    expect(await takeAtOnce(limits, 100)).toBe(10);
    await expect(limits.take('passwordByAccount', WHO)).rejects.toMatchObject({
      code: 'rate_limited',
      data: { retryAfterMs: expect.any(Number) },
    });
    await limits.take('passwordByAccount', 'b@basin.example');
  });

  it('can be taken again where one was given back, and a refused one takes nothing', async () => {
    const limits = new AttemptLimits();
    await takeAtOnce(limits, 100);
    await limits.giveBack('passwordByAccount', WHO);
    expect(await takeAtOnce(limits, 5)).toBe(1);
  });

  it('are no more than before after those that were forgiven are given back', async () => {
    const limits = new AttemptLimits();
    await limits.take('passwordByAccount', WHO);
    await limits.forgive('passwordByAccount', WHO);
    await limits.giveBack('passwordByAccount', WHO);
    expect(await takeAtOnce(limits, 20)).toBe(10);
  });
});
