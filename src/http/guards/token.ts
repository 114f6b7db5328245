import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import type { Env, World } from '../world.ts';

/** Asks for `Authorization: Bearer TOKEN`; whether the server is alive is told without. */
export function token({ token: wanted }: World): MiddlewareHandler<Env> {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const right = wanted === null ? null : digest(wanted);
  return async (c, next) => {
    if (right !== null && c.req.path !== '/healthz') {
      const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (given === undefined || !timingSafeEqual(digest(given), right)) {
        c.header('www-authenticate', 'Bearer');
        throw new ProblemError({ kind: 'token', detail: messages.tokenRequired() });
      }
    }
    await next();
  };
}
