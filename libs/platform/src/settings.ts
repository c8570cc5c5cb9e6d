import { resolve } from 'node:path';
import type { Config } from './config.js';

/** One environment variable: where its value goes, how it is read, and what the operator is told about it. */
export interface Setting {
  name: string;
  property: keyof Config;
  standard: string;
  meaning: string;
  /** A secret is never repeated in an error sentence. */
  isSecret: boolean;
  parse(text: string): unknown;
}

/** Every environment variable the server reads; docs/operations.md has the same rows, and a test compares them. */
export const SETTINGS: readonly Setting[] = [
  plain('PORT', 'port', '3000', 'Port to listen on.', toWholeNumber),
  plain('HOST', 'host', '127.0.0.1', 'Address to listen on; 0.0.0.0 lets other machines in.'),
  plain(
    'PUBLIC_URL',
    'publicUrlSetting',
    'http://localhost:PORT',
    'Address people type; links and cookies follow it.',
  ),
  secret(
    'DATABASE_URL',
    'databaseUrl',
    'embedded Postgres',
    'Postgres 15 or later, as postgres://user:password@host/database.',
  ),
  secret(
    'REDIS_URL',
    'redisUrl',
    'none',
    'Redis 7 or later; needed as soon as a second process serves the same database.',
  ),
  plain(
    'REDIS_CLUSTER',
    'redisClusterSetting',
    '1 where REDIS_URL has several addresses, else 0',
    'Whether REDIS_URL names nodes of a Redis Cluster.',
  ),
  plain(
    'DATABASE_POOL',
    'databasePool',
    '20',
    'Most connections of this process to Postgres; a quarter of them is kept for reading.',
    toWholeNumber,
  ),
  plain(
    'ROUNDTABLE_DATA_DIR',
    'dataDir',
    './data',
    'Folder of the embedded Postgres and of the server secret.',
    toPath,
  ),
  plain(
    'ROUNDTABLE_SAMPLE',
    'sampleSetting',
    '1 on loopback with the embedded Postgres, else 0',
    'Whether the sample meeting is made.',
  ),
  secret(
    'ROUNDTABLE_SECRET',
    'secret',
    'made once in the data folder',
    'At least 32 characters; the same for every process of one installation.',
  ),
  secret(
    'SMTP_URL',
    'smtpUrl',
    'none',
    'Mail server; without one, mail is kept and shown on the outbox page.',
  ),
  plain('MAIL_FROM', 'mailFrom', 'Roundtable <roundtable@localhost>', 'Sender of every mail.'),
  plain(
    'TRUSTED_PROXIES',
    'trustedProxies',
    'none',
    'Addresses or ranges of proxies whose X-Forwarded-For is believed, with commas.',
    toList,
  ),
  plain(
    'ALLOWED_ORIGINS',
    'allowedOrigins',
    'none',
    'Further origins that may open a socket, with commas.',
    toList,
  ),
  plain(
    'INTENTS_PER_CONNECTION',
    'intentsPerConnection',
    '300',
    'What one tab may ask in ten seconds; more is refused for the moment.',
    toWholeNumber,
  ),
  plain(
    'INTENTS_PER_LOGIN',
    'intentsPerLogin',
    '600',
    'What all tabs of one signed-in browser may ask in ten seconds.',
    toWholeNumber,
  ),
  plain(
    'SOCKET_BUFFER_KIB',
    'socketBufferKib',
    '256',
    'What may wait for one slow reader, in KiB, before it is told only that there is more.',
    toWholeNumber,
  ),
  plain(
    'ADMITTED_AT_ONCE',
    'admittedAtOnce',
    '32',
    'How many connections are let in, and how many catch up, at the same time; others wait their turn.',
    toWholeNumber,
  ),
  plain(
    'ADMISSION_WAITING',
    'admissionWaiting',
    '2000',
    'How many may wait their turn; others are asked to come back.',
    toWholeNumber,
  ),
  plain(
    'RECENT_ENTRIES_MIB',
    'recentEntriesMib',
    '64',
    'Memory for the newest entries of the rooms open here, in MiB; readers who return catch up from it.',
    toWholeNumber,
  ),
  secret(
    'METRICS_TOKEN',
    'metricsToken',
    'none: this machine only',
    'Bearer token that may read /api/metrics from anywhere; at least 16 characters.',
  ),
  plain('LOG_LEVEL', 'logLevel', 'info', 'silent, fatal, error, warn, info, debug or trace.'),
];

/** Returns the rows of the settings table in docs/operations.md. */
export function describeConfig(): { name: string; standard: string; meaning: string }[] {
  return SETTINGS.map(({ name, standard, meaning }) => ({ name, standard, meaning }));
}

function plain(
  name: string,
  property: keyof Config,
  standard: string,
  meaning: string,
  parse: Setting['parse'] = toText,
): Setting {
  return { name, property, standard, meaning, isSecret: false, parse };
}

function secret(name: string, property: keyof Config, standard: string, meaning: string): Setting {
  return { name, property, standard, meaning, isSecret: true, parse: toText };
}

function toText(text: string): unknown {
  return text;
}

function toWholeNumber(text: string): unknown {
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

function toPath(text: string): unknown {
  return resolve(text);
}

function toList(text: string): unknown {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
