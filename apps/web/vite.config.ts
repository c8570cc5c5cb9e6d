import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['ROUNDTABLE_API'] ?? 'http://localhost:3000';
const library = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

/** Parts that change rarely and are shared by every screen, kept apart so that a release does not refetch them. */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/ },
  {
    name: 'controls',
    test: /node_modules[\\/](react-aria|react-aria-components|react-stately|@internationalized|@react-)/,
  },
  {
    name: 'markdown',
    test: /node_modules[\\/](react-markdown|remark|rehype|mdast|micromark|unified|hast|unist|vfile)/,
  },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    alias: { '@roundtable/contracts': library('contracts'), '@roundtable/client': library('client') },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    // The content security policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: chunks } },
      // Modules of these only declare: what a screen does not use of them, such as Yjs, stays out of its chunks.
      treeshake: {
        moduleSideEffects: [{ test: /[\\/]libs[\\/](client|contracts)[\\/]/, sideEffects: false }],
      },
    },
  },
});
