export const STATUSES = ['stored', 'derived', 'recalled'] as const;
export const BOUNDS = ['over', 'under', 'nearly', 'about'] as const;
/** What kind of source a figure was read in, the firmest first. */
export const EVIDENCE = ['statistics office', 'yearbook', 'press release', 'speech', 'recalled'] as const;
export type Evidence = (typeof EVIDENCE)[number];
export type Status = (typeof STATUSES)[number];
export type Bound = (typeof BOUNDS)[number];

/** One published figure. Figures of one vintage (edition, census basis, method, list of journals) make a series. */
export interface Statistic {
  readonly place: string;
  readonly metric: string;
  /** First and last year that it is about; the same for most. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string;
  /** How the source hedges it: over 33, nearly 600; null where it states it. */
  readonly bound: Bound | null;
  readonly vintage: string;
  readonly source: string;
  readonly evidence: Evidence;
  /** An address as recorded, never checked; null where there is none. */
  readonly url: string | null;
  /** stored: read in the source. derived: worked out by a person. recalled: from memory, to be checked. */
  readonly status: Status;
  readonly note: string | null;
  /** direct: the publisher’s own page or registry. copy: read on a copy. */
  readonly sourceKind: string | null;
  readonly file: string;
  readonly line: number;
}

export function yearText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}
