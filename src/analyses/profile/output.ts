import { normalInterval } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { YearOutput } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { allFields } from '../population/field.ts';
import { gather, standardErrors } from '../output/rank-neighbourhood.ts';
import { allNames, type PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import type { ProfileRow } from './question.ts';
import { named, UNIT, wordsOf } from './texts.ts';

export interface ProfileContext {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly place: PlaceName;
  readonly level: number;
  readonly top: number;
}

export function yearlyOutput({ observatory, population, place }: ProfileContext): Promise<YearOutput[]> {
  return aggregatesOf(observatory, population).placeOutputs(place);
}

/** Output of every year that has works, by one counting, with intervals for that year's number of works. */
export function outputRows(
  { population, level }: ProfileContext,
  rows: readonly YearOutput[],
  by: 'share' | 'count',
): ProfileRow[] {
  return [...population.worksByYear].map(([year, works]): ProfileRow => {
    const own = rows.filter((row) => row.year === year);
    const one = new Map([[year, 1]]);
    const [error] = standardErrors(gather(own, one, by), by, own, population, one);
    const value = own.at(0)?.[by] ?? 0;
    return {
      section: by,
      key: String(year),
      ...wordsOf({ unit: UNIT.works, note: { en: `of ${works}`, zh: `共${works}篇` } }),
      value,
      interval: own.length === 0 ? null : ends(value, error, level),
      source: null,
    };
  });
}

/** The fields (inside a field, the subfields) in which the place has most Share. */
export async function fieldRows(context: ProfileContext): Promise<ProfileRow[]> {
  const { population, level } = context;
  if (!population.aggregated) return [];
  const found = await fieldSums(context);
  return found.map(({ id, name, nameZh, share, count, squares }): ProfileRow => {
    const variance = squares - share ** 2 / population.works;
    const rounding = count * 2 ** -31 + 1e-14 * squares;
    return {
      section: 'fields',
      key: String(id),
      ...wordsOf({
        name: name === null ? null : named({ name, nameZh }),
        unit: UNIT.share,
        note: { en: `${count} works`, zh: `${count}篇论文` },
      }),
      value: share,
      interval: ends(share, variance <= rounding ? 0 : Math.sqrt(variance), level),
      source: null,
    };
  });
}

/** Output of a place in a field. */
interface FieldSum {
  readonly id: number;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly share: number;
  readonly count: number;
  readonly squares: number;
}

/** From output by subfield; what has no field is left out. */
async function fieldSums({ observatory, population, place, top }: ProfileContext): Promise<FieldSum[]> {
  const rows = await allFields(observatory);
  const subfields = new Map(rows.filter(({ level }) => level === 'subfield').map((row) => [row.id, row]));
  const level = population.field === null ? 'field' : 'subfield';
  const fields = new Map(rows.filter((row) => row.level === level).map((row) => [row.id, row]));
  const sums = new Map<number, FieldSum>();
  const own = await aggregatesOf(observatory, population).subfieldOutputs(place);
  for (const { subfield, share, count, shareSquared } of own) {
    const below = subfields.get(subfield);
    const field = fields.get((population.field === null ? below?.parent : below?.id) ?? NaN);
    if (field === undefined) continue;
    const { id, name, name_zh: nameZh } = field;
    const sum = sums.get(id) ?? { share: 0, count: 0, squares: 0 };
    sums.set(id, {
      ...{ id, name, nameZh },
      share: sum.share + share,
      count: sum.count + count,
      squares: sum.squares + shareSquared,
    });
  }
  return [...sums.values()].sort((a, b) => b.share - a.share || a.id - b.id).slice(0, top);
}

/** Share that no city got, in the countries of the place's cities: what might be its own. */
export async function unlocatedRows(
  { observatory, population }: ProfileContext,
  cities: readonly string[],
): Promise<ProfileRow[]> {
  if (!population.aggregated) return [];
  const names = await allNames(observatory);
  const countries = [...new Set(cities.flatMap((city) => names.get(city)?.country ?? []))].sort();
  const aggregates = aggregatesOf(observatory, population);
  const located = await aggregates.locatedShare(countries);
  const found = await aggregates.unlocatedShares(countries);
  const all = found.reduce((sum, { share }) => sum + share, located);
  return found.map(({ reason, share }) => ({
    section: 'unlocated' as const,
    key: reason,
    ...wordsOf({
      name: { en: countries.join(', '), zh: countries.join('、') },
      unit: UNIT.share,
      note: {
        en: `${((share / all) * 100).toFixed(1)}% of the Share known to be of ${countries.join(', ')}`,
        zh: `已知属于${countries.join('、')}的份额的${((share / all) * 100).toFixed(1)}%`,
      },
    }),
    value: share,
    interval: null,
    source: null,
  }));
}

function ends(value: number, error: number, level: number): readonly [number, number] | null {
  const { low, high } = normalInterval(value, error, level);
  return low === null ? null : [Math.max(0, low), high];
}
