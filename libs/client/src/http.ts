import type { HistoryPage, Refusal, WireError } from '@roundtable/contracts';
import { ERROR_CODES, ERROR_SENTENCES } from '@roundtable/contracts';

/** An answer over HTTP, in the form that intents are answered in. */
export type HttpAnswer<T> = { ok: true; value: T } | Refusal;

/** The few HTTP requests that following a room needs. */
export interface RoomHttp {
  history(room: string, where: HistoryQuery): Promise<HttpAnswer<HistoryPage>>;
}
/** One of before, after, around: a seq. */
export type HistoryQuery = ({ before: number } | { after: number } | { around: number }) & { limit: number };

export interface HttpOptions {
  /** Defaults to the page's own server. */
  url?: string;
  /** `name=value` of the login's cookie, for Node. */
  cookie?: string;
  fetch?: typeof globalThis.fetch;
}

/** Gives an HTTP client that never throws: what goes wrong on the way is `unavailable`, with `retry`. */
export function createHttp(options: HttpOptions = {}): RoomHttp {
  return {
    history: (room, where) => {
      const query = Object.entries(where).map(([name, value]) => `${name}=${String(value)}`);
      return requestJson(
        options,
        'GET',
        `/api/v1/rooms/${encodeURIComponent(room)}/entries?${query.join('&')}`,
      );
    },
  };
}

/** Sends one request and reads its JSON answer. */
export async function requestJson<T>(
  options: HttpOptions,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  onResponse?: (response: Response) => void,
): Promise<HttpAnswer<T>> {
  const send = options.fetch ?? globalThis.fetch;
  try {
    const response = await send((options.url ?? '').replace(/\/$/, '') + path, {
      method,
      credentials: 'include',
      headers: headersOf(options, body),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    onResponse?.(response);
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : { ok: false, error: errorOf(answer) };
  } catch {
    return { ok: false, error: lineError() };
  }
}

function headersOf(options: HttpOptions, body: object | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    'X-Roundtable': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
    // Browsers set it themselves; the server's list of allowed origins holds for Node too.
    ...(options.cookie === undefined || options.url === undefined
      ? {}
      : { origin: new URL(options.url).origin }),
  };
}

/** A proxy may answer with a page of its own: then the server was not reached. */
function errorOf(answer: unknown): WireError {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return lineError();
  const { error } = answer;
  const isWire =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    ERROR_CODES.some((c) => c === error.code);
  return isWire ? (error as WireError) : lineError();
}

function lineError(): WireError {
  return { code: 'unavailable', message: ERROR_SENTENCES.unavailable, retry: true };
}
