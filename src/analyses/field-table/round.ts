/** Sums of floats differ in their last digits with the order of rows; what is told does not. */
export const round = (value: number): number => Number(value.toPrecision(12));

/** The same of what may be undefined. */
export const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : round(value);
