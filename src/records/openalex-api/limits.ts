/** How OpenAlex tells its limits: `Retry-After`, and `X-RateLimit-*` for the budget of the day (in list calls). */

/** Milliseconds. A wait beyond this is no passing congestion: the day's budget is gone, or the service is down. */
export const PATIENCE = 300_000;

/** Milliseconds of `Retry-After` (seconds or a date), 0 where there is none. */
export function retryAfter(headers: Headers): number {
  const value = headers.get('retry-after');
  if (value === null) return 0;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

/** `remaining` and `required` list calls as the headers tell them; null where they do not. */
export function budget(headers: Headers): {
  readonly remaining: number | null;
  readonly required: number | null;
} {
  return {
    remaining: number(headers, 'x-ratelimit-remaining'),
    required: number(headers, 'x-ratelimit-credits-required'),
  };
}

/** Of an answer 429: whether the day's budget is spent, rather than the second's. */
export function allowanceUsedUp(headers: Headers): boolean {
  const { remaining, required } = budget(headers);
  return retryAfter(headers) > PATIENCE || (remaining !== null && remaining < (required ?? 1));
}

/** When the budget is renewed, in words. */
export function hours(headers: Headers): string {
  const reset = number(headers, 'x-ratelimit-reset');
  const wait = Math.max(retryAfter(headers), reset === null ? 0 : reset * 1000);
  return wait === 0 ? 'at midnight UTC' : `in ${(wait / 3_600_000).toFixed(1)} hours`;
}

/** What to do about a refusal. */
export function advice(status: number, withKey: boolean): string {
  const key =
    'A key is free: make an account, copy it from openalex.org/settings/api, and set OPENALEX_API_KEY.';
  if (status === 401) return withKey ? 'Check OPENALEX_API_KEY against openalex.org/settings/api.' : key;
  if (status === 403)
    return withKey
      ? 'Wait a little, ask for fewer calls a second, and check that the key is still valid.'
      : key;
  if (status === 400) return 'Check the filter and the selected fields.';
  if (status === 404) return 'Check the id and the base address.';
  return 'Check the filter, the key and the base address.';
}

function number(headers: Headers, name: string): number | null {
  const value = headers.get(name);
  return value === null || value.trim() === '' || !Number.isFinite(Number(value)) ? null : Number(value);
}
