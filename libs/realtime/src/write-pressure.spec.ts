import { describe, expect, it } from '@jest/globals';
import { judgeBacklog, pressureLimits, type Backlog, type Pressure } from './write-pressure.js';

const limits = pressureLimits(256 * 1024);
const KIB = 1024;

/** What each look finds, a second after the other. */
function judge(...kibs: number[]): (Pressure | null)[] {
  let backlog: Backlog | null = null;
  return kibs.map((kib, second) => {
    backlog = judgeBacklog(backlog, kib * KIB, second * 1_000, limits);
    return backlog?.pressure ?? null;
  });
}

describe('a reader', () => {
  it('that keeps up is spared nothing', () => {
    expect(judge(0, 64, 1, 64, 0)).toEqual([null, null, null, null, null]);
  });

  it('is spared the ephemeral lane first, then all but the head, then the connection', () => {
    const [found, rest] = [judge(65, 256, 257, ...Array<number>(6).fill(5_000)), 'headOnly'];
    expect(found).toEqual(['ephemeral', 'ephemeral', ...Array<string>(6).fill(rest), 'cut']);
  });

  it('is borne for a moment with more than is borne for long', () => {
    expect(judge(9_000, 5_000, 3_000, 9_000, 20)).toEqual([...Array<string>(4).fill('headOnly'), null]);
  });

  it('that was reduced to the head stays so until it has caught up', () => {
    expect(judge(300, 200, 70, 64)).toEqual(['headOnly', 'headOnly', 'headOnly', null]);
  });

  it('is cut off when nothing gets through for ten seconds', () => {
    const found = judge(...Array<number>(11).fill(300));
    expect(found.slice(0, 10)).toEqual(Array(10).fill('headOnly'));
    expect(found[10]).toBe('cut');
  });

  it('on a thin line, where a little gets through, has a minute', () => {
    const found = judge(...Array.from({ length: 61 }, (_, second) => 300 - second));
    expect(found.slice(0, 60)).toEqual(Array(60).fill('headOnly'));
    expect(found[60]).toBe('cut');
  });
});
