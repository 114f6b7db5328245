import type { Hono } from 'hono';
import { respondJson } from '../answers/respond.ts';
import { VERSION } from '../../observatory/index.ts';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import type { Env, World } from '../world.ts';

/** `/healthz`: 200 where questions can be answered. */
export function healthRoute(app: Hono<Env>, { observatories }: World): void {
  app.get('/healthz', async (c) => {
    c.set('route', '/healthz');
    try {
      const { hash } = await observatories.current(null, null);
      return respondJson(c, 200, { status: 'ok', version: VERSION, manifest: hash });
    } catch {
      throw new ProblemError({ kind: 'no-observatory', detail: messages.noObservatory(), retryAfter: 10 });
    }
  });
}
