import { createDataSource, migrate, openDatabase, type OpenDatabase } from '@roundtable/persistence';
import { loadConfig, ServerSecret, type Config } from '@roundtable/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../api/src/app.module.js';
import { ENTITIES, MIGRATIONS } from '../../api/src/database.js';
import { commandLog } from './command-log.js';

/** The program without its doors: every service, on the data folder or DATABASE_URL, beside a running server or without one. */
export interface CliContext {
  config: Config;
  app: INestApplicationContext;
  close(): Promise<void>;
}

/** @throws StartRefused with one sentence when there is no database to be had. */
export async function openContext(): Promise<CliContext> {
  const config = loadConfig();
  const logger = commandLog();
  const database = await openDatabase(config, { mayJoin: true });
  // Links lead to the server at work, whatever port it was given; 0 is none.
  if (!Number(process.env['PORT'])) config.publicUrlSetting ??= database.serverAddress;
  const dataSource = createDataSource({ url: database.url, entities: ENTITIES, migrations: MIGRATIONS });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    const secret =
      config.secret === undefined
        ? ServerSecret.fromDataDir(config.dataDir)
        : ServerSecret.fromText(config.secret);
    const app = await NestFactory.createApplicationContext(
      AppModule.compose({ config, logger, secret, dataSource }),
      {
        logger,
        abortOnError: false,
      },
    );
    return { config, app, close: () => closeAll(app, dataSource, database) };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.close();
    throw error;
  }
}

/** Runs one command on an open context and closes it whatever happens. */
export async function withContext<T>(run: (context: CliContext) => Promise<T>): Promise<T> {
  const context = await openContext();
  try {
    return await run(context);
  } finally {
    await context.close();
  }
}

async function closeAll(
  app: INestApplicationContext,
  dataSource: { destroy(): Promise<void> },
  database: OpenDatabase,
) {
  await app.close();
  await dataSource.destroy();
  await database.close();
}
