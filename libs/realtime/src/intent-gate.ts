import { Injectable } from '@nestjs/common';
import type { Refusal } from '@roundtable/contracts';
import { DomainError, JsonLogger, translateError } from '@roundtable/platform';
import type { Event } from 'socket.io';
import { HotIntents } from './hot-intents.js';
import { IntentBudget } from './intent-budget.js';
import type { LiveSocket } from './live-socket.js';
import { Revocation } from './revocation.js';

/** After so many events that no handler knows, the other side is not one of our pages. */
const MOST_UNKNOWN_EVENTS = 20;

type Next = (error?: Error) => void;
type Acknowledge = (answer: Refusal) => void;

/**
 * Stands before every event of a socket: unknown ones are refused and counted, known ones cost of the budget. To be the
 * last that stands there, since hot intents are answered here.
 */
@Injectable()
export class IntentGate {
  constructor(
    private readonly budget: IntentBudget,
    private readonly hot: HotIntents,
    private readonly revocation: Revocation,
    private readonly logger: JsonLogger,
  ) {}

  /** Guards a connection for as long as it lives. */
  guard(socket: LiveSocket): void {
    let unknown = 0;
    socket.use((event: Event, next: Next) => {
      const [name] = event;
      if (socket.listenerCount(name) > 0 && name !== 'error') {
        this.charge(socket, event, next);
        return;
      }
      unknown += 1;
      refuse(event, new DomainError('invalid', 'There is no intent of this name.', { field: 'event' }));
      if (unknown < MOST_UNKNOWN_EVENTS) return;
      this.logger.logger.warn({ loginId: socket.data.principal.loginId }, 'connection sent unknown events');
      this.revocation.close(socket, 'protocol_version');
    });
    socket.on('error', (error: Error) => this.logger.logger.warn({ err: error }, 'socket error'));
  }

  private charge(socket: LiveSocket, event: Event, next: Next): void {
    try {
      this.budget.spend(socket, event[0]);
    } catch (error) {
      refuse(event, error);
      return;
    }
    if (!this.hot.take(socket, event)) next();
  }
}

/** Answers through the acknowledgement, if the sender asked for one; the event goes no further. */
function refuse(event: Event, error: unknown): void {
  const acknowledge: unknown = event.at(-1);
  if (typeof acknowledge === 'function')
    (acknowledge as Acknowledge)({ ok: false, error: translateError(error).wire });
}
