import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { coastlines } from './src/web/build/coastlines.ts';
import { documents } from './src/web/build/documents.ts';

/** The web application: src/web to dist/web, which `synopolis serve` hands out. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // A strict policy of the page refuses scripts and pictures that stand inside its text.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  plugins: [coastlines(), documents()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `npx vite` beside a running `synopolis serve`: the page as it is written, the numbers as they are served.
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env.SYNOPOLIS_PORT ?? '4173'}` } },
});
