import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket as Line } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server, type Socket } from 'socket.io';
import { io as connect, type Socket as Client } from 'socket.io-client';
import type { SocketServer } from './live-socket.js';
import { writeTogether } from './write-together.js';

describe('writes to one connection', () => {
  let http: HttpServer;
  let server: Server;
  let client: Client;
  let socket: Socket;
  let line: Line;

  beforeEach(async () => {
    http = createServer();
    server = new Server(http, { transports: ['websocket'], serveClient: false });
    writeTogether(server as unknown as SocketServer);
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const { port } = http.address() as AddressInfo;
    const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
    client = connect(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], reconnection: false });
    socket = await connected;
    await new Promise<void>((resolve) => (client.connected ? resolve() : client.once('connect', resolve)));
    line = (socket.conn.transport as unknown as { socket: { _socket: Line } }).socket._socket;
  });

  afterEach(async () => {
    client.disconnect();
    await server.close();
  });

  it('wait for the end of the turn and then leave in order', async () => {
    const received: number[] = [];
    const all = new Promise<void>((resolve) =>
      client.on('said', (count: number) => {
        received.push(count);
        if (received.length === 100) resolve();
      }),
    );
    for (let count = 0; count < 100; count += 1) socket.emit('said', count);
    expect([line.writableCorked, line.writableLength > 0]).toEqual([1, true]);
    await all;
    expect(received).toEqual([...Array(100).keys()]);
    expect([line.writableCorked, line.writableLength]).toEqual([0, 0]);
  });

  it('are held back anew in the next turn', async () => {
    for (const turn of [1, 2, 3]) {
      socket.emit('said', turn);
      expect([turn, line.writableCorked]).toEqual([turn, 1]);
      await new Promise((resolve) => setImmediate(resolve));
      expect([turn, line.writableCorked]).toEqual([turn, 0]);
    }
  });

  it('do no harm where the line broke in the same turn', async () => {
    const lost = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    socket.emit('said', 1);
    line.destroy();
    expect(await lost).toMatch(/^transport (?:close|error)$/);
    await new Promise((resolve) => setImmediate(resolve));
    expect(line.destroyed).toBe(true);
  });
});
