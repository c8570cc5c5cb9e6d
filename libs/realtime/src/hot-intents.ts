import { Injectable } from '@nestjs/common';
import { JsonLogger, translateError } from '@roundtable/platform';
import type { Event } from 'socket.io';
import type { LiveSocket } from './live-socket.js';

/** Answers an intent at once; null where the framework's own way is to be taken, as if nothing had happened. */
export type HotIntent = (socket: LiveSocket, payload: unknown) => Promise<object> | null;

/**
 * Knows the few intents that come so often that they go past the framework, whose guard, pipe and interceptors cost more
 * than the rest together. Nobody is let through who would not be otherwise: a feature takes an intent here only where it
 * is certain, and leaves every other to the framework, which refuses it with reasons.
 */
@Injectable()
export class HotIntents {
  private readonly intents = new Map<string, HotIntent>();

  constructor(private readonly logger: JsonLogger) {}

  register(name: string, intent: HotIntent): void {
    this.intents.set(name, intent);
  }

  /** Answers an event where a feature takes it; false where it is to go on to its handler. */
  take(socket: LiveSocket, event: Event): boolean {
    const [name, payload, acknowledge] = event as unknown[];
    if (typeof acknowledge !== 'function' || event.length !== 3) return false;
    const answer = this.intents.get(name as string)?.(socket, payload);
    if (!answer) return false;
    const tell = acknowledge as (answer: object) => void;
    answer.then(tell, (error: unknown) => {
      const { wire, incident } = translateError(error);
      if (incident !== undefined) this.logger.logger.error({ incident, err: error }, 'intent failed');
      tell({ ok: false, error: wire });
    });
    return true;
  }
}
