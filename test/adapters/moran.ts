import {
  geary,
  getisOrd,
  lisa,
  moran,
  spatialWeights,
  standardiseRows,
  type LocalMoranOptions,
  type Quantity,
  type SpatialStatistic,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

/** Moran's I, Geary's C, Getis-Ord G and local I of a table with a column of neighbours, as R's spdep has them. */
export const adapter: Adapter = {
  cases: /^moran-/,
  check({ inputs, params, expected, tolerance }) {
    const table = inputs[0] as Columns;
    const ids = table.id;
    const lists = table.neighbours.map((list) =>
      list
        .split(/\s+/)
        .filter((id) => id !== '')
        .map((id) => ids.indexOf(id)),
    );
    const binary = spatialWeights(lists);
    const w = params.style === 'B' ? binary : standardiseRows(binary);
    // The variable stands after the ids where the case does not name it.
    const [, first] = Object.keys(table);
    const values = numbers(table, (params.variable as string | undefined) ?? first);
    const defined = <T>(result: T): Exclude<T, { readonly code: string }> => {
      if (typeof result === 'object' && result !== null && 'code' in result) throw new Error('undefined');
      return result as Exclude<T, { readonly code: string }>;
    };
    const i: SpatialStatistic = defined(moran(values, w));
    const c: SpatialStatistic = defined(geary(values, w));
    const local = (options: LocalMoranOptions) => defined(lisa(values, w, options));
    const is =
      (of: () => unknown) =>
      (due: unknown, key: string): void =>
        close(of(), due, tolerance.abs, key);
    const list = (of: 'value' | 'expected' | 'variance' | 'z', options: LocalMoranOptions) =>
      is(() => local(options).map((row) => (row[of] satisfies Quantity).value));
    const moments =
      (options: LocalMoranOptions) =>
      (due: unknown): void =>
        eachKey(due, {
          E: list('expected', options),
          V: list('variance', options),
          Z: list('z', options),
        });
    eachKey(expected, {
      I: is(() => i.value),
      EI: is(() => i.expected),
      VI_rand: is(() => i.randomisation.variance),
      z_rand: is(() => i.randomisation.z.value),
      p_rand: is(() => i.randomisation.p.value),
      VI_norm: is(() => i.normality.variance),
      z_norm: is(() => i.normality.z.value),
      p_norm: is(() => i.normality.p.value),
      gearyC: is(() => c.value),
      gearyE: is(() => c.expected),
      gearyV: is(() => c.randomisation.variance),
      gearyV_norm: is(() => c.normality.variance),
      gearyZ: is(() => c.randomisation.z.value),
      gearyP: is(() => c.randomisation.p.value),
      G: is(() => defined(getisOrd(values, w)).value),
      EG: is(() => defined(getisOrd(values, w)).expected),
      VG: is(() => defined(getisOrd(values, w)).randomisation.variance),
      Ii: list('value', { secondMoment: 'n' }),
      Ii_esda: list('value', { secondMoment: 'n-1' }),
      quadr: (due: readonly string[]) =>
        close(
          local({}).map(({ quadrant }) => quadrant),
          due.map((quadrant) => quadrant.toLowerCase()),
          0,
        ),
      Ii_total_randomisation: moments({ chance: 'total' }),
      Ii_conditional: moments({ chance: 'conditional' }),
    });
  },
};
