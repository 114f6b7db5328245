import type { MiddlewareHandler } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import type { Env } from '../world.ts';

/**
 * Refuses what the page of another site asks, before anything is done for it: it could not read the answer, and could
 * keep this server busy by asking. Browsers say which site asks (`Sec-Fetch-Site`; another port of this machine is another
 * site); who opens the address in a window is answered, and so is a program, which says nothing. Browsers that do not say
 * it name the origin where the page asks for the answer to be read.
 */
export const sites: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.path.startsWith('/api') && isForeign((name) => c.req.header(name)))
    throw new ProblemError({ kind: 'site', detail: messages.foreignSite() });
  await next();
};

/** Whether a request that changes something comes from the page of this server, or from a program, which says nothing. */
export function isOwnPage(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = header('origin');
  return origin === undefined || isOwn(origin, header('host'));
}

function isForeign(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return false;
  if (site !== undefined)
    return !(header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document');
  const origin = header('origin');
  return origin !== undefined && !isOwn(origin, header('host'));
}

function isOwn(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
