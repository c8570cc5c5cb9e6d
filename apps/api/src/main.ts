import 'reflect-metadata';
import { checkSearch, createDataSource, DataFolder, migrate, openDatabase } from '@roundtable/persistence';
import {
  createLogger,
  JsonLogger,
  loadConfig,
  ServerSecret,
  StartRefused,
  type Config,
} from '@roundtable/platform';
import { ENTITIES, MIGRATIONS } from './database.js';
import { startServer, type RunningServer } from './server.js';

const STOP_WITHIN_MS = 15_000;

/** What has to be let go of at the end, the newest first. */
const undo: (() => Promise<unknown>)[] = [];
let isStopping = false;

await main();

async function main(): Promise<void> {
  try {
    const config = loadConfig();
    const logger = new JsonLogger(createLogger(config.logLevel));
    stopOnSignals(logger);
    surviveForgottenPromises(logger);
    announce(await start(config, logger), config);
  } catch (error) {
    await refuse(error);
  }
}

async function start(config: Config, logger: JsonLogger): Promise<RunningServer> {
  const database = await openDatabase(config, {
    mayJoin: false,
    onLost: (sentence) => void refuse(new StartRefused(sentence)),
  });
  undo.unshift(() => database.close());
  const dataSource = createDataSource({
    url: database.url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    poolSize: config.databasePool,
    onPoolError: (error) => {
      // At the end connections are closed from both sides, which is no news.
      if (!isStopping) logger.logger.warn({ err: error }, 'a database connection broke');
    },
  });
  await dataSource.initialize();
  undo.unshift(() => dataSource.destroy());
  await migrate(dataSource);
  for (const warning of await checkSearch(dataSource)) logger.warn(warning);
  const secret =
    config.secret === undefined
      ? ServerSecret.fromDataDir(config.dataDir)
      : ServerSecret.fromText(config.secret);
  const server = await startServer({ config, logger, secret, dataSource });
  undo.unshift(() => server.close());
  if (database.kind === 'own') new DataFolder(config.dataDir).noteAddress(config.publicUrl);
  return server;
}

function announce(server: RunningServer, config: Config): void {
  const lines = ['', `Roundtable is running at ${config.publicUrl}`, ...server.announcements, ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Own handlers instead of Nest's shutdown hooks, after which Postgres could not be stopped any more. */
function stopOnSignals(logger: JsonLogger): void {
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void letGo().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One forgotten promise must not end everybody's meeting; it is logged as the error it is. */
function surviveForgottenPromises(logger: JsonLogger): void {
  process.on('unhandledRejection', (error) =>
    logger.logger.error({ err: error }, 'a promise was rejected and nobody looked'),
  );
}

async function letGo(): Promise<void> {
  for (const step of undo.splice(0)) await step().catch(() => undefined);
}

async function refuse(error: unknown): Promise<void> {
  // A start that Ctrl-C interrupted fails somewhere; the stop under way is the whole answer.
  if (isStopping) return;
  isStopping = true;
  const text = error instanceof StartRefused ? error.message : describe(error);
  process.stderr.write(`${text}\n`);
  await letGo();
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
