import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveStatic, type NextFunction, type Request, type Response } from 'express';

const NOT_BUILT = 'The web app is not built yet: run "npm run build" and reload.\n';

/**
 * Serves the built web app: files with a hash in their name for a year, and the page itself for every address of
 * the app, so that links people were sent work when they are opened.
 */
export function serveWebApp(app: NestExpressApplication, root = findWebRoot()): void {
  const files = serveStatic(root, { index: false, fallthrough: true, setHeaders: setCaching });
  app.use(unlessApi(files));
  app.use(unlessApi(sendPage(join(root, 'index.html'))));
}

function unlessApi(handler: (request: Request, response: Response, next: NextFunction) => unknown) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || /^\/(api|socket\.io)(\/|$)/.test(request.path)) return next();
    handler(request, response, next);
  };
}

function setCaching(response: Response, file: string): void {
  const isHashed = /[/\\]assets[/\\]/.test(file);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function sendPage(file: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    // A missing picture or script is missing; only addresses of the app are answered with the page.
    if (/\.[a-z0-9]{1,8}$/i.test(request.path) && !request.accepts('html')) return next();
    if (/^\/assets\//.test(request.path)) return next();
    if (!existsSync(file)) {
      response.status(503).type('text/plain').send(NOT_BUILT);
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(readFileSync(file));
  };
}

/** The built app stands in `dist/web` of the folder that holds package.json, wherever this file was compiled to. */
function findWebRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist', 'web');
}
