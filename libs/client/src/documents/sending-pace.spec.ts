import { describe, expect, it } from '@jest/globals';
import { TIMINGS } from '@roundtable/contracts';
import { SendingPace } from './sending-pace.js';

describe('the pace of sending changes', () => {
  it('lets somebody who types send each change at once', () => {
    let now = 1_000;
    const pace = new SendingPace(() => now);
    for (let key = 0; key < 200; key += 1) {
      expect(pace.spend()).toBe(0);
      now += 100;
    }
  });

  it('holds a program that never rests to the agreed number', () => {
    let now = 1_000;
    const pace = new SendingPace(() => now);
    let sent = 0;
    for (; now < 11_000; sent += 1) now += pace.spend() + 1;
    const agreed = 10_000 / TIMINGS.documentUpdateEveryMs;
    expect(sent).toBeGreaterThan(agreed);
    expect(sent).toBeLessThan(agreed + 12);
  });

  it('saves up no more than one burst', () => {
    let now = 1_000;
    const pace = new SendingPace(() => now);
    now += 60 * 60 * 1_000;
    let atOnce = 1;
    while (pace.spend() === 0) atOnce += 1;
    expect(atOnce).toBe(10);
  });
});
