import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { currentRequestId, runUntilClosed } from './request-context.js';

const answer = (writableFinished = true) => Object.assign(new EventEmitter(), { writableFinished });

describe('the id of the request being served', () => {
  it('is known in everything the request waits for, also when another has ended', async () => {
    const [first, second] = [answer(), answer()];
    let goOn: () => void = () => undefined;
    const seen = runUntilClosed('first', first, async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return currentRequestId();
    });
    expect(runUntilClosed('second', second, currentRequestId)).toBe('second');
    second.emit('close');
    goOn();
    expect(await seen).toBe('first');
  });

  it('is there again after a moment without any request', async () => {
    const first = answer();
    runUntilClosed('first', first, () => undefined);
    first.emit('close');
    expect(currentRequestId()).toBeUndefined();
    const seen = runUntilClosed('second', answer(), async () => {
      await Promise.resolve();
      return currentRequestId();
    });
    expect(await seen).toBe('second');
  });

  it('is kept for a handler that is still at work when its caller has hung up', async () => {
    const hungUp = answer(false);
    let goOn: () => void = () => undefined;
    const seen = runUntilClosed('left', hungUp, async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return currentRequestId();
    });
    hungUp.emit('close');
    goOn();
    expect(await seen).toBe('left');
  });
});
