import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';

const LOOK_EVERY_MS = 20;

/** Lets a server finish the HTTP requests that it has heard. */
export interface HttpDrain {
  /** Stops listening, and resolves when every request heard is answered, or in time. */
  finish(withinMs: number): Promise<void>;
}

/** Follows the requests of a server from now on. Those of sockets count not: polling ones wait on purpose. */
export function followRequests(server: HttpServer): HttpDrain {
  let underWay = 0;
  let isStopping = false;
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/socket.io/')) return;
    underWay += 1;
    // A kept connection would bring the next request to a process that is about to end.
    if (isStopping) response.setHeader('Connection', 'close');
    response.once('close', () => (underWay -= 1));
  });
  return {
    async finish(withinMs) {
      isStopping = true;
      server.close();
      server.closeIdleConnections();
      const deadline = Date.now() + withinMs;
      while (underWay > 0 && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    },
  };
}
