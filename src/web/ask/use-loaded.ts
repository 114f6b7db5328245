import { AskError, isReachable } from './ask.ts';
import { type Asked, useAsked } from './use-asked.ts';

/** Parts of the application that failed to load in this window: a browser may not ask for the same part again. */
const failed = new Set<string>();

/**
 * A part of the application that is loaded when it is needed, such as the code of a page. One that failed is asked for
 * again; where the browser remembers the failure, or the server has a newer build, the window is loaded again, as the
 * address holds all that is selected.
 */
export function useLoaded<T>(name: string, load: (() => Promise<T>) | null): Asked<T> {
  return useAsked(load === null ? null : { key: `part:${name}`, get: () => get(name, load) });
}

async function get<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    console.error(error);
    if (failed.has(name) && (await isReachable())) location.reload();
    failed.add(name);
    throw new AskError({ title: 'part' });
  }
}
