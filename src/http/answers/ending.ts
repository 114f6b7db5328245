import { TABLE_FORMATS } from './formats.ts';
import { SOURCES } from '../sources.ts';

/** Every ending that some path takes. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...Object.keys(TABLE_FORMATS),
  ...SOURCES.flatMap(({ own }) => Object.keys(own ?? {})),
]);

/** The format that a path ends with; null where it ends with none. */
export function endingOf(pathname: string): string | null {
  const ending = /\.([a-z0-9]+)$/.exec(pathname)?.[1];
  return ending !== undefined && ENDINGS.has(ending) ? ending : null;
}

/** The path without it. The document of the interface has its ending as its name. */
export function withoutEnding(pathname: string): string {
  const ending = endingOf(pathname);
  return ending === null || pathname === OPENAPI ? pathname : pathname.slice(0, -ending.length - 1);
}

export const OPENAPI = '/api/openapi.json';
