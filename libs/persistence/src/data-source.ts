import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import { SteadyClient } from './steady-client.js';

/** A class, as TypeORM takes entities and migrations. */
type ClassOf<T> = new (...args: never[]) => T;

/** What a data source is made of. Entities and migrations are listed by class, never found by a pattern. */
export interface DataSourceSettings {
  url: string;
  entities: readonly (ClassOf<object> | EntitySchema)[];
  migrations: readonly ClassOf<MigrationInterface>[];
  /** Most connections of this process; 20 unless told. */
  poolSize?: number;
  applicationName?: string;
  /** Called when an idle connection breaks; without it, nothing is said, and the pool makes a new one. */
  onPoolError?: (error: unknown) => void;
}

/** For connecting, and for a free connection of the pool: less than a client waits for its answer. */
const CONNECT_WITHIN_MS = 8_000;

/**
 * Every connection speaks UTC, waits for the disk at commit (an acknowledged entry is in Postgres), and gives up
 * statements and transactions that somebody forgot. Settings in the address itself win.
 */
const SESSION = [
  'timezone=UTC',
  'synchronous_commit=on',
  'statement_timeout=60000',
  'idle_in_transaction_session_timeout=60000',
];

/**
 * Makes the TypeORM data source, not yet connected. The schema is never synchronised; a `where` with undefined
 * or null in it throws instead of matching everything; 64-bit integers of raw queries come as numbers.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: 'migrations',
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    parseInt8: true,
    logging: false,
    poolSize: settings.poolSize ?? 20,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    applicationName: settings.applicationName ?? 'roundtable',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolErrorHandler: (error: unknown) => settings.onPoolError?.(error),
    extra: {
      options: SESSION.map((setting) => `-c ${setting}`).join(' '),
      keepAlive: true,
      Client: SteadyClient,
      // Questions asked together on one connection go out together; they are answered in their order.
      pipeline: true,
    },
  };
  return new DataSource(options);
}
