import {
  coefficientOfVariation,
  gini,
  sigma,
  theilDecomposition,
  theilL,
  theilT,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

/** The columns of one amount over years, in the order of years: pcgdp1940, pcgdp1950, … */
export function yearsOf(table: Columns, name = 'pcgdp'): { year: string; amounts: number[] }[] {
  return Object.keys(table)
    .filter((column) => new RegExp(`^${name}\\d{4}$`).test(column))
    .map((column) => column.slice(name.length))
    .sort()
    .map((year) => ({ year, amounts: numbers(table, `${name}${year}`) }));
}

interface Group {
  readonly income_share: number;
  readonly T_within: number;
  readonly contribution_within: number;
  readonly contribution_between: number;
}

/** Indices of inequality of states over years, and their parts by region. */
export const adapter: Adapter = {
  cases: /^theil-/,
  check({ inputs, params, expected, tolerance }) {
    const table = inputs[0] as Columns;
    const years = yearsOf(table);
    const groups = table[(params.groups as string | undefined) ?? 'hanson98'];
    const parts = years.map(({ amounts }) => theilDecomposition(amounts, groups));
    const yearly =
      (of: (amounts: number[]) => { value: number | null }, by = tolerance.abs) =>
      (due: number[], key: string): void =>
        close(
          years.map(({ amounts }) => of(amounts).value),
          due,
          by,
          key,
        );
    const row = (year: string): number => years.findIndex((other) => other.year === year);
    /** The printed values have eight digits. */
    const PRINTED = 5e-9;
    const ofYear: Record<string, (due: never, key: string) => void> = {};
    for (const { year, amounts } of years) {
      const inGroups = theilDecomposition(amounts, groups, undefined, 'L');
      ofYear[`published_gini_${year}`] = (due) => close(gini(amounts).value, due, tolerance.abs);
      ofYear[`theil_L_between_within_${year}`] = (due, key) =>
        close([inGroups.between, inGroups.within], due, tolerance.abs, key);
      ofYear[`detail_${year}`] = (due: Readonly<Record<string, Group>>, key) => {
        const rows = parts[row(year)].groups!.map((one): [string, Group] => [
          one.group,
          {
            income_share: one.amount,
            T_within: one.inside.value!,
            contribution_within: one.within,
            contribution_between: one.between,
          },
        ]);
        close(Object.fromEntries(rows), due, tolerance.abs, key);
      };
    }
    eachKey(expected, {
      theil_T: yearly((x) => theilT(x)),
      theil_L: yearly((x) => theilL(x)),
      gini: yearly((x) => gini(x)),
      cv_pop: yearly((x) => coefficientOfVariation(x)),
      sigma_log_sd_sample: yearly((x) => sigma(x)),
      between: (due) =>
        close(
          parts.map(({ between }) => between),
          due,
          tolerance.abs,
        ),
      within: (due) =>
        close(
          parts.map(({ within }) => within),
          due,
          tolerance.abs,
        ),
      published_theil_T: yearly((x) => theilT(x), PRINTED),
      published_between: (due) =>
        close(
          parts.map(({ between }) => between),
          due,
          PRINTED,
        ),
      ...ofYear,
    });
  },
};
