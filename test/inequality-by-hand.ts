/** Indices of inequality straight from their definitions, for comparison: no sorting, no groups in advance. */
export const byHand = {
  theil: (x: readonly number[], weights = x.map(() => 1)): number => {
    const [total, whole] = [sum(x), sum(weights)];
    return sum(x.map((a, i) => (a === 0 ? 0 : (a / total) * Math.log(a / total / (weights[i] / whole)))));
  },
  gini: (x: readonly number[]): number => {
    return sum(x.map((a) => sum(x.map((b) => Math.abs(a - b))))) / (2 * x.length * sum(x));
  },
  cv: (x: readonly number[]): number => {
    const mean = sum(x) / x.length;
    return Math.sqrt(sum(x.map((a) => (a - mean) ** 2)) / x.length) / mean;
  },
  firstShare: (x: readonly number[]): number => {
    return Math.max(...x) / sum(x);
  },
};

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Standard error of a function of places' totals over works resampled, n of them fixed: each work's influence by moving
 * the totals a little, so that no derivative is worked out. `works` holds what each work adds to each total.
 */
export function errorOverWorks(
  totals: readonly number[],
  works: readonly (readonly number[])[],
  of: (x: readonly number[]) => number,
): number {
  const slopes = totals.map((total, i) => {
    if (total === 0) return 0;
    const step = 1e-5 * total;
    const at = (by: number): number => of(totals.map((x, j) => (j === i ? x + by : x)));
    return (at(step) - at(-step)) / (2 * step);
  });
  const influence = works.map((work) => sum(work.map((part, i) => part * slopes[i])));
  return Math.sqrt(sum(influence.map((psi) => psi ** 2)) - sum(influence) ** 2 / works.length);
}
