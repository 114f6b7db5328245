import type { Hono } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError, troubleProblem } from '../answers/problem.ts';
import { respond } from '../answers/respond.ts';
import type { Job } from '../work/jobs.ts';
import type { Env, World } from '../world.ts';
import { respondJob } from './respond.ts';

/** `/api/jobs/{id}`: how far a long question is; its result; DELETE ends it. */
export function jobRoutes(app: Hono<Env>, world: World): void {
  const jobOf = (id: string): Job => {
    const job = world.observatories.jobs.get(id);
    if (job !== undefined) return job;
    throw new ProblemError({ kind: 'not-found', detail: messages.unknownJob() });
  };
  app.get('/api/jobs/:id', (c) => {
    c.set('route', '/api/jobs/{id}');
    return respondJob(c, world, jobOf(c.req.param('id')), 200);
  });
  app.get('/api/jobs/:id/result', async (c) => {
    c.set('route', '/api/jobs/{id}/result');
    const job = jobOf(c.req.param('id'));
    if (job.answer !== null) return respond(c, job.answer, { etag: null, name: null });
    if (job.trouble !== null)
      throw new ProblemError(troubleProblem(job.trouble, { texts: {}, inPath: null }));
    return respondJob(c, world, job, 202);
  });
  app.delete('/api/jobs/:id', (c) => {
    c.set('route', '/api/jobs/{id}');
    jobOf(c.req.param('id')).cancel();
    return c.body(null, 204);
  });
}
