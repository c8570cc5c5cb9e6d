import { Injectable } from '@nestjs/common';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { Clock, Config, DomainError } from '@roundtable/platform';
import type { LiveSocket } from './live-socket.js';
import { SpentBudget } from './spent-budget.js';

const WINDOW_MS = 10_000;
/** Catching up reads hundreds of entries, so it costs more than a message. */
const COSTS: Readonly<Record<string, number>> = { 'record.sync': 5 };

/**
 * Bounds how many intents a socket and its login may send: far above what a person does, and enough to empty an outbox
 * quickly. In memory: it guards this process, not the product's rules. Asked before every intent, so it is cheap.
 */
@Injectable()
export class IntentBudget {
  private readonly sockets: SpentBudget;
  private readonly logins: SpentBudget;

  constructor(
    { intentsPerConnection, intentsPerLogin }: Config,
    private readonly clock: Clock,
  ) {
    this.sockets = new SpentBudget({ points: intentsPerConnection, windowMs: WINDOW_MS });
    this.logins = new SpentBudget({ points: intentsPerLogin, windowMs: WINDOW_MS });
  }

  /** @throws DomainError `rate_limited` with `data.retryAfterMs`; the same intent may then be sent again. */
  spend(socket: LiveSocket, intent: string): void {
    const cost = COSTS[intent] ?? 1;
    const now = this.clock.now().getTime();
    const retryAfterMs =
      this.sockets.spend(socket.id, cost, now) || this.logins.spend(socket.data.principal.loginId, cost, now);
    if (retryAfterMs > 0)
      throw new DomainError('rate_limited', ERROR_SENTENCES.rate_limited, { retryAfterMs }, true);
  }
}
