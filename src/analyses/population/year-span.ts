/** Years that are taken together, both ends in. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** `2015`, or `2015–2017`. */
export function sayYears({ from, to }: Years): string {
  return from === to ? String(from) : `${from}–${to}`;
}
