import { list, sql } from '../../engine/sql.ts';
import { normalInterval } from '../../measures/index.ts';
import { type Observatory, type Resident, WORK } from '../../observatory/index.ts';
import { allFields } from '../population/field.ts';
import { gather, standardErrors } from '../output/rank-neighbourhood.ts';
import { outputs, type UnitChoice, type YearOutput } from '../output/output.ts';
import { allNames, type PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import type { ProfileRow } from './question.ts';
import type { Cells } from '../in-memory/cells.ts';
import { residentShare, residentSubfields, residentUnlocated, residentYears } from '../in-memory/of-place.ts';
import { named, UNIT, wordsOf } from './texts.ts';

export interface ProfileContext {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly place: PlaceName;
  readonly level: number;
  readonly top: number;
}

export function choiceOf({ id, kind }: PlaceName): UnitChoice {
  const kinds = { city: 'cities', province: 'provinces', nation: 'nations', region: 'regions' } as const;
  return { kinds: [kinds[kind]], definitions: kind === 'region' ? [id] : null, adHoc: [] };
}

export async function yearlyOutput({
  observatory,
  population,
  place,
}: ProfileContext): Promise<YearOutput[]> {
  const { resident } = observatory;
  if (resident !== null && population.cells !== null) return residentYears(resident, population.cells, place);
  const rows = await outputs(observatory, population, choiceOf(place));
  return rows.filter(({ unit }) => unit === place.id);
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
  const { observatory, population, level } = context;
  if (!population.aggregated) return [];
  const kept = observatory.resident;
  const found =
    kept === null || population.cells === null
      ? await fieldSums(context)
      : await keptFieldSums(context, kept, population.cells);
  return found.map(({ id, name, nameZh, share, count, squares }): ProfileRow => {
    const variance = squares - share ** 2 / population.works;
    const rounding = count * 2 ** -31 + 1e-14 * squares;
    return {
      section: 'fields',
      key: String(id),
      ...wordsOf({
        name: name === null ? null : named({ name, nameZh }),
        unit: UNIT.share,
        note: { en: `${count} works`, zh: `${count}篇成果` },
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

/** From tables in memory, as `fieldSums` has them from the files. */
async function keptFieldSums(
  { observatory, population, place, top }: ProfileContext,
  kept: Resident,
  cells: Cells,
): Promise<FieldSum[]> {
  const rows = await allFields(observatory);
  const subfields = new Map(rows.filter(({ level }) => level === 'subfield').map((row) => [row.id, row]));
  const level = population.field === null ? 'field' : 'subfield';
  const fields = new Map(rows.filter((row) => row.level === level).map((row) => [row.id, row]));
  const sums = new Map<number, FieldSum>();
  for (const { subfield, share, count, shareSquared } of residentSubfields(kept, cells, place)) {
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

function fieldSums({ observatory, population, place, top }: ProfileContext): Promise<FieldSum[]> {
  const inside = population.field === null ? sql`s.parent` : sql`s.id`;
  const table = place.kind === 'city' ? sql`city_output` : sql`region_output`;
  const column = place.kind === 'city' ? sql`o.city` : sql`o.place`;
  return observatory.query<FieldSum>(sql`
    SELECT f.id, f.name, f.name_zh AS nameZh, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
      CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS squares
    FROM ${table} o JOIN fields s ON s.level = 'subfield' AND s.id = o.subfield
    JOIN fields f ON f.level = ${population.field === null ? 'field' : 'subfield'} AND f.id = ${inside}
    WHERE ${column} = ${place.id} AND ${population.aggregateFilter('o')}
    GROUP BY f.id, f.name, f.name_zh ORDER BY share DESC, f.id LIMIT ${top}`);
}

/** Share that no city got, in the countries of the place's cities: what might be its own. */
export async function unlocatedRows(
  { observatory, population }: ProfileContext,
  cities: readonly string[],
): Promise<ProfileRow[]> {
  if (!population.aggregated) return [];
  const names = await allNames(observatory);
  const countries = [...new Set(cities.flatMap((city) => names.get(city)?.country ?? []))].sort();
  const located = await locatedShare(observatory, population, countries);
  const found = await unlocatedShares(observatory, population, countries);
  const all = found.reduce((sum, { share }) => sum + share, located);
  return found.map(({ reason, share }) => ({
    section: 'unlocated' as const,
    key: reason,
    ...wordsOf({
      name: { en: countries.join(', '), zh: countries.join('、') },
      unit: UNIT.share,
      note: {
        en: `${((share / all) * 100).toFixed(1)} % of the Share known to be of ${countries.join(', ')}`,
        zh: `已知属于${countries.join('、')}的份额的${((share / all) * 100).toFixed(1)} %`,
      },
    }),
    value: share,
    interval: null,
    source: null,
  }));
}

async function unlocatedShares(
  observatory: Observatory,
  population: Population,
  countries: readonly string[],
): Promise<{ reason: string; share: number }[]> {
  const { resident } = observatory;
  if (resident !== null && population.cells !== null)
    return residentUnlocated(resident, population.cells, countries);
  return observatory.query<{ reason: string; share: number }>(sql`
    SELECT u.reason, CAST(sum(u.share) AS DOUBLE) / ${WORK} AS share FROM unlocated u
    WHERE u.country IN (${list(countries)}) AND ${population.aggregateFilter('u')}
    GROUP BY u.reason ORDER BY share DESC, u.reason`);
}

function ends(value: number, error: number, level: number): readonly [number, number] | null {
  const { low, high } = normalInterval(value, error, level);
  return low === null ? null : [Math.max(0, low), high];
}

/** Share that the cities of some countries got, in works. */
async function locatedShare(
  observatory: Observatory,
  population: Population,
  countries: readonly string[],
): Promise<number> {
  if (observatory.resident !== null && population.cells !== null) {
    const cities = [...(await allNames(observatory)).values()].filter(
      ({ kind, country }) => kind === 'city' && country !== null && countries.includes(country),
    );
    return residentShare(
      observatory.resident,
      population.cells,
      cities.map(({ id }) => id),
    );
  }
  const rows = await observatory.query<{ share: number }>(sql`
    SELECT CAST(coalesce(sum(o.share), 0) AS DOUBLE) / ${WORK} AS share FROM city_output o JOIN places p ON p.place = o.city
    WHERE p.country IN (${list(countries)}) AND ${population.aggregateFilter('o')}`);
  return rows.at(0)?.share ?? 0;
}
