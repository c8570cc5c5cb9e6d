import { beforeEach, describe, expect, it } from '@jest/globals';
import { RoomCheck, type ReceivedBatch } from './delivery-check.js';

/** An event as text: `seq:number` pairs with commas. */
function read(frame: Buffer): ReceivedBatch | null {
  const text = frame.toString();
  if (!text.includes(':')) return null;
  const pairs = text.split(',').map((pair) => pair.split(':').map(Number));
  return { seqs: pairs.map(([seq]) => seq ?? 0), numbers: pairs.map(([, number]) => number ?? 0) };
}

let check: RoomCheck;
let first: (text: string) => void;
let second: (text: string) => void;

function start(rule: 'gapless' | 'same'): void {
  check = new RoomCheck(read, rule);
  const readers = [check.addReader(), check.addReader()];
  [first, second] = readers.map((take) => (text: string) => void take(Buffer.from(text))) as [
    typeof first,
    typeof second,
  ];
}

describe('the check that makes a run void', () => {
  beforeEach(() => start('gapless'));

  it('finds nothing where everybody got everything once and in order', () => {
    for (const take of [first, second]) ['5:1,6:2', '7:3'].forEach(take);
    expect(check.faults(new Set([1, 2, 3]))).toEqual([]);
    expect(check.deliveries).toBe(6);
    expect(check.events).toBe(4);
  });

  it('finds a message that one reader never got', () => {
    ['5:1', '6:2'].forEach(first);
    second('5:1');
    expect(check.faults(new Set([1, 2]))).toEqual(['reader 1 got 1 of 2 messages']);
  });

  it('finds a message that came twice', () => {
    ['5:1', '6:2', '6:2'].forEach(first);
    ['5:1', '6:2'].forEach(second);
    expect(check.faults(new Set([1, 2]))).toEqual(['reader 0 got 6 after 6', 'reader 0 got 3 of 2 messages']);
  });

  it('finds a gap, also where as many came as were acknowledged', () => {
    ['5:1', '7:3'].forEach(first);
    ['5:1', '6:2'].forEach(second);
    expect(check.faults(new Set([1, 2]))).toContain('reader 0 got 7 after 5');
  });

  it('finds what was acknowledged and delivered to nobody, and what was delivered without', () => {
    for (const take of [first, second]) take('5:1');
    expect(check.faults(new Set([2]))).toEqual([
      '1 acknowledged messages reached nobody',
      '1 messages were delivered and never acknowledged',
    ]);
  });

  it('finds different words in the same place', () => {
    first('5:1');
    second('5:2');
    expect(check.faults(new Set([1]))).toContain('1 messages were delivered and never acknowledged');
  });

  it('finds that two readers saw different orders where there are no gapless numbers', () => {
    start('same');
    ['9:1', '4:2'].forEach(first);
    ['4:2', '9:1'].forEach(second);
    expect(check.faults(new Set([1, 2]))).toEqual(['reader 1 saw another order than reader 0']);
  });

  it('passes over events that bring no messages', () => {
    first('presence');
    for (const take of [first, second]) take('5:1');
    second('presence');
    expect(check.faults(new Set([1]))).toEqual([]);
  });
});
