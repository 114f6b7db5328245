import { cross, pairs, type EstimateOptions, type Labels } from '../src/effects/index.ts';
import type { ReferenceCase } from './adapter.ts';
import { close, numbers, type Columns } from './reference.ts';

/** What stands in the columns of a table of flows, told by their names and by what they hold. */
export interface FlowTable {
  readonly table: Columns;
  readonly ends: readonly [string, string];
  readonly time: string;
  readonly outcome: string;
  /** Columns of numbers that are none of these, in their order. */
  readonly others: readonly string[];
}

const TIMES = /^(t|time|year|period)$/i;
const OUTCOMES = /^(y|flow|flows|trade|value|works|count)$/i;
const PAIRS = /^u?pair$/i;

/** @throws Error where ends, time or outcome are not found */
export function flowTable(input: unknown): FlowTable {
  const table = input as Columns;
  const names = Object.keys(table);
  const words = (name: string): boolean => table[name].some((cell) => Number.isNaN(Number(cell)));
  const [first, second] = names.filter((name) => words(name) && !PAIRS.test(name));
  const time = names.find((name) => TIMES.test(name));
  const outcome = names.find((name) => OUTCOMES.test(name));
  const found = { first, second, time, outcome } as Readonly<Record<string, string | undefined>>;
  for (const [what, name] of Object.entries(found))
    if (name === undefined) throw new Error(`no column for ${what} among ${names.join(', ')}`);
  const used = [first, second, time, outcome];
  return {
    table,
    ends: [first, second],
    time: time!,
    outcome: outcome!,
    others: names.filter((name) => !used.includes(name) && !words(name)),
  };
}

/** The labels of a column; of the product of several, `o#t`; of pairs where the table has no column of them. */
export function labelsOf({ table, ends }: FlowTable, term: string): Labels {
  return term
    .split('#')
    .map((name): Labels => {
      if (Object.hasOwn(table, name)) return table[name];
      const [first, second] = ends.map((end) => table[end]);
      if (name === 'pair') return cross(first, second);
      if (name === 'upair') return pairs({ first, second });
      throw new Error(`the case has no column ${name} for ${term}`);
    })
    .reduce((all, labels) => cross(all, labels));
}

/** Columns of numbers by their names. */
export function regressorsOf({ table }: FlowTable, names: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(names.map((name) => [name, numbers(table, name)]));
}

/**
 * How errors are made, by the key of `expected` that holds them: se_iid, se_hc0, se_robust, se_cluster_COLUMN, each
 * with _unadj or _fixest for another factor than that of ppmlhdfe. null for a key of something else.
 */
export function errorsOf(flows: FlowTable, key: string): Required<Omit<EstimateOptions, 'level'>> | null {
  const parts = /^se_(iid|hc0|robust|cluster_.+?)(_unadj|_fixest)?$/.exec(key);
  if (parts === null) return null;
  const kind = parts[1];
  const ending = parts.at(2);
  const factor =
    ending === '_unadj' || kind === 'hc0' ? 'none' : ending === '_fixest' ? 'fixest' : 'ppmlhdfe';
  if (kind === 'iid') return { errors: { kind }, factor };
  if (!kind.startsWith('cluster_')) return { errors: { kind: 'robust' }, factor };
  const column = kind.slice('cluster_'.length);
  return { errors: { kind: 'cluster', by: [{ name: column, of: labelsOf(flows, column) }] }, factor };
}

/** Tolerances a hundred times tighter than those of the case. */
export function tight({ tolerance }: ReferenceCase): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tolerance).map(([name, value]) => [name, value / 100]));
}

/** As `close`, the tolerance a part of what is due: of numbers, lists of them and records. */
export function closeBy(actual: unknown, due: unknown, part: number, where: string): void {
  if (typeof due !== 'object' || due === null) {
    close(actual, due, part * Math.abs(due as number), where);
    return;
  }
  close(Object.keys(actual as object).toSorted(), Object.keys(due).toSorted(), 0, `${where}, its keys`);
  for (const [key, value] of Object.entries(due))
    closeBy((actual as Record<string, unknown>)[key], value, part, `${where}, ${key}`);
}

/** Numbers in the shape of what is due: one alone, a list, or a record by name. */
export function shaped(values: Readonly<Record<string, number | null>>, due: unknown): unknown {
  if (typeof due === 'number') return Object.values(values)[0];
  return Array.isArray(due) ? Object.values(values) : values;
}

/** Half a unit of the last digit that was printed. */
export function printed(value: number): number {
  const digits = String(value).split('.')[1] as string | undefined;
  return 0.5 * 10 ** -(digits?.length ?? 0) * (1 + 1e-6);
}
