/**
 * Why fetching ended before its time:
 * `refused` an answer that trying again will not change (400, 401, 403, 404, …);
 * `allowance` the day's calls are used up;
 * `unreachable` this machine has no way to the API: nothing ever answered;
 * `unavailable` no usable answer after all retries;
 * `not-json` and `unexpected` an answer that is not what the API gives;
 * `stopped` by the caller's signal.
 */
export type FetchProblem =
  | 'refused'
  | 'allowance'
  | 'unreachable'
  | 'unavailable'
  | 'not-json'
  | 'unexpected'
  | 'stopped';

/** An end of fetching that a person can act on; the message says what, and what to do, and never holds the key. */
export class OpenAlexError extends Error {
  override readonly name = 'OpenAlexError';

  constructor(
    readonly problem: FetchProblem,
    message: string,
    /** The HTTP status, where there was an answer. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}
