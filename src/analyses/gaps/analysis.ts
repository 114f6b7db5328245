import { messages } from './messages.ts';
import { InputError, type Named } from '../../base/index.ts';
import { list, sql } from '../../engine/sql.ts';
import { least } from '../../measures/extremes.ts';
import { at, matrix, type Matrix } from '../../measures/index.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { kilometres } from '../../places/index.ts';
import { makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import { describeRegions } from '../places/definitions.ts';
import { gapsOf } from './found.ts';
import {
  type GapCity,
  type Gaps,
  type GapsParams,
  gapsParams,
  gapsResult,
  type GapsRow,
  gapsRow,
} from './question.ts';
import { membersOf } from '../collaboration/question.ts';
import { placeNames, resolvePlace } from '../places/names.ts';
import { Population } from '../population/population.ts';

export const gaps = defineAnalysis({
  id: 'gaps',
  title: { en: 'Gaps', zh: '短板' },
  summary: 'Fields that a place lacks, and cities that have them',
  description: {
    en: 'Subfields that are strong elsewhere in its nation and that a place lacks, how related they are to its specialisations, and which cities have them.',
    zh: '一个地点相对本国其他城市所缺的子领域，与其已有专长的关联程度，以及哪个城市能够补足。',
  },
  params: gapsParams,
  argument: 'region',
  example: { region: 'yrd_41' },
  result: gapsResult,
  columns: columnsOf<typeof gapsRow, Gaps>(gapsRow, [
    { of: 'field', asideId: true },
    'share',
    'due',
    'quotient',
    'density',
    'specialised',
    { of: 'nearest', nameAlone: true },
    { id: 'km', title: { en: 'km', zh: '公里' }, digits: 0, value: ({ nearest }) => nearest.km },
    { of: 'strongest', nameAlone: true },
    {
      id: 'strongestShare',
      title: { en: 'its Share', zh: '其份额' },
      digits: 2,
      value: ({ strongest }) => strongest.share,
    },
  ]),
  findings: ({ place, nation, completing }: Gaps) => [
    messages.compared({ place, nation }),
    ...(completing.length === 0 ? [] : [messages.completing({ cities: completing })]),
  ],
  run,
});

/** So many cities are named as completing the place. */
const COMPLETING = 3;

interface City {
  readonly id: string;
  readonly nation: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

async function run(
  observatory: Observatory,
  { region, years, least, below, top }: GapsParams,
): Promise<Gaps> {
  const population = await Population.of(observatory, { years, field: null, sector: null });
  const place = await resolvePlace(observatory, region, ['city', 'province', 'region']);
  const members = (await membersOf(observatory, [place], [])).get(place.id)!;
  const cities = await observatory.query<City>(
    sql`SELECT place AS id, nation, latitude, longitude FROM places WHERE kind = 'city' ORDER BY place`,
  );
  const own = cities.filter(({ id }) => members.includes(id));
  const nations = [...new Set(own.map(({ nation }) => nation))];
  const [nation] = nations;
  if (nations.length !== 1 || nation === null)
    throw new InputError(messages.severalNations({ place, nations: nations.length }));
  const others = cities.filter((city) => city.nation === nation && !members.includes(city.id));
  const shares = await sharesOf(
    observatory,
    population,
    place.id,
    members,
    others.map(({ id }) => id),
  );
  const names = await namesOf(observatory);
  const cityNames = await placeNames(observatory, [nation, ...others.map(({ id }) => id)]);
  const distance = distancesTo(own, others);
  const found = gapsOf(shares, place.id, { least, below });
  const named = (id: string): Named => ({
    name: cityNames.get(id)?.name ?? id,
    nameZh: cityNames.get(id)?.nameZh ?? null,
  });
  const cityOf = (id: string, j: number): GapCity => ({
    id,
    ...named(id),
    share: at(shares, shares.rows.indexOf(id), j),
    quotient: found.quotient(id, shares.columns[j])!,
    km: distance(id),
  });
  const rows = found.gaps.map(({ field, share, due, quotient, density, specialised }): GapsRow => {
    const j = shares.columns.indexOf(field);
    const able = specialised.map((id) => cityOf(id, j));
    const near = [...able].sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || (a.id < b.id ? -1 : 1));
    const strong = [...able].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
    const id = Number(field);
    return {
      field: { id, name: names.get(id)?.name ?? field, nameZh: names.get(id)?.nameZh ?? null },
      ...{ share, due, quotient, density, specialised: able.length, nearest: near[0], strongest: strong[0] },
    };
  });
  rows.sort((a, b) => b.due - b.share - (a.due - a.share) || a.field.id - b.field.id);
  const regions = await describeRegions(observatory, [place.id], []);
  return {
    rows: rows.slice(0, top),
    place: { id: place.id, name: place.name, nameZh: place.nameZh },
    nation: { id: nation, ...named(nation) },
    completing: found.completing
      .slice(0, COMPLETING)
      .map(({ id, added }) => ({ id, ...named(id), added, km: distance(id) })),
    about: makeAbout(observatory, population, {
      analysis: 'gaps',
      counting: messages.counting(),
      interval: null,
      definitions: regions.definitions,
      warnings: [...(found.hasShare ? [] : [messages.noShare()]), ...regions.warnings],
      notes: [messages.lacked({ below, least }), messages.density(), messages.chance(), ...regions.notes],
    }),
  };
}

/** Share of the place as one and of every other city, by subfield. */
async function sharesOf(
  observatory: Observatory,
  population: Population,
  id: string,
  members: readonly string[],
  others: readonly string[],
): Promise<Matrix> {
  const rows = await observatory.query<{ unit: string; subfield: number; share: number }>(sql`
    SELECT CASE WHEN o.city IN (${list(members)}) THEN ${id} ELSE o.city END AS unit, o.subfield,
      CAST(sum(o.share) AS DOUBLE) / ${WORK} AS share
    FROM city_output o WHERE o.subfield <> 0 AND o.city IN (${list([...members, ...others])})
      AND ${population.aggregateFilter('o')} GROUP BY 1, 2 ORDER BY 1, 2`);
  const units = [...new Set([id, ...rows.map(({ unit }) => unit)])];
  const fields = [...new Set(rows.map(({ subfield }) => String(subfield)))].sort();
  const values = new Float64Array(units.length * fields.length);
  const unitAt = new Map(units.map((unit, i) => [unit, i]));
  const fieldAt = new Map(fields.map((field, j) => [field, j]));
  for (const { unit, subfield, share } of rows)
    values[unitAt.get(unit)! * fields.length + fieldAt.get(String(subfield))!] = share;
  return matrix(units, fields, values);
}

/** Kilometres from the nearest city of the place. */
function distancesTo(own: readonly City[], others: readonly City[]): (id: string) => number | null {
  const byId = new Map(others.map((city) => [city.id, city]));
  return (id) => {
    const city = byId.get(id);
    if (city === undefined || city.latitude === null || city.longitude === null) return null;
    const { latitude, longitude } = city;
    const far = own.flatMap((one) =>
      one.latitude === null || one.longitude === null
        ? []
        : [kilometres(one.latitude, one.longitude, latitude, longitude)],
    );
    return far.length === 0 ? null : least(far);
  };
}

async function namesOf(observatory: Observatory): Promise<Map<number, Named>> {
  const rows = await observatory.query<{ id: number; name: string; nameZh: string | null }>(
    sql`SELECT id, coalesce(name, 'none') AS name, name_zh AS nameZh FROM fields WHERE level = 'subfield' ORDER BY id`,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
