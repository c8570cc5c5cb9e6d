import { NotFoundException, PayloadTooLargeException, type ArgumentsHost } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, ERROR_SENTENCES } from '@roundtable/contracts';
import { DomainError } from './domain-error.js';
import { HttpErrorFilter } from './http-error.filter.js';
import { httpStatusOf } from './http-status.js';
import { createLogger, JsonLogger } from './logging.js';
import { SocketErrorFilter } from './socket-error.filter.js';
import { translateError } from './wire-error.js';

describe('errors on the wire', () => {
  it.each(ERROR_CODES)('gives %s an HTTP status of a failure', (code) => {
    expect(httpStatusOf(code)).toBeGreaterThanOrEqual(400);
    expect(httpStatusOf(code)).toBeLessThan(600);
  });

  it('passes on code, sentence and data of a domain error', () => {
    const error = new DomainError('stale_version', 'Somebody was faster.', { version: 3 });
    expect(translateError(error)).toEqual({
      wire: { code: 'stale_version', message: 'Somebody was faster.', data: { version: 3 } },
    });
  });

  it('tells nothing of an unforeseen error but an id', () => {
    const { wire, incident } = translateError(new Error('password is hunter2'));
    expect(wire).toEqual({
      code: 'internal',
      message: ERROR_SENTENCES.internal,
      retry: true,
      data: { incident },
    });
    expect(incident).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('translates what the framework throws', () => {
    expect(translateError(new NotFoundException()).wire.code).toBe('not_found');
    expect(translateError(new PayloadTooLargeException()).wire.code).toBe('payload_too_large');
    const parser = Object.assign(new Error('request entity too large'), { status: 413, expose: true });
    expect(translateError(parser).wire.code).toBe('payload_too_large');
  });

  it.each([
    ['57P01', {}],
    ['08006', {}],
    ['ECONNREFUSED', { syscall: 'connect' }],
  ])('calls a database that is away (%s) unavailable, and worth another try', (code, extra) => {
    const { wire } = translateError(Object.assign(new Error('gone'), { code, ...extra }));
    expect(wire).toEqual({ code: 'unavailable', message: ERROR_SENTENCES.unavailable, retry: true });
  });

  it.each([
    ['a full disk', 'not_writable', { code: '53100' }],
    ['a failed write', 'not_writable', { code: '58030' }],
    ['a database that only reads', 'not_writable', { code: '25006' }],
    ['a database with too many callers', 'busy', { code: '53300' }],
    ['a pool with nothing free', 'busy', { message: 'timeout exceeded when trying to connect' }],
  ])('tells %s by its own code, worth another try after a while', (_, expected, part) => {
    const { wire } = translateError(Object.assign(new Error('failed'), part));
    expect(wire).toMatchObject({ code: expected, retry: true });
    expect(wire.data?.['retryAfterMs']).toBeGreaterThan(0);
  });

  it('does not take a missing file for a missing database', () => {
    expect(translateError(Object.assign(new Error(), { code: 'ENOENT', syscall: 'open' })).wire.code).toBe(
      'internal',
    );
  });
});

describe('the filters', () => {
  const lines: string[] = [];
  const logger = new JsonLogger(createLogger('info', { write: (line) => void lines.push(line) }));

  it('say the same over HTTP and over the socket', () => {
    const error = new DomainError('rate_limited', 'Wait.', { retryAfterMs: 1_500 });
    expect(answerOverHttp(error)).toEqual({
      status: 429,
      headers: { 'Retry-After': '2' },
      body: { ok: false, error: { code: 'rate_limited', message: 'Wait.', data: { retryAfterMs: 1_500 } } },
    });
    expect(answerOverSocket(error)).toEqual(answerOverHttp(error).body);
  });

  it('log what nobody foresaw under the id that the caller was told', () => {
    lines.length = 0;
    const answer = answerOverSocket(new TypeError('x is not a function')) as {
      error: { data: { incident: string } };
    };
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      incident: answer.error.data.incident,
      err: { type: 'TypeError' },
    });
  });

  it('log nothing of a refusal', () => {
    lines.length = 0;
    answerOverHttp(new DomainError('invalid', 'No.'));
    expect(lines).toEqual([]);
  });

  it('leave an intent without acknowledgement unanswered and alive', () => {
    expect(() =>
      new SocketErrorFilter(logger).catch(new DomainError('invalid', 'No.'), socketHost([{}, {}])),
    ).not.toThrow();
  });

  function answerOverHttp(error: Error) {
    const answer = { status: 0, headers: {} as Record<string, string>, body: undefined as unknown };
    const response = {
      headersSent: false,
      status: (status: number) => ((answer.status = status), response),
      setHeader: (name: string, value: string) => (answer.headers[name] = value),
      json: (body: unknown) => (answer.body = body),
    };
    const host = { switchToHttp: () => ({ getResponse: () => response }) } as unknown as ArgumentsHost;
    new HttpErrorFilter(logger).catch(error, host);
    return answer;
  }

  function answerOverSocket(error: Error): unknown {
    let answer: unknown;
    const acknowledge = (value: unknown): void => void (answer = value);
    new SocketErrorFilter(logger).catch(error, socketHost([{}, { v: 1 }, acknowledge, 'discussion.post']));
    return answer;
  }

  function socketHost(args: unknown[]): ArgumentsHost {
    return { getArgs: () => args } as unknown as ArgumentsHost;
  }
});
