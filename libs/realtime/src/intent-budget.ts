import { Injectable } from '@nestjs/common';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LiveSocket } from './live-socket.js';

/** What one tab may ask in ten seconds; far above what a person does, and enough to empty an outbox quickly. */
const PER_SOCKET = { points: 300, duration: 10 };
/** What all tabs of one login may ask together. */
const PER_LOGIN = { points: 600, duration: 10 };
/** Catching up reads hundreds of entries, so it costs more than a message. */
const COSTS: Readonly<Record<string, number>> = { 'record.sync': 5 };

/** Bounds how many intents a socket and its login may send. In memory: it guards this process, not the product's rules. */
@Injectable()
export class IntentBudget {
  private readonly sockets = new RateLimiterMemory(PER_SOCKET);
  private readonly logins = new RateLimiterMemory(PER_LOGIN);

  /** @throws DomainError `rate_limited` with `data.retryAfterMs`; the same intent may then be sent again. */
  async spend(socket: LiveSocket, intent: string): Promise<void> {
    const cost = COSTS[intent] ?? 1;
    try {
      await this.sockets.consume(socket.id, cost);
      await this.logins.consume(socket.data.principal.loginId, cost);
    } catch (exhausted) {
      if (!(exhausted instanceof RateLimiterRes)) throw exhausted;
      const retryAfterMs = Math.max(1, exhausted.msBeforeNext);
      throw new DomainError('rate_limited', ERROR_SENTENCES.rate_limited, { retryAfterMs }, true);
    }
  }
}
