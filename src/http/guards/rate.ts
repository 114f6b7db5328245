import type { MiddlewareHandler } from 'hono';
import { messages } from '../answers/messages.ts';
import { ProblemError } from '../answers/problem.ts';
import type { Env, World } from '../world.ts';
import { addressOf } from './client.ts';

const MINUTE = 60_000;
/** Addresses remembered; the one longest silent is forgotten first. */
const ADDRESSES = 10_000;

/**
 * So many requests a minute from one address, as a bucket that fills evenly. Addresses stand in memory alone and are
 * forgotten with the process.
 */
export function rate({ limits, now }: World): MiddlewareHandler<Env> {
  const buckets = new Map<string, { left: number; at: number }>();
  const most = limits.rate;
  return async (c, next) => {
    if (most !== null) {
      const address = addressOf(c);
      const { left, at } = buckets.get(address) ?? { left: most, at: now() };
      const full = Math.min(most, left + ((now() - at) / MINUTE) * most);
      buckets.delete(address);
      buckets.set(address, { left: Math.max(0, full - 1), at: now() });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= ADDRESSES) break;
        buckets.delete(oldest);
      }
      if (full < 1)
        throw new ProblemError({
          kind: 'rate',
          detail: messages.rate({ most }),
          retryAfter: Math.max(1, Math.ceil(((1 - full) / most) * 60)),
        });
    }
    await next();
  };
}
