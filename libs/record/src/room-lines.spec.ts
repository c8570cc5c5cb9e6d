import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry } from '@roundtable/contracts';
import type { JsonLogger } from '@roundtable/platform';
import type { RoomSeats } from '@roundtable/realtime';
import type { DataSource } from 'typeorm';
import type { SeqRange } from './page-range.js';
import type { LogHead } from './log-head.js';
import type { RecordRepository } from './record.repository.js';
import { RoomLines } from './room-lines.js';
import type { RoomReaders } from './room-readers.js';
import type { RoomVoice } from './room-voice.js';

const ROOM = 'room';
const MOST_TURNS = 12;

/** A reading of the database that is answered when the test says so, with a record as long as `head`. */
interface Reading {
  answer(head: number): void;
  fail(error: Error): void;
}

describe('the lines of the rooms', () => {
  let lines: RoomLines;
  /** What the readers in the room were told, in order. */
  let told: (number | string)[];
  let readings: Reading[];
  let isOpen: boolean;

  beforeEach(() => {
    told = [];
    readings = [];
    isOpen = true;
    const repository = {
      readNews: (_: unknown, __: string, range: SeqRange) =>
        new Promise((answer, fail) =>
          readings.push({
            answer: (head) => answer({ log: log(head), entries: entries(range, head) }),
            fail,
          }),
        ),
    } as unknown as RecordRepository;
    const voice = {
      tellEntries: ({ entries }: { entries: Entry[] }) => told.push(...entries.map(({ seq }) => seq)),
      tellHead: ({ head }: { head: number }) => told.push(`head ${head}`),
    } as unknown as RoomVoice;
    const seats = { isOpen: () => isOpen } as unknown as RoomSeats;
    const readers = { reauthoriseSoon: () => undefined } as unknown as RoomReaders;
    const logger = { logger: { warn: () => undefined } } as unknown as JsonLogger;
    lines = new RoomLines({} as DataSource, repository, seats, readers, voice, logger);
  });

  const at = (seq: number, epoch = 1) => ({ room: ROOM, seq, epoch });
  const log = (head: number, epoch = 1): LogHead => ({ head, epoch, rightsVersion: 1 }) as LogHead;
  const entries = ({ from, to }: SeqRange, head: number): Entry[] =>
    Array.from(
      { length: Math.max(0, Math.min(to, head) - from + 1) },
      (_, index) => ({ seq: from + index }) as Entry,
    );

  async function turns(count = MOST_TURNS): Promise<void> {
    for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
  }

  /** Answers whatever is read until nothing is, with a record as long as `head`. */
  async function answerAll(head: number): Promise<void> {
    for (let round = 0; round < MOST_TURNS; round += 1) {
      for (const reading of readings.splice(0)) reading.answer(head);
      await turns();
    }
  }

  /** Resolves to what the room had been told when the reader was to be answered. */
  const settled = (seq: number) => lines.settle(at(seq)).then(() => [...told]);

  it.each(Array.from({ length: MOST_TURNS }, (_, index) => index))(
    'send the others what a reader was read before it is answered, %i turns after they were sent the entry before',
    async (count) => {
      await lines.settle(at(10));
      void lines.want(at(11));
      await turns();
      readings.shift()?.answer(11);
      await turns(count);
      const answered = settled(12);
      await answerAll(12);
      expect(await answered).toEqual([11, 12]);
      expect(told).toEqual([11, 12]);
    },
  );

  it('do not forget what became wanted while an older head was read', async () => {
    await lines.settle(at(10));
    void lines.want(at(11));
    await turns();
    const answered = settled(12);
    readings.shift()?.answer(11);
    await answerAll(12);
    expect(await answered).toEqual([11, 12]);
  });

  it('rest after a hint that pointed at nothing, and believe the head', async () => {
    await lines.settle(at(10));
    const followed = lines.want(at(99));
    await answerAll(10);
    await followed;
    expect([told, readings]).toEqual([[], []]);
  });

  it('tell the others the head where the news cannot be read', async () => {
    await lines.settle(at(10));
    const answered = settled(11);
    for (let round = 0; round < MOST_TURNS; round += 1) {
      for (const reading of readings.splice(0)) reading.fail(new Error('gone'));
      await turns();
    }
    expect(await answered).toEqual(['head 11']);
    void lines.want(at(12));
    await answerAll(12);
    expect(told).toEqual(['head 11', 12]);
  });

  it('send nothing that was read for those who have left', async () => {
    await lines.settle(at(10));
    void lines.want(at(12));
    await turns();
    isOpen = false;
    lines.prune();
    isOpen = true;
    await lines.settle(at(12));
    await answerAll(12);
    expect(told).toEqual([]);
    void lines.want(at(13));
    await answerAll(13);
    expect(told).toEqual([13]);
  });
});
