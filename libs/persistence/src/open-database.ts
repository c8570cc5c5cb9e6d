import { isNativeError } from 'node:util/types';
import { StartRefused, type Config } from '@roundtable/platform';
import { connectsTo, socketUrl, withClient } from './embedded-connection.js';
import { DataFolder } from './data-folder.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

/** A database this process may use, and how to let go of it. */
export interface OpenDatabase {
  url: string;
  /** `external`: DATABASE_URL; `own`: an embedded Postgres of ours; `joined`: that of a running server. */
  kind: 'external' | 'own' | 'joined';
  /** Where the server that was joined is reached, where it said so. */
  serverAddress?: string;
  /** Stops the embedded Postgres when it is ours; else does nothing. */
  close(): Promise<void>;
}

/** What opening a database may be told. */
export interface OpenDatabaseOptions {
  /** True for a command line that may use the Postgres of a server running on the same folder. */
  mayJoin: boolean;
  onLost?: (sentence: string) => void;
}

/**
 * Finds the database: the configured one, that of a running server on the data folder, or an embedded one of ours.
 * @throws StartRefused with one sentence when there is none to be had.
 */
export async function openDatabase(config: Config, options: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return openExternal(config.databaseUrl);
  const folder = new DataFolder(config.dataDir);
  const running = options.mayJoin ? folder.findRunning() : undefined;
  if (running && (await connectsTo(running.socketDir))) {
    const close = () => Promise.resolve();
    const serverAddress = folder.findAddress();
    return {
      url: socketUrl(running.socketDir),
      kind: 'joined',
      close,
      ...(serverAddress && { serverAddress }),
    };
  }
  const server = await EmbeddedPostgres.start({
    dataDir: config.dataDir,
    ...(options.onLost && { onLost: options.onLost }),
  });
  return { url: server.url, kind: 'own', close: () => server.stop() };
}

async function openExternal(url: string): Promise<OpenDatabase> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
  } catch (error) {
    throw new StartRefused(
      `The database of DATABASE_URL cannot be used (${explain(error)}): check the address, the user and that Postgres is running, or leave DATABASE_URL out for the embedded Postgres.`,
    );
  }
  return { url, kind: 'external', close: () => Promise.resolve() };
}

/** A refused connection to "localhost" comes as an AggregateError without a message of its own. */
function explain(error: unknown): string {
  if (!isNativeError(error)) return 'no answer';
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return explain(error.errors[0]);
  return error.message || 'no answer';
}
