import { expect } from 'vitest';
import { dbscan, dbscanSphere } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { eachKey, numbers, type Columns } from '../reference.ts';

interface Due {
  readonly labels: readonly number[];
  readonly core: readonly (boolean | number)[];
}

interface Settings {
  readonly radius: number;
  readonly minimum: number;
}

/** Of two digits that do not end in 0, as in eps15, the second is a tenth; in kilometres numbers are what they say. */
function settingsOf(name: string, globe: boolean): Settings {
  const [, eps, minimum] = /^eps([\d.]+)(?:km)?_min([\d.]+)$/.exec(name)!;
  const tenths = !globe && /^\d[1-9]$/.test(eps);
  return { radius: tenths ? Number(eps) / 10 : Number(eps), minimum: Number(minimum) };
}

/** Clusters of a table of points, under each radius and minimum that `expected` names, as in eps15_min4. */
export const adapter: Adapter = {
  cases: /^dbscan-/,
  check({ inputs, params, expected }) {
    const table = inputs[0] as Columns;
    const named = (...names: string[]): string | undefined =>
      names.find((name) => Object.hasOwn(table, name));
    const [latitude, longitude] = [named('lat', 'latitude'), named('lon', 'lng', 'longitude')];
    const weight = named('weight', 'w');
    const globe = latitude !== undefined && longitude !== undefined;
    const check = (due: Due, name: string, { radius, minimum }: Settings): void => {
      const options = { minimum, ...(weight !== undefined && { weights: numbers(table, weight) }) };
      const own = globe
        ? dbscanSphere(numbers(table, latitude), numbers(table, longitude), radius, options)
        : dbscan(numbers(table, 'x'), numbers(table, 'y'), radius, options);
      eachKey(due, {
        core: (core: readonly (boolean | number)[]) =>
          expect(Array.from(own.core), name).toEqual(core.map(Number)),
        labels: (labels: readonly number[]) => {
          // Noise exactly; cores up to the names of clusters; a border with the cluster of any core.
          expect(Array.from(own.labels, (label) => label < 0)).toEqual(labels.map((label) => label < 0));
          const names = new Map<number, number>();
          for (const [i, label] of labels.entries()) {
            if (own.core[i] === 0) continue;
            if (!names.has(own.labels[i])) names.set(own.labels[i], label);
            expect(names.get(own.labels[i]), `${name}, point ${i}`).toBe(label);
          }
          expect(new Set(names.values()).size, name).toBe(names.size);
        },
      });
    };
    if (Object.hasOwn(expected as object, 'labels')) {
      const { eps, min_samples } = params as { eps: number; min_samples: number };
      check(expected as Due, 'all', { radius: eps, minimum: min_samples });
    } else
      eachKey(
        expected,
        Object.fromEntries(
          Object.keys(expected as object).map((name) => [
            name,
            (due: Due): void => check(due, name, settingsOf(name, globe)),
          ]),
        ),
      );
  },
};
