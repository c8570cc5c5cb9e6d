import type { IntentAnswer, IntentName, IntentPayload, Refusal, ServerEvents } from '@roundtable/contracts';

/** What one line to the server tells whoever opened it. After `lost` it says nothing more. */
export interface LineListener {
  opened(): void;
  event<E extends keyof ServerEvents>(name: E, payload: ServerEvents[E]): void;
  /** The line could not be opened or is gone. `refusal` is set where the server said why not. */
  lost(refusal: Refusal['error'] | null): void;
}

/** One line to the server, from opening to loss. It is never opened again. */
export interface Line {
  /** @throws NoAnswerError when the line is lost or `timeoutMs` pass before the answer: the outcome is unknown. */
  request<N extends IntentName>(
    name: N,
    payload: IntentPayload<N>,
    timeoutMs: number,
  ): Promise<IntentAnswer<N> | Refusal>;
  close(): void;
}

/** Opens lines; injected so that tests can order what happens. */
export interface Transport {
  open(listener: LineListener): Line;
}

/** No answer came. Whether the server did what was asked is unknown: ask again with the same clientId. */
export class NoAnswerError extends Error {
  constructor(readonly why: 'timeout' | 'disconnected') {
    super(why === 'timeout' ? 'The server did not answer in time.' : 'There is no connection to the server.');
    this.name = 'NoAnswerError';
  }
}
