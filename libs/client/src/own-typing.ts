import { TIMINGS } from '@roundtable/contracts';
import type { Timers } from './timers.js';

/** Tells the room that one types: at most every `typingResendMs`, however often the keyboard speaks. */
export class OwnTyping {
  private toldAt = -Infinity;

  constructor(
    private readonly timers: Timers,
    private readonly tell: (on: boolean) => void,
  ) {}

  set(on: boolean): void {
    const now = this.timers.now();
    const isTold = now - this.toldAt < TIMINGS.typingResendMs;
    if (on ? isTold : this.toldAt === -Infinity) return;
    this.toldAt = on ? now : -Infinity;
    this.tell(on);
  }
}
