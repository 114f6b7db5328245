import { expect } from 'vitest';

/** What simulations with a known truth are held to: it, give or take three standard errors of the simulation itself. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const rate = (outcomes: readonly boolean[]): number => mean(outcomes.map(Number));

/** The mean of independent draws is the truth. */
export function expectMean(draws: readonly number[], truth: number): void {
  const around = mean(draws);
  const squares = draws.reduce((sum, value) => sum + (value - around) ** 2, 0);
  const error = Math.sqrt(squares / (draws.length * (draws.length - 1)));
  expect(Math.abs(around - truth), `a mean of ${around} for ${truth}`).toBeLessThan(3 * error);
}

/** The part of independent trials in which something came out is its probability. */
export function expectRate(outcomes: readonly boolean[], probability: number): void {
  const error = Math.sqrt((probability * (1 - probability)) / outcomes.length);
  const found = rate(outcomes);
  expect(Math.abs(found - probability), `a rate of ${found} for ${probability}`).toBeLessThan(3 * error);
}
