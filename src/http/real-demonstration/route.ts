import type { Hono } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import { requestedLanguage, respondJson } from '../answers/respond.ts';
import { isOwnPage } from '../guards/sites.ts';
import type { Env, World } from '../world.ts';

/** Where the page asks how far the demonstration of real records is, and by POST has it fetched. Of the page alone. */
export const REAL_DEMONSTRATION = '/api/real-demonstration';

/** There only where the server was given one, which is one on this machine. */
export function realDemonstrationRoute(app: Hono<Env>, { demonstration: job }: World): void {
  if (job === undefined) return;
  app.get(REAL_DEMONSTRATION, (c) => {
    c.set('route', REAL_DEMONSTRATION);
    return respondJson(c, 200, job.status(requestedLanguage(c)));
  });
  app.post(REAL_DEMONSTRATION, (c) => {
    c.set('route', REAL_DEMONSTRATION);
    // A form of another site can be sent here as well as a link can be followed: reading is harmless, this is not.
    if (!isOwnPage((name) => c.req.header(name)))
      throw new ProblemError({ kind: 'site', detail: messages.foreignSite() });
    job.start();
    return respondJson(c, 202, job.status(requestedLanguage(c)));
  });
}
