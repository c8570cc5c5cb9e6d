import type { Ack, AppendIntent, IntentPayload, WireError } from '@roundtable/contracts';
import { ERROR_SENTENCES, PROTOCOL_VERSION, TIMINGS } from '@roundtable/contracts';
import type { Sending, SendResult } from './pending-item.js';
import type { OutboxScope, Words } from './outbox.js';
import { outcomeOf, type AskServer } from './outcome.js';
import { backoffMs, type Timers } from './timers.js';
import { uuidV7 } from './uuid-v7.js';

/** How long an act whose outcome is unknown is tried again. */
export const ACT_DEADLINE_MS = 10_000;

/**
 * Sends acts that make sense now or not at all, such as raising a hand: none waits in the outbox to surprise the room
 * later. An unknown outcome is tried again with the same clientId until the deadline, then answered `unavailable`.
 */
export class ActSender {
  constructor(
    private readonly scope: OutboxScope,
    private readonly ask: AskServer,
    private readonly timers: Timers,
  ) {}

  send<N extends AppendIntent>(intent: N, words: Words<N>): Sending {
    const clientId = uuidV7(this.timers.now());
    const payload = {
      v: PROTOCOL_VERSION,
      room: this.scope.room,
      clientId,
      ...words,
    } as unknown as IntentPayload<N>;
    return { clientId, done: this.sendUntil(this.timers.now() + ACT_DEADLINE_MS, intent, payload) };
  }

  private async sendUntil<N extends AppendIntent>(
    deadline: number,
    intent: N,
    payload: IntentPayload<N>,
  ): Promise<SendResult> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await outcomeOf(this.ask, intent, payload);
      if (outcome.kind === 'accepted') return resultOf(outcome.ack);
      if (outcome.kind !== 'unknown') return { ok: false, error: outcome.error };
      const pause =
        outcome.retryAfterMs + backoffMs(attempt, this.timers, TIMINGS.reconnectMinMs, ACT_DEADLINE_MS / 4);
      if (this.timers.now() + pause >= deadline) return { ok: false, error: outcome.error ?? unavailable() };
      await new Promise<void>((resume) => this.timers.after(pause, resume));
    }
  }
}

/** A ballot's receipt is passed on. */
function resultOf({ seq, at, receipt }: Ack & { receipt?: string }): SendResult {
  return { ok: true, seq, at, ...(receipt !== undefined && { receipt }) };
}

function unavailable(): WireError {
  return { code: 'unavailable', message: ERROR_SENTENCES.unavailable, retry: true };
}
