import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The address that a request comes from. Without a socket (in tests) all are one. */
export function addressOf(c: Context): string {
  return c.env === undefined || c.env === null || !('incoming' in (c.env as object))
    ? ''
    : (getConnInfo(c).remote.address ?? '');
}

/**
 * Who asks, so that each has a turn: the address and the program. On one machine all have one address, and a page is to be
 * answered while a script asks a thousand questions. In memory alone, while a question waits.
 */
export function clientOf(c: Context): string {
  return `${addressOf(c)} ${c.req.header('user-agent') ?? ''}`;
}
