import type { SocketServer } from './live-socket.js';

/** What of an Engine.IO connection is used here: the line below its WebSocket, where it has one. */
interface EngineConnection {
  transport: { socket?: { _socket?: { cork(): void; uncork(): void; destroyed: boolean } } };
}

type Line = NonNullable<NonNullable<EngineConnection['transport']['socket']>['_socket']>;

/**
 * Lets everything that is said to one connection in one turn of the event loop leave in one write: the acknowledgements of
 * a commit and the batch that follows them. A write to the operating system costs more than all that is written. Frames,
 * their order, and what counts as waiting in the connection stay as they are.
 */
export function writeTogether(io: SocketServer): void {
  const corked = new Set<Line>();
  const uncork = (): void => {
    for (const line of corked) if (!line.destroyed) line.uncork();
    corked.clear();
  };
  io.engine.on('flush', ({ transport }: EngineConnection) => {
    const line = transport.socket?._socket;
    if (!line || corked.has(line)) return;
    if (corked.size === 0) setImmediate(uncork);
    corked.add(line);
    line.cork();
  });
}
