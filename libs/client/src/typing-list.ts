import { TIMINGS } from '@roundtable/contracts';
import type { Timers } from './timers.js';

/** Who is typing, as far as heard lately: each is forgotten by itself when nothing more is heard. */
export class TypingList {
  private participants: readonly string[] = [];
  private readonly expiries = new Map<string, () => void>();

  constructor(
    private readonly timers: Timers,
    private readonly onChange: () => void,
  ) {}

  get(): readonly string[] {
    return this.participants;
  }

  hear(participant: string, on: boolean): void {
    this.expiries.get(participant)?.();
    if (!on) return this.forget(participant);
    this.expiries.set(
      participant,
      this.timers.after(TIMINGS.typingExpiryMs, () => this.forget(participant)),
    );
    if (this.participants.includes(participant)) return;
    this.participants = [...this.participants, participant];
    this.onChange();
  }

  forget(participant: string): void {
    this.expiries.get(participant)?.();
    this.expiries.delete(participant);
    if (!this.participants.includes(participant)) return;
    this.participants = this.participants.filter((other) => other !== participant);
    this.onChange();
  }

  clear(): void {
    for (const participant of this.participants) this.forget(participant);
  }
}
