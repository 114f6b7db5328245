import { ApiError, clientProblem } from './client.ts';
import type { Path } from './contract.ts';
import { type QueryState, useQuery } from './use-query.ts';

/**
 * A part of the application that is loaded when it is needed, such as the code of a page. Where it failed because the
 * server has another build by now, the window is loaded again: the address holds all that is selected.
 */
export function useLoaded<T>(name: string, load: (() => Promise<T>) | null): QueryState<T> {
  return useQuery(load === null ? null : { key: keyOf(name, load), get: () => get(load) });
}

/** A part is known by its name among what was asked. */
function keyOf<T>(name: string, load: () => Promise<T>): Path<T>;
function keyOf(name: string): string {
  return `part:${name}`;
}

async function get<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    console.error(error);
    if (await isAnotherBuild()) location.reload();
    throw new ApiError(clientProblem('client.part-not-loaded'));
  }
}

/** Whether the server's page begins with other code than this one did. */
async function isAnotherBuild(): Promise<boolean> {
  const begun = document.querySelector('script[type=module][src]')?.getAttribute('src');
  try {
    const response = await fetch('/', { cache: 'no-store' });
    return response.ok && begun != null && !(await response.text()).includes(begun);
  } catch {
    return false;
  }
}
