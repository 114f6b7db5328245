import type { Query } from '../../state/location.ts';

/** What is asked, as the address has it. */
export interface MatchQuery {
  readonly need: string | null;
  /** Id of the place that asks. */
  readonly place: string | null;
  readonly reach: string | null;
  readonly of: string;
}

export function matchQueryIn(query: Query): MatchQuery {
  const one = (key: string): string | null => query[key]?.at(-1) ?? null;
  return {
    need: one('need'),
    place: one('in'),
    reach: one('in') === null ? null : one('reach'),
    of: one('of') ?? 'both',
  };
}
