import { list, sql } from '../engine/sql.ts';
import { normalInterval } from '../measures/index.ts';
import { type Observatory, WORK } from '../observatory/index.ts';
import { gather, standardErrors } from './joint.ts';
import { outputs, type UnitChoice, type YearOutput } from './output.ts';
import type { PlaceName } from './place-names.ts';
import type { Population } from './population.ts';
import type { ProfileRow } from './profile-question.ts';
import { named, UNIT, wordsOf } from './profile-texts.ts';

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
  const { observatory, population, place, level, top } = context;
  if (!population.aggregated) return [];
  const inside = population.field === null ? sql`s.parent` : sql`s.id`;
  const table = place.kind === 'city' ? sql`city_output` : sql`region_output`;
  const column = place.kind === 'city' ? sql`o.city` : sql`o.place`;
  const found = await observatory.query<{
    id: number;
    name: string | null;
    nameZh: string | null;
    share: number;
    count: number;
    squares: number;
  }>(sql`
    SELECT f.id, f.name, f.name_zh AS nameZh, CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share,
      CAST(sum(o.count) AS BIGINT) AS count, CAST(sum(o.share_squared) AS DOUBLE) / ${WORK} AS squares
    FROM ${table} o JOIN fields s ON s.level = 'subfield' AND s.id = o.subfield
    JOIN fields f ON f.level = ${population.field === null ? 'field' : 'subfield'} AND f.id = ${inside}
    WHERE ${column} = ${place.id} AND ${population.aggregateFilter('o')}
    GROUP BY f.id, f.name, f.name_zh ORDER BY share DESC, f.id LIMIT ${top}`);
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

/** Share that no city got, in the countries of the place's cities: what might be its own. */
export async function unlocatedRows(
  { observatory, population }: ProfileContext,
  cities: readonly string[],
): Promise<ProfileRow[]> {
  if (!population.aggregated) return [];
  const countries = (
    await observatory.query<{ country: string }>(
      sql`SELECT DISTINCT country FROM places WHERE place IN (${list(cities)}) AND country IS NOT NULL ORDER BY country`,
    )
  ).map(({ country }) => country);
  const located = await observatory.query<{ share: number }>(sql`
    SELECT CAST(coalesce(sum(o.share), 0) AS DOUBLE) / ${WORK} AS share FROM city_output o JOIN places p ON p.place = o.city
    WHERE p.country IN (${list(countries)}) AND ${population.aggregateFilter('o')}`);
  const found = await observatory.query<{ reason: string; share: number }>(sql`
    SELECT u.reason, CAST(sum(u.share) AS DOUBLE) / ${WORK} AS share FROM unlocated u
    WHERE u.country IN (${list(countries)}) AND ${population.aggregateFilter('u')}
    GROUP BY u.reason ORDER BY share DESC, u.reason`);
  const all = found.reduce((sum, { share }) => sum + share, located.at(0)?.share ?? 0);
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

function ends(value: number, error: number, level: number): readonly [number, number] | null {
  const { low, high } = normalInterval(value, error, level);
  return low === null ? null : [Math.max(0, low), high];
}
