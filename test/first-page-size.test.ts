import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const web = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Bytes, compressed, that every page begins with: raise it for what readers need on the first page, and for nothing else. */
const MOST = 90_000;

it.skipIf(!existsSync(web))('what every page of the application begins with is small', () => {
  const html = readFileSync(`${web}/index.html`, 'utf8');
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(assets.length).toBeGreaterThan(2);
  const bytes = ['/index.html', ...assets].map((path) => gzipSync(readFileSync(web + path)).length);
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(MOST);
});
