/** Analyses whose answers can be put to the test. */
export const TESTED = ['ranking', 'links', 'balance', 'convergence'] as const;
export type Tested = (typeof TESTED)[number];
