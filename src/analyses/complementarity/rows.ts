import { at, completingFields, type Matrix } from '../../measures/index.ts';
import type { FieldName } from '../field-table/level.ts';
import { round, rounded } from '../field-table/round.ts';
import type { Completions } from './pairs.ts';
import type { CompletingField, ComplementarityParams, Completion } from './question.ts';

/** What rows are made of. */
export interface Table {
  readonly m: Matrix;
  readonly phi: Matrix | null;
  readonly found: Completions;
  /** Location quotients of the cities of m, and of others. */
  readonly quotients: Matrix;
  /** Whether one city has clearly more of a field than the baseline and another clearly less; null where all are named. */
  readonly apart: ((giver: string, receiver: string, field: string) => boolean) | null;
  readonly names: ReadonlyMap<string, FieldName>;
  /** Fields named in each direction: those in which the receiver has a quotient below the threshold. */
  readonly named: number;
  readonly threshold: number;
}

/** What the giver would bring to the receiver, with the fields that bring most; its interval is not known here. */
export function completionOf(table: Table, receiver: string, giver: string): Omit<Completion, 'interval'> {
  const { value, reason } = table.found.value(receiver, giver);
  if (value === null) return { value, percentile: null, fields: [], reason };
  return {
    value: round(value),
    percentile: rounded(table.found.percentile(receiver, giver)),
    fields: fieldsOf(table, receiver, giver),
    reason,
  };
}

function fieldsOf(
  { m, phi, quotients, apart, names, named, threshold }: Table,
  receiver: string,
  giver: string,
): CompletingField[] {
  const { matrix: added } = completingFields(m, phi!, receiver, { ownField: 'out' });
  const row = added.rows.indexOf(giver);
  const quotient = (city: string, field: string): number =>
    at(quotients, quotients.rows.indexOf(city), quotients.columns.indexOf(field));
  return added.columns
    .map((field, j) => ({ field, added: at(added, row, j) }))
    .filter((one) => one.added > 0 && quotient(receiver, one.field) < threshold * (1 - 1e-12))
    .filter((one) => apart === null || apart(giver, receiver, one.field))
    .sort((x, y) => y.added - x.added || Number(x.field) - Number(y.field))
    .slice(0, named)
    .map(({ field, added: value }) => ({
      field: names.get(field) ?? { id: Number(field), name: field, nameZh: null },
      giver: round(quotient(giver, field)),
      receiver: round(quotient(receiver, field)),
      added: round(value),
    }));
}

/** Pairs by the mean of what they would bring each other, or of how it stands among partners of like diversity; unknown last. */
export function ordered(
  pairs: readonly (readonly [string, string])[],
  found: Completions,
  { by }: Pick<ComplementarityParams, 'by'>,
): (readonly [string, string])[] {
  const mean = (x: number | null, y: number | null): number => (x === null || y === null ? -1 : (x + y) / 2);
  return pairs
    .map((pair, k) => {
      const [a, b] = pair;
      const value = mean(found.value(a, b).value, found.value(b, a).value);
      const percentile = by === 'value' ? 0 : mean(found.percentile(a, b), found.percentile(b, a));
      return { pair, k, value, percentile };
    })
    .sort((x, y) => y.percentile - x.percentile || y.value - x.value || x.k - y.k)
    .map(({ pair }) => pair);
}
