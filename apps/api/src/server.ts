import { createServer, type AddressInfo, type Server as NetServer } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessAudit, StartAnnouncements, StartRefused, type Config } from '@roundtable/platform';
import { GracefulStop } from '@roundtable/realtime';
import { AppModule, type AppParts } from './app.module.js';
import { ENTRANCE } from './features.js';
import { followRequests, type HttpDrain } from './http-drain.js';
import { dressHttp } from './http-front.js';
import { guardHttpServer, SocketAdapter } from './socket.adapter.js';
import { serveWebApp } from './web-files.js';

const FINISH_WITHIN_MS = 5_000;

/** A server that answers. */
export interface RunningServer {
  app: NestExpressApplication;
  /** Where it listens, for example http://127.0.0.1:3000. */
  url: string;
  /** What the person at the terminal should read. */
  announcements: readonly string[];
  close(): Promise<void>;
}

/**
 * Builds the application on a migrated, connected database and listens. With port 0 the configuration gets the port
 * that the system gave, so that links and accepted origins are right.
 * @throws StartRefused when the address cannot be listened on, Error when a handler would be open to everybody.
 */
export async function startServer(parts: AppParts): Promise<RunningServer> {
  const { config, logger } = parts;
  const held = config.port === 0 ? await holdPort(config) : undefined;
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.compose({ ...parts, entrance: ENTRANCE }),
    {
      logger,
      bodyParser: false,
      abortOnError: false,
      forceCloseConnections: true,
    },
  );
  let requests: HttpDrain;
  try {
    app.get(AccessAudit).assertComplete();
    dressHttp(app, config, logger);
    serveWebApp(app);
    app.useWebSocketAdapter(new SocketAdapter(app, config, logger));
    guardHttpServer(app.getHttpServer());
    requests = followRequests(app.getHttpServer());
    await listen(app, config, held);
  } catch (error) {
    held?.close();
    await app.close();
    throw error;
  }
  return {
    app,
    url: `http://${hostForUrl(config.host)}:${config.port}`,
    announcements: app.get(StartAnnouncements).lines,
    close: async () => {
      // While these two finish, new connections and requests find the next process.
      await Promise.all([requests.finish(FINISH_WITHIN_MS), app.get(GracefulStop).stop()]);
      await app.close();
    },
  };
}

/**
 * Takes a port that the system gives, and keeps it until the application listens there: links, origins and headers are
 * made before that and name it.
 */
async function holdPort(config: Config): Promise<NetServer> {
  const held = createServer((socket) => socket.destroy());
  await new Promise<void>((done, failed) => {
    held.once('error', (error) => failed(explainListenError(error, config)));
    held.listen(0, config.host, done);
  });
  config.port = (held.address() as AddressInfo).port;
  return held;
}

async function listen(app: NestExpressApplication, config: Config, held?: NetServer): Promise<void> {
  try {
    // Nest hands on what Node takes: a number, or a server whose open port is taken over.
    await app.listen((held ?? config.port) as number, config.host);
  } catch (error) {
    throw explainListenError(error as NodeJS.ErrnoException, config);
  }
}

function explainListenError(error: NodeJS.ErrnoException, config: Config): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${config.port} is in use by another program: stop that one, or choose another port, for example PORT=${config.port === 4100 ? 4200 : 4100}.`,
      );
    case 'EACCES':
      return new StartRefused(
        `Port ${config.port} may not be used by this user: choose a port above 1023, for example PORT=3000.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefused(
        `HOST "${config.host}" is not an address of this machine: use 127.0.0.1 for this machine only or 0.0.0.0 for every network.`,
      );
    default:
      return error;
  }
}

function hostForUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
