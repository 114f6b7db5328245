import type { Hono } from 'hono';
import { OPENAPI } from '../answers/ending.ts';
import { respond } from '../answers/respond.ts';
import { VERSION } from '../../observatory/index.ts';
import type { Env } from '../world.ts';
import { openApi } from './document.ts';

/** `/api/openapi.json`. */
export function openApiRoute(app: Hono<Env>): void {
  const body = new TextEncoder().encode(JSON.stringify(openApi()));
  const answer = { body, mediaType: 'application/json; charset=utf-8' };
  app.get(OPENAPI, (c) => {
    c.set('route', OPENAPI);
    return respond(c, answer, { etag: `W/"openapi-${VERSION}"`, name: null });
  });
}
