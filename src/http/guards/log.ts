import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Job } from '../work/jobs.ts';
import { isOurs } from '../work/question.ts';
import type { Env, World } from '../world.ts';

/**
 * One line a request, with an id that its answer has too. Neither address nor query nor what stands in a path is
 * written down: what somebody looks for is theirs.
 */
export function log({ log: logger, now }: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    const begun = now();
    c.set('id', randomUUID());
    await next();
    c.header('x-request-id', c.get('id'));
    logger.info(
      {
        request: c.get('id'),
        method: KNOWN.has(c.req.method) ? c.req.method : 'other',
        route: (c.get('route') as string | undefined) ?? null,
        status: c.res.status,
        by: (c.get('by') as string | undefined) ?? null,
        bytes: Number(c.res.headers.get('content-length') ?? 0) || null,
        ms: Math.round(now() - begun),
      },
      'request',
    );
  };
}

/** Writes down what went wrong with a job where it is ours; no request waits for it any more. */
export function logFailed(logger: Logger): (job: Job) => void {
  return ({ id, trouble }) => {
    if (trouble !== null && isOurs(trouble)) logger.error({ job: id, trouble }, 'trouble');
  };
}

const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
