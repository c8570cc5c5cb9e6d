import type { NestExpressApplication } from '@nestjs/platform-express';
import { ERROR_SENTENCES, LIMITS } from '@roundtable/contracts';
import { DomainError, newId, runUntilClosed, type Config, type JsonLogger } from '@roundtable/platform';
import compression from 'compression';
import { parseCookie } from 'cookie';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { isAcceptedOrigin } from './origin.js';

const LONGEST_COOKIE_HEADER = 16_384;
const CHANGING_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Puts everything before the routes that every HTTP request passes, in this order. */
export function dressHttp(app: NestExpressApplication, config: Config, logger: JsonLogger): void {
  app.set('trust proxy', config.trustedProxies.length > 0 ? config.trustedProxies : false);
  app.set('query parser', 'simple');
  app.use(nameRequest(logger));
  app.use(securityHeaders(config));
  app.use('/api', forbidCaching);
  app.use(refuseForeignOrigins(config));
  app.use(compression());
  app.use(readCookies);
  app.useBodyParser('json', { limit: LIMITS.jsonBodyBytes });
  app.useBodyParser('text', { limit: LIMITS.uploadBytes, type: ['text/csv', 'text/plain'] });
  app.useBodyParser('raw', { limit: LIMITS.uploadBytes, type: ['application/octet-stream'] });
}

function nameRequest(logger: JsonLogger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = newId();
    const startedAt = performance.now();
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      const ms = Math.round(performance.now() - startedAt);
      const line = {
        requestId,
        method: request.method,
        path: withoutTokens(request.path),
        status: response.statusCode,
        ms,
      };
      logger.logger.debug(line, 'request');
    });
    runUntilClosed(requestId, response, next);
  };
}

/** Personal links are secrets: their tokens stay out of the log. */
function withoutTokens(path: string): string {
  return path.replace(/(\/(?:join|display|setup|invitations))\/[^/]+/g, '$1/…').slice(0, 300);
}

/** Nothing but our own files runs or styles; what is said in a room can never become a script. */
function securityHeaders(config: Config) {
  const publicHost = new URL(config.publicUrl).host;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", `ws://${publicHost}`, `wss://${publicHost}`],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.isServedOverTls,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
}

function forbidCaching(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store, private');
  next();
}

function refuseForeignOrigins(config: Config) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!CHANGING_METHODS.includes(request.method) || isAcceptedOrigin(request.headers.origin, config))
      return next();
    next(new DomainError('origin_refused', ERROR_SENTENCES.origin_refused));
  };
}

function readCookies(request: Request, _response: Response, next: NextFunction): void {
  const header = request.headers.cookie ?? '';
  Object.assign(request, { cookies: header.length > LONGEST_COOKIE_HEADER ? {} : parseCookie(header) });
  next();
}
