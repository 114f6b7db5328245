import { expect } from 'vitest';
import { dbscan, dbscanSphere } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { eachKey, numbers, type Columns } from '../reference.ts';

interface Due {
  readonly labels: readonly number[];
  readonly core: readonly boolean[];
}

/** `eps15` is 1.5, `eps1` is 1, `eps100` is 100: two digits from 1 on that do not end in 0 are tenths. */
function decode(name: string): number {
  return /^\d\d$/.test(name) && !name.endsWith('0') ? Number(name) / 10 : Number(name);
}

/** Clusters of a table of points, `expected` naming radius and minimum as eps15_min4. */
export const adapter: Adapter = {
  cases: /^dbscan-/,
  check({ inputs, params, expected }) {
    const table = inputs[0] as Columns;
    const weighted = Object.hasOwn(table, 'weight') ? { weights: numbers(table, 'weight') } : {};
    const check = (due: Due, name: string): void => {
      const [, eps, minimum] = /^eps([\d.]+)_min([\d.]+)$/.exec(name)!;
      const radius = (params.eps as number | undefined) ?? decode(eps);
      const options = { minimum: Number(minimum), ...weighted };
      const own = Object.hasOwn(table, 'lat')
        ? dbscanSphere(numbers(table, 'lat'), numbers(table, 'lon'), radius, options)
        : dbscan(numbers(table, 'x'), numbers(table, 'y'), radius, options);
      eachKey(due, {
        core: (core: readonly boolean[]) =>
          expect(
            Array.from(own.core, (one) => one === 1),
            name,
          ).toEqual(core),
        labels: (labels: readonly number[]) => {
          // Noise exactly; cores up to the names of clusters; a border with any core's cluster.
          expect(Array.from(own.labels, (label) => label < 0)).toEqual(labels.map((label) => label < 0));
          const names = new Map<number, number>();
          for (const [i, label] of labels.entries()) {
            if (!due.core[i]) continue;
            if (!names.has(own.labels[i])) names.set(own.labels[i], label);
            expect(names.get(own.labels[i]), `${name}, point ${i}`).toBe(label);
          }
          expect(new Set(names.values()).size, name).toBe(names.size);
        },
      });
    };
    eachKey(expected, Object.fromEntries(Object.keys(expected as object).map((name) => [name, check])));
  },
};
