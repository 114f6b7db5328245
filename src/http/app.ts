import { Hono } from 'hono';
import { OPENAPI, withoutEnding } from './answers/ending.ts';
import { handle } from './answers/handle.ts';
import { messages } from './answers/messages.ts';
import { ProblemError } from './answers/problem.ts';
import { respondProblem } from './answers/respond.ts';
import { headers } from './guards/headers.ts';
import { log } from './guards/log.ts';
import { rate } from './guards/rate.ts';
import { requests } from './guards/requests.ts';
import { sites } from './guards/sites.ts';
import { token } from './guards/token.ts';
import { healthRoute } from './health/route.ts';
import { jobRoutes } from './jobs/routes.ts';
import { observatoriesRoute } from './observatories/route.ts';
import { openApiRoute } from './openapi/route.ts';
import { realDemonstrationRoute } from './real-demonstration/route.ts';
import { SOURCES } from './sources.ts';
import { pages } from './web/pages.ts';
import type { Env, World } from './world.ts';

/**
 * The interface over HTTP: read-only, and nothing of it computes. What it touches comes in as `world`.
 *
 * @example const response = await makeApp(world).request('/api/analyses/ranking.csv?top=5');
 */
export function makeApp(world: World): Hono<Env> {
  // An ending says the form of an answer, not another answer.
  const app = new Hono<Env>({
    // A host that is no name makes no URL: it is refused where requests are looked at.
    getPath: ({ url }) => (URL.canParse(url) ? withoutEnding(new URL(url).pathname) : '/'),
  });
  app.use(log(world), headers, requests(world), sites, rate(world), pages(world.web), token(world));
  for (const source of SOURCES) app.get(source.path.replace(/\{\w+\}/, ':id'), handle(world, source));
  jobRoutes(app, world);
  observatoriesRoute(app, world);
  realDemonstrationRoute(app, world);
  healthRoute(app, world);
  openApiRoute(app);
  app.notFound((c) =>
    respondProblem(c, { kind: 'not-found', detail: messages.unknownPath({ list: OPENAPI }) }),
  );
  app.onError((error, c) => {
    if (error instanceof ProblemError) return respondProblem(c, error.problem);
    world.log.error({ request: c.get('id'), stack: error.stack }, 'unforeseen');
    return respondProblem(c, { kind: 'unforeseen', detail: messages.unforeseen() });
  });
  return app;
}
