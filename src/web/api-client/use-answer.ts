import { request } from './client.ts';
import { type Asked, useAsked } from './use-query.ts';

/**
 * The answer at a path of the server; null asks nothing.
 * @param coming whether what the path is made of is itself still asked for
 */
export function useAnswer<T>(path: string | null, coming = false): Asked<T> {
  return useAsked(
    path === null
      ? null
      : { key: path, get: (signal, onProgress) => request<T>(path, { signal, onProgress }) },
    coming,
  );
}
