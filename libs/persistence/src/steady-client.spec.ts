import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createDataSource } from './data-source.js';
import { SteadyClient } from './steady-client.js';

/** AuthenticationOk, ReadyForQuery, and the farewell of an administrator, all in one packet. */
const WELCOME_AND_FAREWELL = Buffer.concat([
  Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]),
  Buffer.from([0x5a, 0, 0, 0, 5, 0x49]),
  errorMessage('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0'),
]);

function errorMessage(fields: string): Buffer {
  const body = Buffer.from(`${fields}\0`);
  const head = Buffer.from([0x45, 0, 0, 0, 0]);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

describe('a database connection', () => {
  it('does not end the process where Postgres ends it in the moment it is opened', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.end(WELCOME_AND_FAREWELL)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new SteadyClient({ host: '127.0.0.1', port, user: 'nobody', ssl: false });
    await client.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow('connection error');
    await new Promise((closed) => server.close(closed));
  });

  it('is such a one in every pool of ours', () => {
    const { extra } = createDataSource({ url: 'postgres://localhost/none', entities: [], migrations: [] })
      .options as { extra?: { Client?: unknown } };
    expect(extra?.Client).toBe(SteadyClient);
  });
});
