import { EmbeddedPostgres } from '@roundtable/persistence';

/** Runs an embedded Postgres on the folder named in the arguments and says where, until this process is killed. */
const server = await EmbeddedPostgres.start({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
setInterval(() => undefined, 60_000);
