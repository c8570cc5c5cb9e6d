import { isNativeError } from 'node:util/types';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './request-context.js';

/** Levels accepted in LOG_LEVEL, the quietest first. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Parts of Nest that write a line for each module and route at start. */
const CHATTY = [
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
];

/**
 * Makes the process's logger: one JSON object a line. Log calls pass ids, codes, counts and durations, never
 * what people wrote; keys that could carry contents or secrets are cut out as a second line of defence.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    redact: { paths: forbiddenPaths(), remove: true },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Lets Nest write through our logger, so that there is one format and one place to silence. */
export class JsonLogger implements LoggerService {
  constructor(readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: unknown[]): void {
    const last = rest.at(-1);
    if (isChatter(level, last)) level = 'debug';
    const context = typeof last === 'string' ? { context: last } : {};
    if (isNativeError(message)) {
      this.logger[level]({ ...context, err: message }, message.name);
      return;
    }
    const fields = isRecord(message) ? message : {};
    const text = typeof message === 'string' ? message : undefined;
    this.logger[level]({ ...context, ...fields }, text);
  }
}

/** A failed start is told by main in one sentence; Nest's own line about it would be a second one. */
function isChatter(level: string, context: unknown): boolean {
  if (typeof context !== 'string') return false;
  return (
    (level === 'info' && CHATTY.includes(context)) || (level === 'error' && context === 'NestApplication')
  );
}

/** Database errors carry `detail`, `query` and `parameters` with people's words in them: only these parts are kept. */
function describeError(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: quotesContents(error) ? undefined : error.message,
    ...(typeof code === 'string' && { code }),
    stack: stackWithoutMessage(error),
  };
}

function quotesContents(error: Error): boolean {
  return 'query' in error || 'parameters' in error || 'detail' in error || error instanceof SyntaxError;
}

function stackWithoutMessage(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function forbiddenPaths(): string[] {
  const keys = [
    'body',
    'text',
    'password',
    'token',
    'cookie',
    'cookies',
    'authorization',
    'headers',
    'secret',
    'payload',
  ];
  return keys.flatMap((key) => [key, `*.${key}`]);
}
