import type { MiddlewareHandler } from 'hono';
import { problem, ProblemError } from '../answers/problem.ts';
import type { Env, World } from '../world.ts';

/** Refuses what no question looks like: another host’s name, too long a path, a method that would change something. */
export function requests({ limits, hosts }: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!URL.canParse(c.req.url))
      throw new ProblemError(
        problem('host', 400, 'Not a name of this server', 'The name of the host cannot be read.'),
      );
    const { host, pathname, search } = new URL(c.req.url);
    if (hosts !== null && !hosts.has(host.replace(/:\d+$/, '')))
      throw new ProblemError(
        problem(
          'host',
          421,
          'Not a name of this server',
          'This server answers on this machine only, as localhost or 127.0.0.1.',
        ),
      );
    if (pathname.length + search.length > limits.url)
      throw new ProblemError(
        problem(
          'too-long',
          414,
          'The address is too long',
          `Path and query have ${pathname.length + search.length} characters; ${limits.url} at most.`,
        ),
      );
    const allowed = /^\/api\/jobs\/[^/]+$/.test(pathname) ? [...READS, 'DELETE'] : READS;
    if (!allowed.includes(c.req.method)) {
      c.header('allow', allowed.join(', '));
      throw new ProblemError(
        problem('method', 405, 'Nothing can be changed here', `This path takes ${allowed.join(', ')}.`, {
          allowed,
        }),
      );
    }
    await next();
  };
}

const READS: readonly string[] = ['GET', 'HEAD'];
