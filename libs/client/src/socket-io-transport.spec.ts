import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { connectWithCookie } from './node-entry.js';
import type { Connection, ConnectionState } from './connection.js';

let http: HttpServer;
let server: Server;
let connection: Connection | null = null;

beforeEach(async () => {
  http = createServer();
  server = new Server(http);
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  connection?.close();
  await server.close();
});

function connect(): Connection {
  connection = connectWithCookie(
    `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`,
    'login=secret',
  );
  return connection;
}

function reach(opened: Connection, name: ConnectionState['name']): Promise<ConnectionState> {
  return new Promise((resolve) => {
    const look = (state: ConnectionState): void => {
      if (state.name === name) resolve(state);
    };
    opened.subscribe(look);
    look(opened.getState());
  });
}

const post = { v: 1, room: 'plenary', clientId: 'c1', body: 'Salam' };

describe('the Socket.IO transport', () => {
  it('connects by WebSocket with version, cookie and origin, asks and hears', async () => {
    const handshakes: unknown[] = [];
    server.on('connection', (socket) => {
      const { auth, headers } = socket.handshake;
      handshakes.push([
        auth,
        headers.cookie,
        headers.origin?.startsWith('http://127.0.0.1:'),
        socket.conn.transport.name,
      ]);
      socket.on('discussion.post', (payload: object, answer: (value: object) => void) => {
        socket.emit('record.head', { room: 'plenary', epoch: 1, head: 7 });
        answer({ ok: true, seq: 7, at: '', payload });
      });
    });
    const opened = connect();
    await reach(opened, 'online');
    const heads: unknown[] = [];
    opened.on('record.head', (head) => heads.push(head));
    expect(await opened.request('discussion.post', post)).toEqual({
      ok: true,
      seq: 7,
      at: '',
      payload: post,
    });
    expect(heads).toEqual([{ room: 'plenary', epoch: 1, head: 7 }]);
    expect(handshakes).toEqual([[{ v: 1 }, 'login=secret', true, 'websocket']]);
  });

  it('says that the outcome is unknown when the line breaks or the answer is late', async () => {
    server.on('connection', (socket) => {
      socket.on('discussion.post', () => socket.conn.close());
      socket.on('discussion.edit', () => undefined);
    });
    const opened = connect();
    await reach(opened, 'online');
    const late = opened.request('discussion.edit', { ...post, target: 1 }, 20);
    await expect(late).rejects.toMatchObject({ name: 'NoAnswerError', why: 'timeout' });
    await expect(opened.request('discussion.post', post)).rejects.toMatchObject({
      name: 'NoAnswerError',
      why: 'disconnected',
    });
    await reach(opened, 'reconnecting');
    await expect(opened.request('discussion.post', post)).rejects.toMatchObject({ why: 'disconnected' });
    await reach(opened, 'online');
  });

  it('ends with the reason of a refused handshake', async () => {
    server.use((_socket, next) => {
      next(
        Object.assign(new Error('unauthenticated'), {
          data: { code: 'unauthenticated', message: 'Enter again.' },
        }),
      );
    });
    expect(await reach(connect(), 'ended')).toEqual({
      name: 'ended',
      reason: 'login_ended',
      message: 'Enter again.',
    });
  });

  it('ends when the server says that the person was removed', async () => {
    server.on('connection', (socket) => {
      socket.emit('connection.closing', { code: 'removed', message: 'Gone.' });
      socket.disconnect(true);
    });
    expect(await reach(connect(), 'ended')).toEqual({ name: 'ended', reason: 'removed', message: 'Gone.' });
  });
});
