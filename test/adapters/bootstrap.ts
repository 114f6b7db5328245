import { expect } from 'vitest';
import {
  competitionRanks,
  everyResample,
  percentileInterval,
  shareCovariance,
  standardErrors,
  summariseRanks,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly shares: Record<string, number[]>;
  readonly n_works: number;
}
type ByPlace<T> = Readonly<Record<string, T>>;

/** Deviations, intervals and ranks of Shares over every resample of a few works. */
export const adapter: Adapter = {
  cases: /^bootstrap-exact/,
  check({ inputs, expected, tolerance }) {
    const { shares, n_works: n } = inputs[0] as Input;
    const places = Object.keys(shares);
    const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number =>
      Array.from({ length: n }, (_, w) => x[w] * y[w]).reduce((sum, value) => sum + value, 0);
    const columns = places.map((place) => shares[place]);
    const totals = columns.map((column) => dot(column, new Array<number>(n).fill(1)));
    const resamples = [...everyResample(n)];
    const probabilities = resamples.map(({ probability }) => probability);
    const drawn = resamples.flatMap(({ weights }) => columns.map((column) => dot(column, weights)));
    const own = (i: number): number[] => resamples.map((_, draw) => drawn[draw * places.length + i]);
    const mass = (that: (draw: number) => boolean): number =>
      probabilities.reduce((sum, p, draw) => (that(draw) ? sum + p : sum), 0);

    const rows = summariseRanks({ totals, drawn, probabilities, level: 0.95 });
    const products = columns.flatMap((x) => columns.map((y) => dot(x, y)));
    const deviations = standardErrors(shareCovariance(totals, products, n));
    const ranks = resamples.map((_, draw) =>
      competitionRanks(drawn.slice(draw * places.length, (draw + 1) * places.length)),
    );
    const of = <T>(value: (i: number) => T): ByPlace<T> =>
      Object.fromEntries(places.map((place, i) => [place, value(i)]));
    const all =
      (value: (i: number) => unknown) =>
      (due: ByPlace<unknown>, key: string): void =>
        close(of(value), due, tolerance.abs, key);
    /** Checks P(first beats or ties second), the two places named in the key. */
    const compare =
      (sign: number, pattern: RegExp) =>
      (due: number, key: string): void => {
        const [i, j] = pattern
          .exec(key)!
          .slice(1)
          .map((place) => places.indexOf(place));
        close(
          mass((draw) => Math.sign(own(i)[draw] - own(j)[draw]) === sign),
          due,
          tolerance.abs,
          key,
        );
      };
    eachKey(expected, {
      point_total: all((i) => totals[i]),
      bootstrap_sd_exact: all((i) =>
        Math.sqrt(own(i).reduce((sum, x, draw) => sum + probabilities[draw] * (x - totals[i]) ** 2, 0)),
      ),
      analytic_sd: all((i) => deviations[i]),
      interval95_type1: all((i) => {
        const { low, high } = percentileInterval(own(i), 0.95, probabilities);
        return [low, high];
      }),
      rank_interval95: all((i) => [rows[i].low, rows[i].high]),
      expected_rank: all((i) => rows[i].mean),
      P_rank: (due: ByPlace<ByPlace<number>>) => {
        for (const [i, place] of places.entries()) {
          close(rows[i].first, due[place]['1'], tolerance.abs);
          for (const [rank, probability] of Object.entries(due[place]))
            close(
              mass((draw) => ranks[draw][i] === Number(rank)),
              probability,
              tolerance.abs,
              place,
            );
        }
        expect(Object.keys(due)).toEqual(places);
      },
      ...Object.fromEntries(
        places.flatMap((a) =>
          places.flatMap((b) => [
            [`P_${a}_beats_${b}`, compare(1, /^P_(.)_beats_(.)$/)],
            [`P_tie_${a}${b}`, compare(0, /^P_tie_(.)(.)$/)],
          ]),
        ),
      ),
    });
  },
};
