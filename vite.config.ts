import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { coastlines } from './src/web/build/coastlines.ts';
import { documents } from './src/web/build/documents.ts';

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const PLOT = '/node_modules/@observablehq/plot/';
const SOURCE = fileURLToPath(new URL('src/', import.meta.url));

function drawsWithPlot(id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (id.includes(PLOT)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importedIds ?? []).some((one) => drawsWithPlot(one, graph, seen));
}

/**
 * What several pages use goes into two files, the second of them what draws with Plot: each file that a page begins with
 * costs a slow browser several milliseconds, and the first page needs no Plot.
 */
const SHARED = [
  {
    debugName: 'shared',
    priority: 2,
    minShareCount: 2,
    name: (id: string, graph: Graph) =>
      id.startsWith(SOURCE) && !drawsWithPlot(id, graph) ? 'shared' : null,
  },
  {
    debugName: 'charts',
    priority: 1,
    minShareCount: 2,
    name: (id: string) => (id.startsWith(SOURCE) || id.includes(PLOT) ? 'charts' : null),
  },
];

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
    rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
  },
  plugins: [coastlines(), documents()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `npx vite` beside a running `synopolis serve`: the page as it is written, the numbers as they are served.
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${process.env.SYNOPOLIS_PORT ?? '4173'}` } },
});
