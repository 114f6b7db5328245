import type { MiddlewareHandler } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import { REAL_DEMONSTRATION } from '../real-demonstration/route.ts';
import type { Env, World } from '../world.ts';

/** Refuses what no question looks like: another host’s name, too long a path, a method that would change something. */
export function requests({ limits, hosts, demonstration }: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!URL.canParse(c.req.url))
      throw new ProblemError({ kind: 'host', status: 400, detail: messages.unreadableHost() });
    const { host, pathname, search } = new URL(c.req.url);
    if (hosts !== null && !hosts.has(host.replace(/:\d+$/, '')))
      throw new ProblemError({ kind: 'host', detail: messages.localOnly() });
    if (pathname.length + search.length > limits.url)
      throw new ProblemError({
        kind: 'too-long',
        detail: messages.longUrl({ length: pathname.length + search.length, most: limits.url }),
      });
    const isStart = pathname === REAL_DEMONSTRATION && demonstration !== undefined;
    const isJob = /^\/api\/jobs\/[^/]+$/.test(pathname);
    const allowed = isJob ? [...READS, 'DELETE'] : isStart ? [...READS, 'POST'] : READS;
    if (!allowed.includes(c.req.method)) {
      c.header('allow', allowed.join(', '));
      throw new ProblemError({ kind: 'method', detail: messages.readOnly({ methods: allowed }), allowed });
    }
    await next();
  };
}

const READS: readonly string[] = ['GET', 'HEAD'];
