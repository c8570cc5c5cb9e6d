import type { LiveSocket } from './live-socket.js';

/** What waits in a connection. Engine.IO and ws know it, but do not all say so in their types. */
interface EngineConnection {
  readyState: string;
  writeBuffer: { data?: string | Buffer }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
  close(discard?: boolean): void;
}

/** How many bytes wait for this reader: handed to the line and not gone yet, and not yet handed to the line. */
export function bufferedBytes(socket: LiveSocket): number {
  const { writeBuffer, transport } = engineOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return bytes;
}

/** Throws away what was not yet handed to the line. */
export function discardBuffered(socket: LiveSocket): void {
  engineOf(socket).writeBuffer.splice(0);
}

/** Ends the line without waiting for anything on it. Does nothing where it has ended. */
export function cutLine(socket: LiveSocket): void {
  const engine = engineOf(socket);
  if (engine.readyState === 'closed') return;
  if (engine.transport.socket) engine.transport.socket.terminate();
  else engine.close(true);
}

function engineOf(socket: LiveSocket): EngineConnection {
  return socket.conn as unknown as EngineConnection;
}
