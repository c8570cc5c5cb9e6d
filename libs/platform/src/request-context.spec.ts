import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { currentRequestId, runUntilClosed } from './request-context.js';

describe('the id of the request being served', () => {
  it('is known in everything the request waits for, also when another has ended', async () => {
    const [first, second] = [new EventEmitter(), new EventEmitter()];
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
    const first = new EventEmitter();
    runUntilClosed('first', first, () => undefined);
    first.emit('close');
    expect(currentRequestId()).toBeUndefined();
    const seen = runUntilClosed('second', new EventEmitter(), async () => {
      await Promise.resolve();
      return currentRequestId();
    });
    expect(await seen).toBe('second');
  });
});
