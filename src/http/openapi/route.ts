import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { OPENAPI } from '../answers/ending.ts';
import { notModified, respond } from '../answers/respond.ts';
import type { Env } from '../world.ts';
import { openApi } from './document.ts';

/** `/api/openapi.json`. */
export function openApiRoute(app: Hono<Env>): void {
  const body = new TextEncoder().encode(JSON.stringify(openApi()));
  const answer = { body, mediaType: 'application/json; charset=utf-8' };
  const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  app.get(OPENAPI, (c) => {
    c.set('route', OPENAPI);
    return notModified(c, { etag }) ?? respond(c, answer, { etag, name: null });
  });
}
