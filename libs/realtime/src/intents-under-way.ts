import { Injectable } from '@nestjs/common';
import { Busy, translateError } from '@roundtable/platform';
import type { Event } from 'socket.io';
import type { LiveSocket } from './live-socket.js';

const COME_BACK_WITHIN_MS = 1_000;

/** Knows how many intents were heard and not answered yet, so that a process that stops can finish them. */
@Injectable()
export class IntentsUnderWay {
  private count = 0;
  private isClosed = false;
  private wake: () => void = () => undefined;

  /** Watches a connection for as long as it lives. */
  watch(socket: LiveSocket): void {
    let own = 0;
    socket.use((event: Event, next: (error?: Error) => void) => {
      const acknowledge: unknown = event.at(-1);
      if (typeof acknowledge !== 'function') return this.isClosed ? undefined : next();
      const answer = acknowledge as (...answer: unknown[]) => void;
      if (this.isClosed) {
        answer({ ok: false, error: translateError(new Busy(COME_BACK_WITHIN_MS)).wire });
        return;
      }
      own += 1;
      this.count += 1;
      let isOpen = true;
      // The handler is called with this very array.
      event[event.length - 1] = (...given: unknown[]) => {
        answer(...given);
        if (!isOpen || own === 0) return;
        isOpen = false;
        own -= 1;
        this.settle(1);
      };
      next();
    });
    // Nobody is left to be answered.
    socket.once('disconnect', () => {
      const unanswered = own;
      own = 0;
      this.settle(unanswered);
    });
  }

  /** From now on new intents are refused, to be sent again elsewhere. Resolves when those heard are answered, or in time. */
  async finish(withinMs: number): Promise<void> {
    this.isClosed = true;
    if (this.count === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, withinMs);
    });
    clearTimeout(timer);
  }

  private settle(answered: number): void {
    this.count -= answered;
    if (this.count === 0) this.wake();
  }
}
