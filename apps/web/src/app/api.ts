import type { WireError } from '@roundtable/contracts';
import { ApiError } from './api-error.js';

const base = '/api/v1';

/** A form on a foreign site cannot set this header, so the server takes it as proof that our own page asks. */
export const OWN_PAGE = { accept: 'application/json, text/*;q=0.5', 'x-roundtable': '1' };

export type QueryParams = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: QueryParams;
  signal?: AbortSignal;
}

/**
 * Requests to our own server, paths relative to `/api/v1`. Never retries: what may be repeated safely is decided by
 * the caller.
 * @throws ApiError with a code, also where the server cannot be reached. An abort stays an AbortError.
 */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => requestJson<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    requestJson<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    requestJson<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    requestJson<T>('PATCH', path, body, options),
  delete: <T>(path: string, { body, ...options }: RequestOptions & { body?: unknown } = {}) =>
    requestJson<T>('DELETE', path, body, options),
  /** The body as it is, for exports and calendar files; `body` may also be sent by POST. */
  text: async (path: string, options?: RequestOptions) =>
    (await request('GET', path, undefined, options)).text(),
  blob: async (path: string, options?: RequestOptions) =>
    (await request('GET', path, undefined, options)).blob(),
};

/** An address of the server for links that the browser follows itself, such as downloads. */
export function apiHref(path: string, query: QueryParams = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) params.set(key, String(value));
  }
  const search = params.toString();
  return base + path + (search ? `?${search}` : '');
}

async function requestJson<T>(
  method: string,
  path: string,
  body: unknown,
  options?: RequestOptions,
): Promise<T> {
  const response = await request(method, path, body, options);
  const text = await response.text();
  if (text === '') return undefined as T;
  const answer = parse(text);
  if (answer === undefined) throw unreadable(response.status);
  return answer as T;
}

async function request(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<Response> {
  const response = await send(method, apiHref(path, options.query), body, options.signal);
  if (response.ok) return response;
  throw errorIn(await response.text(), response.status);
}

async function send(method: string, href: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { ...OWN_PAGE };
  const isFile = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isFile) headers['content-type'] = 'application/json';
  const payload = body === undefined ? undefined : isFile ? body : JSON.stringify(body);
  try {
    return await fetch(href, { method, headers, body: payload, signal, credentials: 'same-origin' });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw unreachable();
  }
}

/** What the server says in place of what was asked for. */
export function errorIn(text: string, status: number): ApiError {
  const error = wireErrorIn(parse(text));
  return error ? new ApiError({ ...error, status }) : unreadable(status);
}

export function unreachable(): ApiError {
  const message = 'No answer from the server.';
  return new ApiError({ code: 'unreachable', message, status: 0, retry: true });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wireErrorIn(answer: unknown): WireError | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer;
  const isWireError = typeof error === 'object' && error !== null && 'code' in error;
  return isWireError ? (error as WireError) : null;
}

function unreadable(status: number): ApiError {
  const code =
    status >= 502 && status <= 504 ? 'unreachable' : status === 413 ? 'payload_too_large' : 'unreadable';
  return new ApiError({ code, message: `Unexpected answer with status ${status}.`, status });
}
