import type {
  Ack,
  AppendIntent,
  IntentAnswer,
  IntentName,
  IntentPayload,
  Refusal,
  WireError,
} from '@roundtable/contracts';
import { retryAfterMs } from './connection.js';
import { NoAnswerError } from './transport.js';

/** Asks the server. @throws NoAnswerError where the outcome is unknown. */
export type AskServer = <N extends IntentName>(
  name: N,
  payload: IntentPayload<N>,
) => Promise<IntentAnswer<N> | Refusal>;

/** What is known after asking. */
export type Outcome =
  | { kind: 'accepted'; ack: Ack }
  /** For good: the same words would be refused again. */
  | { kind: 'refused'; error: WireError }
  /** Ask again with the same clientId. `error` null where no answer came. */
  | { kind: 'unknown'; retryAfterMs: number; error: WireError | null }
  /** Ask again after signing in or reloading. */
  | { kind: 'held'; error: WireError };

/** Asks once and says what that tells. */
export async function outcomeOf<N extends AppendIntent>(
  ask: AskServer,
  name: N,
  payload: IntentPayload<N>,
): Promise<Outcome> {
  try {
    const answer: Ack | Refusal = await ask(name, payload);
    return answer.ok ? { kind: 'accepted', ack: answer } : outcomeOfRefusal(answer.error);
  } catch (error) {
    if (error instanceof NoAnswerError) return { kind: 'unknown', retryAfterMs: 0, error: null };
    throw error;
  }
}

/** Says whether the server asks for patience rather than for other words. */
export function mayBeRetried(error: WireError): boolean {
  const { code } = error;
  return error.retry === true || code === 'unavailable' || code === 'internal' || code === 'rate_limited';
}

function outcomeOfRefusal(error: WireError): Outcome {
  if (mayBeRetried(error)) return { kind: 'unknown', retryAfterMs: retryAfterMs(error), error };
  if (error.code === 'unauthenticated' || error.code === 'protocol_version') return { kind: 'held', error };
  return { kind: 'refused', error };
}
