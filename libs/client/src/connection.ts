import type {
  CloseCode,
  ConnectionClosing,
  ErrorCode,
  IntentAnswer,
  IntentName,
  IntentPayload,
  Refusal,
  ServerEvents,
  WireError,
} from '@roundtable/contracts';
import { TIMINGS } from '@roundtable/contracts';
import { pageSurroundings, type Surroundings } from './surroundings.js';
import { backoffMs, realTimers, type Timers } from './timers.js';
import { NoAnswerError, type Line, type Transport } from './transport.js';

/** Why a connection is over for good. `closed` where this side ended it. */
export type EndReason = CloseCode | 'origin_refused' | 'closed';

/** How the line to the server stands. */
export type ConnectionState =
  | { name: 'connecting' }
  | { name: 'online' }
  /** `nextAttemptAt` in ms since 1970. */
  | { name: 'reconnecting'; nextAttemptAt: number }
  /** The device has no network; attempts go on all the same. */
  | { name: 'offline'; nextAttemptAt: number }
  | { name: 'ended'; reason: EndReason; message: string | null };

/** One connection to the server, shared by everything on the page. */
export interface Connection {
  getState(): ConnectionState;
  /** Called after each change of state. The answer ends it. */
  subscribe(listener: (state: ConnectionState) => void): () => void;
  /** Called for each event of that name, on whichever line it comes. The answer ends it. */
  on<E extends keyof ServerEvents>(name: E, listener: (payload: ServerEvents[E]) => void): () => void;
  /** Called when the line may be deaf (network changed, page looked at again): ask something, to learn. */
  onDoubt(listener: () => void): () => void;
  /** @throws NoAnswerError where the outcome is unknown. */
  request<N extends IntentName>(
    name: N,
    payload: IntentPayload<N>,
    timeoutMs?: number,
  ): Promise<IntentAnswer<N> | Refusal>;
  /** Gives up a line that does not answer; another is opened after the usual short wait. */
  renew(): void;
  /** Tries now instead of at `nextAttemptAt`. */
  retryNow(): void;
  /** Ends it for good. */
  close(): void;
}

export interface ConnectionOptions {
  transport: Transport;
  timers?: Timers;
  surroundings?: Surroundings;
}

/** How long an answer is waited for. */
export const ANSWER_TIMEOUT_MS = 10_000;
/** A line that held this long counts as good: the next loss starts the waiting anew. */
const STABLE_MS = 5_000;

/** Opens a connection that keeps itself open until it is closed or the server says that it is over. */
export function createConnection({
  transport,
  timers = realTimers,
  surroundings = pageSurroundings(),
}: ConnectionOptions): Connection {
  return new KeptConnection(transport, timers, surroundings);
}

class KeptConnection implements Connection {
  private state: ConnectionState = { name: 'connecting' };
  private line: Line | null = null;
  private lines = 0;
  private attempts = 0;
  private onlineSince = 0;
  private closing: ConnectionClosing | null = null;
  private cancelAttempt: () => void = () => undefined;
  private readonly stopWatching: () => void;
  private readonly stateListeners = new Set<(state: ConnectionState) => void>();
  private readonly doubtListeners = new Set<() => void>();
  private readonly eventListeners = new Map<keyof ServerEvents, Set<(payload: never) => void>>();

  constructor(
    private readonly transport: Transport,
    private readonly timers: Timers,
    private readonly surroundings: Surroundings,
  ) {
    this.stopWatching = surroundings.onChange(() => this.check());
    this.open();
  }

  /** Both are handed around without their object. */
  readonly getState = (): ConnectionState => this.state;

  readonly subscribe = (listener: (state: ConnectionState) => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  on<E extends keyof ServerEvents>(name: E, listener: (payload: ServerEvents[E]) => void): () => void {
    const listeners = this.eventListeners.get(name) ?? new Set();
    this.eventListeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  onDoubt(listener: () => void): () => void {
    this.doubtListeners.add(listener);
    return () => this.doubtListeners.delete(listener);
  }

  async request<N extends IntentName>(
    name: N,
    payload: IntentPayload<N>,
    timeoutMs: number = ANSWER_TIMEOUT_MS,
  ): Promise<IntentAnswer<N> | Refusal> {
    if (this.line === null || this.state.name !== 'online') throw new NoAnswerError('disconnected');
    return this.line.request(name, payload, timeoutMs);
  }

  renew(): void {
    if (this.state.name !== 'online') return;
    this.drop();
    this.lost(null);
  }

  retryNow(): void {
    const isWaiting = this.state.name === 'reconnecting' || this.state.name === 'offline';
    if (isWaiting && this.line === null) this.open();
  }

  close(): void {
    this.end('closed', null);
  }

  private open(): void {
    this.cancelAttempt();
    this.closing = null;
    // A line given up may still speak; only the newest is listened to.
    const number = ++this.lines;
    const isCurrent = (): boolean => this.lines === number;
    this.line = this.transport.open({
      opened: () => isCurrent() && this.opened(),
      event: (name, payload) => isCurrent() && this.dispatch(name, payload),
      lost: (refusal) => isCurrent() && this.lost(refusal),
    });
  }

  private opened(): void {
    this.onlineSince = this.timers.now();
    this.setState({ name: 'online' });
  }

  private lost(refusal: WireError | null): void {
    this.line = null;
    const over = reasonToEnd(this.closing?.code ?? null, refusal?.code ?? null);
    if (over !== null) return this.end(over, this.closing?.message ?? refusal?.message ?? null);
    const wasGood = this.state.name === 'online' && this.timers.now() - this.onlineSince >= STABLE_MS;
    if (wasGood) this.attempts = 0;
    this.schedule(this.closing?.retryAfterMs ?? retryAfterMs(refusal));
  }

  private schedule(atLeastMs: number): void {
    const { reconnectMinMs, reconnectMaxMs } = TIMINGS;
    const delay = atLeastMs + backoffMs(this.attempts, this.timers, reconnectMinMs, reconnectMaxMs);
    this.attempts += 1;
    this.cancelAttempt = this.timers.after(delay, () => this.open());
    const name = this.surroundings.isOnline() ? 'reconnecting' : 'offline';
    this.setState({ name, nextAttemptAt: this.timers.now() + delay });
  }

  private check(): void {
    if (this.state.name === 'ended') return;
    if (this.state.name === 'online' && this.surroundings.isOnline())
      return this.doubtListeners.forEach((listener) => listener());
    // Waiting for an answer that cannot come would hide for ten seconds that the network is gone.
    if (this.state.name === 'online') return this.renew();
    if (this.state.name === 'connecting' || this.line !== null) return;
    if (this.surroundings.isOnline()) return this.open();
    this.setState({ name: 'offline', nextAttemptAt: this.state.nextAttemptAt });
  }

  private dispatch<E extends keyof ServerEvents>(name: E, payload: ServerEvents[E]): void {
    if (name === 'connection.closing') this.closing = payload as ConnectionClosing;
    this.eventListeners.get(name)?.forEach((listener) => listener(payload as never));
    // The right to one room ended, not the connection: what comes later has another reason.
    if (this.closing?.code === 'room_left') this.closing = null;
  }

  private end(reason: EndReason, message: string | null): void {
    if (this.state.name === 'ended') return;
    this.drop();
    this.stopWatching();
    this.setState({ name: 'ended', reason, message });
  }

  private drop(): void {
    this.cancelAttempt();
    this.lines += 1;
    this.line?.close();
    this.line = null;
  }

  private setState(state: ConnectionState): void {
    this.state = state;
    this.stateListeners.forEach((listener) => listener(state));
  }
}

/** Only these ends are for good; everything else is tried again. */
function reasonToEnd(closing: CloseCode | null, refused: ErrorCode | null): EndReason | null {
  switch (closing) {
    case 'login_ended':
    case 'link_revoked':
    case 'removed':
    case 'protocol_version':
    case 'too_many_connections':
      return closing;
    case 'room_left':
    case 'server_stopping':
    case 'slow':
    case null:
      return reasonOfRefusal(refused);
  }
}

function reasonOfRefusal(code: ErrorCode | null): EndReason | null {
  if (code === 'unauthenticated') return 'login_ended';
  if (code === 'link_revoked' || code === 'protocol_version' || code === 'origin_refused') return code;
  return code === 'participant_removed' ? 'removed' : null;
}

/** The wait that a refusal asks for (`data.retryAfterMs`), 0 where it asks for none. */
export function retryAfterMs(error: WireError | null): number {
  const wait = error?.data?.['retryAfterMs'];
  return typeof wait === 'number' && wait > 0 ? wait : 0;
}
