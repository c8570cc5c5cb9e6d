import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { PROTOCOL_VERSION } from '@roundtable/contracts';
import type { Person } from './record-node.js';

/** A reader below every client library: a TCP connection that can stop reading while it stays open. */
export interface RawReader {
  /** Asks for a room, as a page does when it opens. */
  sync(room: string): void;
  stopReading(): void;
  /** True once the server has ended the connection. */
  readonly isEnded: boolean;
  destroy(): void;
}

/** Connects and shakes hands; resolves when the server has let it in. */
export async function connectRaw(address: string, person: Person): Promise<RawReader> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const state = { isEnded: false };
  socket.on('error', () => undefined);
  socket.on('close', () => (state.isEnded = true));
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Cookie: login=${person.principal.loginId}`,
      '\r\n',
    ].join('\r\n'),
  );
  await until(socket, '101 Switching Protocols');
  const admitted = until(socket, '40{"sid"');
  send(socket, `40${JSON.stringify({ v: PROTOCOL_VERSION })}`);
  await admitted;
  return {
    sync: (room) => {
      const request = { v: PROTOCOL_VERSION, room, since: null, epoch: null };
      send(socket, `420${JSON.stringify(['record.sync', request])}`);
    },
    stopReading: () => void socket.pause(),
    get isEnded() {
      return state.isEnded;
    },
    destroy: () => void socket.destroy(),
  };
}

function until(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    let read = '';
    const take = (chunk: Buffer): void => {
      read += chunk.toString('latin1');
      if (!read.includes(text)) return;
      socket.off('data', take);
      resolve();
    };
    socket.on('data', take);
  });
}

/** One masked text frame of up to 65,535 bytes (RFC 6455, 5.2). */
function send(socket: Socket, text: string): void {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const header =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  socket.write(Buffer.concat([header, mask, masked]));
}
