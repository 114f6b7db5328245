import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { KeptAnswer } from '../work/answers.ts';

/** A file of the page as it is sent. */
export interface WebFile extends KeptAnswer {
  readonly etag: string;
  /** Its name has a hash of what is in it: under that name it never changes. */
  readonly hashed: boolean;
}

/** The files of the page by the path that asks for each, such as `/assets/app-4f8a2c1b.js`. */
export type WebFiles = ReadonlyMap<string, WebFile>;

/**
 * Reads the files of a folder, once: what a server sends of it is what stands in this map, so that no path leads out of
 * the folder, and a build that replaces it mixes no old page with new scripts. Links, and names that begin with a dot, are
 * passed over. Where there is no such folder there are no files.
 */
export function readWebFiles(folder: string): WebFiles {
  return new Map(filesIn(folder).map((path) => [`/${path}`, fileOf(folder, path)]));
}

function filesIn(folder: string, within = ''): string[] {
  let entries;
  try {
    entries = readdirSync(join(folder, within), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && within === '') return [];
    throw error;
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(folder, path);
      return entry.isFile() ? [path] : [];
    });
}

function fileOf(folder: string, path: string): WebFile {
  const body = new Uint8Array(readFileSync(join(folder, path)));
  const hash = createHash('sha256').update(body).digest('base64url');
  return {
    body,
    mediaType: MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: `W/"${hash}"`,
    hashed: HASHED.test(path),
  };
}

/** As the bundler names what it made: `assets/NAME-HASH.EXTENSION`. */
const HASHED = /^assets\/(?:[^/]+\/)*[^/]+-[\w-]{8}\.\w+$/;

const MEDIA_TYPES: Readonly<Record<string, string | undefined>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
