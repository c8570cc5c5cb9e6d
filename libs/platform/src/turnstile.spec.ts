import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

function work() {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { done, finish };
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('never lets more through at once than it may, and the others in the order they came', async () => {
    const turnstile = new Turnstile({ atOnce: 2, waiting: 10, waitMs: 5_000 });
    const works = Array.from({ length: 5 }, work);
    const begun: number[] = [];
    const runs = works.map(({ done }, index) =>
      turnstile.run(() => {
        begun.push(index);
        return done;
      }),
    );
    await turns();
    expect([begun, turnstile.busy, turnstile.waiting]).toEqual([[0, 1], 2, 3]);
    works[1]?.finish();
    await turns();
    expect(begun).toEqual([0, 1, 2]);
    for (const { finish } of works) finish();
    await Promise.all(runs);
    expect([begun, turnstile.busy, turnstile.waiting]).toEqual([[0, 1, 2, 3, 4], 0, 0]);
  });

  it('refuses at once who finds the line full, with a time to come back', async () => {
    const turnstile = new Turnstile({ atOnce: 1, waiting: 0, waitMs: 5_000 });
    const first = work();
    const running = turnstile.run(() => first.done);
    await expect(turnstile.run(() => Promise.resolve())).rejects.toMatchObject({
      code: 'busy',
      retry: true,
      data: { retryAfterMs: expect.any(Number) },
    });
    first.finish();
    await running;
    await expect(turnstile.run(() => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('refuses who waited too long, whose turn then goes to the next', async () => {
    const turnstile = new Turnstile({ atOnce: 1, waiting: 5, waitMs: 30 });
    const first = work();
    const running = turnstile.run(() => first.done);
    await expect(turnstile.run(() => Promise.resolve())).rejects.toMatchObject({ code: 'busy' });
    expect(turnstile.waiting).toBe(0);
    const next = turnstile.run(() => Promise.resolve('next'));
    first.finish();
    await running;
    await expect(next).resolves.toBe('next');
  });

  it('gives the turn of work that fails to the next', async () => {
    const turnstile = new Turnstile({ atOnce: 1, waiting: 5, waitMs: 5_000 });
    const failing = turnstile.run(() => Promise.reject(new Error('failed')));
    const next = turnstile.run(() => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('failed');
    await expect(next).resolves.toBe('next');
  });
});
