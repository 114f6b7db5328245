import type { Context, MiddlewareHandler } from 'hono';
import { notModified, respond } from '../answers/respond.ts';
import type { Env } from '../world.ts';
import type { WebFiles } from './files.ts';

/**
 * What the page may do: run and show what this server sends, and ask it alone. Pictures may also be made in the page, to be
 * saved; nothing stands inline.
 */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';
/** What the page is not: paths of the interface are answered by it alone. */
const INTERFACE = /^\/(?:api|healthz)(?:[./]|$)/;
const NOT_BUILT = `The page of this observatory is not built.
Its questions are answered all the same: /api/analyses lists them, /api/openapi.json describes them.
`;

/**
 * The page of the observatory at `/`, and the files that it needs. It holds none of the observatory's data, and whoever
 * has no token must be able to open it to enter one: it stands before the guard that asks for it.
 */
export function pages(files: WebFiles): MiddlewareHandler<Env> {
  return async (c, next) => {
    const path = pathOf(c);
    if (path === null || INTERFACE.test(path)) return next();
    const file = files.get(path) ?? (isView(c, path) ? files.get('/index.html') : undefined);
    if (file === undefined && path !== '/') return next();
    c.set('route', 'page');
    c.header('content-security-policy', POLICY);
    if (file === undefined) return c.text(NOT_BUILT, 404, { 'cache-control': 'no-store' });
    const { etag } = file;
    const cache = file.hashed ? FOREVER : ASK_EACH_TIME;
    return notModified(c, { etag, cache }) ?? (await respond(c, file, { etag, cache, name: null }));
  };
}

/** The path with its escapes read; null where they say nothing. */
function pathOf(c: Context): string | null {
  try {
    return decodeURIComponent(new URL(c.req.url).pathname);
  } catch {
    return null;
  }
}

/** Whether somebody goes to a view of the page: its address bar says which, and the page reads it. */
function isView(c: Context, path: string): boolean {
  if (path === '/') return true;
  const navigates = (c.req.header('accept') ?? '').includes('text/html');
  return navigates && !path.slice(path.lastIndexOf('/')).includes('.');
}
