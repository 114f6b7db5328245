import { baselineOf } from '../field-table/baseline.ts';
import { fieldNames, type FieldLevel } from '../field-table/level.ts';
import { unitSums } from '../field-table/sums.ts';
import type { Population } from '../population/population.ts';
import { type FieldQuotient, fieldQuotients } from '../specialisation/quotients.ts';
import { specialisationParams } from '../specialisation/question.ts';
import type { CompareParams, CompareRow } from './question.ts';
import { type Comparison, rowOf } from './subjects.ts';
import { UNIT } from './texts.ts';

/** The level of fields that are compared: the one asked for, or one below the field of the works. */
function levelOf({ of }: Pick<CompareParams, 'of'>, { field }: Population): FieldLevel {
  if (of !== null) return of;
  const below = { domain: 'field', field: 'subfield', subfield: 'topic', topic: 'topic' } as const;
  return field === null ? 'field' : below[field.level];
}

/**
 * Location quotients against all cities, as `specialisation` has them, in the strongest fields of each place: those in
 * which it has Share enough and whose quotient is surest to be high. Each of these fields for all places.
 */
export async function fieldRows(comparison: Comparison): Promise<CompareRow[]> {
  const { observatory, population, given, subjects } = comparison;
  const level = levelOf(given, population);
  const places = subjects.map(({ name }) => name);
  const cities = subjects.flatMap((subject) => subject.cities);
  const baseline = await baselineOf(observatory, 'world', places, cities);
  const names = await fieldNames(observatory, level);
  const members = new Map(subjects.map(({ name, cities: own }) => [name.id, own]));
  const sums = await unitSums(observatory, population, level, baseline, members);
  const quotients = subjects.map(
    ({ name }) =>
      new Map(fieldQuotients(sums, name.id, population.works, given.level).map((one) => [one.field, one])),
  );
  const strongest = [...new Set(quotients.flatMap((own) => strongestOf([...own.values()], given.top)))];
  return strongest.flatMap((field) =>
    subjects.map(({ name }, i) => {
      const { quotient, interval, reason, share, works } = quotients[i].get(field)!;
      const named = names.get(field);
      const what = {
        id: `field-${field}`,
        en: named?.name ?? field,
        zh: named?.nameZh ?? named?.name ?? field,
      };
      return rowOf('fields', what, name, {
        value: quotient,
        interval,
        unit: UNIT.quotient,
        reason,
        note: {
          en: `Share ${share.toFixed(1)}, ${works} works`,
          zh: `份额${share.toFixed(1)}，${works}篇`,
        },
      });
    }),
  );
}

/** Above 1 with Share enough, by the lower end of the interval, as `specialisation` orders them. */
function strongestOf(quotients: readonly FieldQuotient[], top: number): string[] {
  const { threshold, least } = specialisationParams.parse({});
  const low = ({ interval }: FieldQuotient): number => interval?.[0] ?? -Infinity;
  return quotients
    .filter(({ quotient, share }) => quotient !== null && quotient >= threshold && share >= least)
    .sort((a, b) => low(b) - low(a) || Number(a.field) - Number(b.field))
    .slice(0, top)
    .map(({ field }) => field);
}
