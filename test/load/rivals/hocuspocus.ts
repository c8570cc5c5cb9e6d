import { Server } from '@hocuspocus/server';
import { createServer } from 'node:http';
import { applyUpdate } from 'yjs';
import { seedState } from '../../../libs/documents/src/text/seed-document.js';
import { longText } from '../long-text.js';

/*
 * The server that drafting is compared with: @hocuspocus/server as its makers mean it, with a check of a token for each
 * connection and a document of the same size. It keeps nothing. PORT answers when it is ready; documents are on PORT + 1.
 */
const port = Number(process.env.PORT);
const state = seedState(longText());
const server = Server.configure({
  port: port + 1,
  address: '127.0.0.1',
  quiet: true,
  onAuthenticate: ({ token }) =>
    token === 'bench' ? Promise.resolve() : Promise.reject(new Error('This is not the token.')),
  onLoadDocument: ({ document }) => {
    applyUpdate(document, state);
    return Promise.resolve(document);
  },
});
await server.listen();
createServer((_request, response) => response.end('ready')).listen(port, '127.0.0.1');
