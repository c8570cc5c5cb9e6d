import { describe, expect, it } from '@jest/globals';
import type { Entry } from '@roundtable/contracts';
import { RoomLine } from './room-line.js';

function entries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index }) as Entry);
}

function started(at = 5): RoomLine {
  const line = new RoomLine();
  line.startAt(at, 1);
  return line;
}

const taken = (line: RoomLine, from: number, to: number) =>
  line.take({ entries: entries(from, to), epoch: 1 }).map(({ seq }) => seq);

describe('the line of a room', () => {
  it('sends what follows at once', () => {
    expect(taken(started(), 6, 8)).toEqual([6, 7, 8]);
  });

  it('keeps aside what comes too early, asks for what is before, and then sends all in order', () => {
    const line = started();
    expect(taken(line, 8, 9)).toEqual([]);
    expect(line.missing(500)).toEqual({ from: 6, to: 7 });
    expect(taken(line, 6, 7)).toEqual([6, 7, 8, 9]);
    expect(line.missing(500)).toBeNull();
  });

  it('sends nothing twice, also where a reading and a commit overlap', () => {
    const line = started();
    expect(taken(line, 6, 8)).toEqual([6, 7, 8]);
    expect(taken(line, 7, 10)).toEqual([9, 10]);
    expect(taken(line, 1, 10)).toEqual([]);
  });

  it('only remembers the number before its first reader has caught up', () => {
    const line = new RoomLine();
    expect(taken(line, 6, 8)).toEqual([]);
    expect(line.missing(500)).toBeNull();
    line.startAt(7, 1);
    expect(line.missing(500)).toEqual({ from: 8, to: 8 });
  });

  it('takes nothing of another epoch', () => {
    expect(started().take({ entries: entries(6, 7), epoch: 2 })).toEqual([]);
  });

  it('asks for no more than it may read at once', () => {
    const line = started(0);
    line.want(10_000);
    expect(line.missing(500)).toEqual({ from: 1, to: 500 });
  });

  it('sends 1 to N once and in order in whatever pieces and order they come', () => {
    const seed = Math.floor(Math.random() * 1e6);
    process.stdout.write(`room line fuzz: SEED=${seed}\n`);
    let state = seed;
    const below = (bound: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % bound;
    const line = started(0);
    const sent: number[] = [];
    while (sent.length < 500) {
      const from = 1 + below(500);
      sent.push(...taken(line, from, Math.min(500, from + below(12))));
      const range = line.missing(7);
      if (range && below(3) === 0) sent.push(...taken(line, range.from, range.to));
    }
    expect(sent).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });
});
