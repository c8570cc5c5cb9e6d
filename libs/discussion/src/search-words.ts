import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { RepeatingTask } from '@roundtable/realtime';
import { RecordAnnouncements, type AppendedBatch } from '@roundtable/record';
import { SearchWordsRepository } from './search-words.repository.js';

/** Texts whose words are made with one statement. */
const AT_ONCE = 50;
const EVERY_MS = 250;

/**
 * Makes the words that search looks at, a little at a time, so that it never competes with people who speak. Nothing
 * depends on it but speed: search makes the words of a text that has none yet itself. What was left over, by a process
 * that ended or a table that a crash emptied, is found at the next start.
 */
@Injectable()
export class SearchWords implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By room: the first and the last text that may have no words. */
  private readonly waiting = new Map<string, { from: number; to: number }>();
  private readonly task: RepeatingTask;

  constructor(
    private readonly repository: SearchWordsRepository,
    announcements: RecordAnnouncements,
    logger: JsonLogger,
  ) {
    announcements.onAppended((batch) => this.note(batch));
    this.task = new RepeatingTask(
      EVERY_MS,
      () => this.makeSome(),
      (error) => logger.logger.warn({ err: error }, 'words for search not made'),
    );
  }

  onApplicationBootstrap(): void {
    void this.findLeftOver();
    this.task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  /** Makes the next words; where there are many, the rest waits for the next time. */
  async makeSome(): Promise<void> {
    const [next] = this.waiting;
    if (!next) return;
    const [room, range] = next;
    // Taken off first: what is said meanwhile must not be forgotten with it.
    this.waiting.delete(room);
    try {
      const made = await this.repository.make(room, { ...range, limit: AT_ONCE });
      const last = made.at(-1);
      if (made.length === AT_ONCE && last !== undefined) this.add(room, { from: last + 1, to: range.to });
    } catch (error) {
      this.add(room, range);
      throw error;
    }
  }

  private note({ room, entries }: AppendedBatch): void {
    for (const entry of entries) {
      const seq = textOf(entry);
      if (seq !== null) this.add(room, { from: seq, to: seq });
    }
  }

  private add(room: string, { from, to }: { from: number; to: number }): void {
    const known = this.waiting.get(room);
    if (!known) this.waiting.set(room, { from, to });
    else {
      known.from = Math.min(known.from, from);
      known.to = Math.max(known.to, to);
    }
  }

  private async findLeftOver(): Promise<void> {
    try {
      for (const { room, ...range } of await this.repository.findMissing()) this.add(room, range);
    } catch {
      // The database is away at this moment: search does without, and the next start asks again.
    }
  }
}

/** The first entry of the message or statement whose text this one gives; null where it gives none. */
function textOf({ type, seq, target }: Entry): number | null {
  switch (type) {
    case 'discussion.posted':
    case 'discussion.stated':
      return seq;
    case 'discussion.edited':
      return target;
    default:
      return null;
  }
}
