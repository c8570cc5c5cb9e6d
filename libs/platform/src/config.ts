import { isIP } from 'node:net';
import { resolve } from 'node:path';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  Validate,
  ValidateBy,
  ValidateIf,
  validateSync,
  type ValidationArguments,
} from 'class-validator';
import { IsAddressList, IsListOfUrls, IsOriginList, IsUrlOf } from './config.validators.js';
import { LOG_LEVELS, type LogLevel } from './logging.js';
import { SETTINGS, type Setting } from './settings.js';
import { StartRefused } from './start-refused.js';

/**
 * Everything an operator can set, read once from the environment. Holds values only: what they mean is in
 * `settings.ts`, and each wrong one has its own sentence here.
 */
export class Config {
  @Min(0, { message: 'is below 0: choose a free port between 1 and 65535, for example PORT=3000' })
  @Max(65_535, { message: 'is above 65535: choose a free port between 1 and 65535, for example PORT=3000' })
  // The lowest decorator is asked first.
  @IsInt({ message: 'is not a whole number: choose a free port between 1 and 65535, for example PORT=3000' })
  port = 3000;

  @Matches(/^[A-Za-z0-9.:_-]+$/, {
    message:
      'is neither an address nor a host name: use 127.0.0.1 for this machine only or 0.0.0.0 for every network',
  })
  host = '127.0.0.1';

  @IsOptional()
  @Validate(IsUrlOf, ['http:', 'https:'], {
    message:
      'is not an address of a web site: give the address people type, for example https://roundtable.example.org',
  })
  publicUrlSetting?: string;

  @IsOptional()
  @Validate(IsUrlOf, ['postgres:', 'postgresql:'], {
    message:
      'is not a Postgres address: use postgres://user:password@host:5432/database, or leave it out for the embedded Postgres',
  })
  databaseUrl?: string;

  @IsOptional()
  @Validate(IsListOfUrls, ['redis:', 'rediss:'], {
    message:
      'is not a Redis address: use redis://user:password@host:6379 (several with commas for a Redis Cluster), or leave it out to run one process without Redis',
  })
  redisUrl?: string;

  @IsOptional()
  @ValidateBy(
    { name: 'fitsAddresses', validator: { validate: fitsAddresses } },
    {
      message:
        'does not go with the several addresses of REDIS_URL, which are nodes of a Redis Cluster: leave REDIS_CLUSTER out, or give one address',
    },
  )
  @IsIn(['0', '1'], { message: 'is neither 0 nor 1: use 1 where REDIS_URL is a node of a Redis Cluster' })
  redisClusterSetting?: string;

  @Min(4, { message: 'is below 4: give a number of connections, for example 20' })
  @Max(1_000, { message: 'is above 1000: give a number of connections, for example 20' })
  @IsInt({ message: 'is not a whole number: give a number of connections, for example 20' })
  databasePool = 20;

  @Min(16, { message: 'is below 16: give a number of KiB, for example 256' })
  @Max(65_536, { message: 'is above 65536: give a number of KiB, for example 256' })
  @IsInt({ message: 'is not a whole number: give a number of KiB, for example 256' })
  socketBufferKib = 256;

  @Min(1, { message: 'is below 1: give a number of connections, for example 32' })
  @IsInt({ message: 'is not a whole number: give a number of connections, for example 32' })
  admittedAtOnce = 32;

  @Min(0, { message: 'is below 0: give a number of connections, for example 2000' })
  @IsInt({ message: 'is not a whole number: give a number of connections, for example 2000' })
  admissionWaiting = 2_000;

  @Min(0, { message: 'is below 0: give a number of MiB, for example 64, or 0 to keep none' })
  @IsInt({ message: 'is not a whole number: give a number of MiB, for example 64, or 0 to keep none' })
  recentEntriesMib = 64;

  @IsString()
  @MinLength(1, { message: 'is empty: name a folder that can be written, for example ./data' })
  dataDir = resolve('data');

  @IsOptional()
  @IsIn(['0', '1'], { message: 'is neither 0 nor 1: use 1 to have the sample meeting and 0 to go without' })
  sampleSetting?: string;

  @IsOptional()
  @MinLength(32, {
    message:
      'is shorter than 32 characters: make one with `openssl rand -base64 48`, or leave it out to keep a secret in the data folder',
  })
  secret?: string;

  @IsOptional()
  @Validate(IsUrlOf, ['smtp:', 'smtps:'], {
    message:
      'is not a mail server: use smtp://user:password@host:587, or leave it out to keep mail in the outbox',
  })
  smtpUrl?: string;

  @ValidateIf((config: Config) => config.mailFrom !== undefined)
  @Matches(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, {
    message: 'is not a mail address: use name@example.org or Round table <name@example.org>',
  })
  mailFrom = 'Roundtable <roundtable@localhost>';

  @Validate(IsAddressList, {
    message:
      'is not a list of networks: give addresses or ranges with commas between them, for example 10.0.0.0/8,127.0.0.1',
  })
  trustedProxies: string[] = [];

  @Validate(IsOriginList, {
    message:
      'is not a list of origins: give scheme, host and port with commas between them, for example https://a.example.org',
  })
  allowedOrigins: string[] = [];

  @Min(1, { message: 'is below 1: give a number of intents in ten seconds, for example 300' })
  @IsInt({ message: 'is not a whole number: give a number of intents in ten seconds, for example 300' })
  intentsPerConnection = 300;

  @Min(1, { message: 'is below 1: give a number of intents in ten seconds, for example 600' })
  @IsInt({ message: 'is not a whole number: give a number of intents in ten seconds, for example 600' })
  intentsPerLogin = 600;

  @IsIn(LOG_LEVELS, { message: `is not a log level: use one of ${LOG_LEVELS.join(', ')}` })
  logLevel: LogLevel = 'info';

  @IsOptional()
  @MinLength(16, {
    message:
      'is shorter than 16 characters: make one with `openssl rand -hex 24`, or leave it out to show metrics on this machine only',
  })
  metricsToken?: string;

  /** The address people type, without a slash at its end. */
  get publicUrl(): string {
    return (this.publicUrlSetting ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
  }

  /** True when cookies may carry the `__Host-` prefix, which browsers accept over TLS only. */
  get isServedOverTls(): boolean {
    return this.publicUrl.startsWith('https://');
  }

  /** The addresses in `redisUrl`; none where there is no Redis. */
  get redisUrls(): string[] {
    return this.redisUrl?.split(',').map((url) => url.trim()) ?? [];
  }

  /** True where Redis is a cluster: said so, or several addresses are given. */
  get isRedisCluster(): boolean {
    return this.redisClusterSetting === '1' || this.redisUrls.length > 1;
  }

  /** True when the server keeps its own Postgres in the data folder. */
  get usesEmbeddedDatabase(): boolean {
    return this.databaseUrl === undefined;
  }

  /** True when nobody outside this machine can connect. */
  get listensOnLoopback(): boolean {
    return (
      this.host === 'localhost' ||
      this.host === '::1' ||
      (isIP(this.host) === 4 && this.host.startsWith('127.'))
    );
  }

  /** True when the sample meeting may be made: asked for, or nothing forbids it and no stranger can get in. */
  get wantsSample(): boolean {
    if (this.sampleSetting !== undefined) return this.sampleSetting === '1';
    return this.usesEmbeddedDatabase && this.listensOnLoopback;
  }

  /** Origins that may open a socket: the public one, this machine's own when on loopback, and the configured extra ones. */
  get acceptedOrigins(): string[] {
    const own = [new URL(this.publicUrl).origin];
    if (this.listensOnLoopback) own.push(`http://localhost:${this.port}`, `http://127.0.0.1:${this.port}`);
    return [...new Set([...own, ...this.allowedOrigins])];
  }
}

/** Says in one sentence which setting is wrong, why, and what to do. */
export class ConfigError extends StartRefused {}

/**
 * Reads and checks the environment. An empty value counts as not set.
 * @throws ConfigError with one sentence about the first wrong setting.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const config = new Config();
  for (const setting of SETTINGS) {
    const text = env[setting.name]?.trim();
    if (text) Object.assign(config, { [setting.property]: setting.parse(text) });
  }
  const [fault] = validateSync(config, { stopAtFirstError: true });
  if (fault)
    throw new ConfigError(explainFault(fault.property, Object.values(fault.constraints ?? {})[0], env));
  return config;
}

/** Only a Redis Cluster has several addresses, so a 0 beside them could only be ignored. */
function fitsAddresses(setting: unknown, about?: ValidationArguments): boolean {
  const { redisUrls } = about?.object as Config;
  return setting !== '0' || redisUrls.length < 2;
}

function explainFault(property: string, reason: string | undefined, env: NodeJS.ProcessEnv): string {
  const setting = SETTINGS.find((candidate) => candidate.property === property);
  if (!setting) return `The configuration is wrong at ${property}.`;
  return `${setting.name}${quoteUnlessSecret(setting, env)} ${reason ?? 'is not valid'}.`;
}

function quoteUnlessSecret(setting: Setting, env: NodeJS.ProcessEnv): string {
  return setting.isSecret ? '' : ` "${env[setting.name] ?? ''}"`;
}
