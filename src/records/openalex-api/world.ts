import { setTimeout } from 'node:timers/promises';

/** What fetching touches of the world; a test hands in its own. */
export interface World {
  readonly fetch: (
    url: string,
    init: { readonly headers: Record<string, string>; readonly signal: AbortSignal },
  ) => Promise<Response>;
  /** Milliseconds; only differences are used. */
  readonly now: () => number;
  /** The day it is, `YYYY-MM-DD`; by the clock where left out. */
  readonly today?: () => string;
  /** Rejects when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A message for whoever watches, one line, without the key. */
  readonly log: (line: string) => void;
}

/** The network and the clock as they are, and silence. */
export const theWorld: World = {
  fetch: (url, init) => fetch(url, init),
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
  log: () => undefined,
};

export function dayOf(world: World): string {
  return world.today?.() ?? new Date().toISOString().slice(0, 10);
}
