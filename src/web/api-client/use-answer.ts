import { request } from './client.ts';
import type { Path } from './contract.ts';
import { type QueryState, useQuery } from './use-query.ts';

/**
 * The answer at a path of the server; null asks nothing.
 * @param coming whether what the path is made of is itself still asked for
 */
export function useAnswer<T>(path: Path<T> | null, coming = false): QueryState<T> {
  return useQuery(
    path === null ? null : { key: path, get: (signal, onProgress) => request(path, { signal, onProgress }) },
    coming,
  );
}
