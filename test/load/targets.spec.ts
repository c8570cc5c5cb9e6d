import { describe, expect, it } from '@jest/globals';
import { Samples } from './samples.js';
import { judge } from './targets.js';

function found(samples: Samples, name: string) {
  return judge(samples).find((target) => target.name === name);
}

describe('the targets', () => {
  it('are not met where nothing was measured', () => {
    const targets = judge(new Samples());
    expect(targets).toHaveLength(20);
    expect(targets.filter(({ met, value }) => met || value !== null)).toEqual([]);
  });

  it('are judged by the median of the ratios', () => {
    const name = 'durable messages/s at 1x50 / bare Socket.IO';
    const samples = new Samples();
    for (const ours of [300, 420, 500]) {
      samples.add('1x50', 'roundtable', { messagesPerSecond: ours });
      samples.add('1x50', 'bare', { messagesPerSecond: 100 });
    }
    expect(found(samples, name)).toMatchObject({ value: 4.2, min: 3, max: 5, met: true });
    samples.add('1x50', 'roundtable', { messagesPerSecond: 200 });
    samples.add('1x50', 'bare', { messagesPerSecond: 100 });
    expect(found(samples, name)).toMatchObject({ value: 3.6, met: false });
  });

  it('bound costs from above', () => {
    const name = 'KiB per idle connection at 2000 / bare Socket.IO';
    const samples = new Samples();
    samples.add('idle', 'roundtable', { kibPerConnection: 30 });
    samples.add('idle', 'bare', { kibPerConnection: 10 });
    expect(found(samples, name)).toMatchObject({ value: 3, bound: 'at most', met: false });
  });
});
