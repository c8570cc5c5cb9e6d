import { register } from 'node:module';

/** Lets plain node import this repository's TypeScript: `node --import ./test/support/typescript.mjs FILE.ts`. */
register('./typescript-loader.mjs', import.meta.url);
