import type { GroupSums } from '../aggregates.ts';

/** The sums of a group as they grow. */
export type Tallied = { -readonly [K in keyof GroupSums]: GroupSums[K] };

/** Takes the works of a year one after the other. */
export interface Tally {
  /** A city of the work. */
  see(city: number): void;
  /** The end of a work of k cities. */
  close(k: number, d: number): void;
  /** The sums of every group over all works. */
  sums(): readonly GroupSums[];
}

export function zeros(g: number, year: number): Tallied {
  return { g, year, a: 0, aa: 0, t: 0, tt: 0, at: 0, am: 0, ad: 0, mm: 0, md: 0 };
}
