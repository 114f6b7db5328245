import { z } from 'zod';
import { sql } from '../engine/sql.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { makeAbout } from './about.ts';
import { defineAnalysis, type Result } from './analysis.ts';
import {
  COUNTING_COLUMN,
  COUNTING_NAMES,
  COUNTING_TEXT,
  type LinkFilter,
  type PairSums,
  pick,
} from './link-counting.ts';
import { Expectation, type LinkGroup, type ObservedExpected } from './link-expected.ts';
import { citiesOf, setLink, topPairs } from './link-pairs.ts';
import { adHocRegions, field, level, sector, years } from './params.ts';
import { Population } from './population.ts';
import { placeNames, type PlaceName, resolveAdHoc, resolvePlace } from './units.ts';

/** Under so many joint works a ratio says little, and the row says so. */
const FEW_JOINT_WORKS = 10;

export interface LinkRow {
  readonly a: PlaceName;
  readonly b: PlaceName;
  /** Joint works under the filters, whatever the counting. */
  readonly works: number;
  /** Every counting, in works. */
  readonly full: number;
  readonly fractional: number;
  readonly partner: number;
  readonly score: number;
  /** The chosen counting without co-affiliation, and with works above the author cap; null where tables cannot say. */
  readonly withoutCoaffiliation: number | null;
  readonly withCapped: number;
  /** On weight 1/(k−1). */
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  /** Why there is no expectation or ratio. */
  readonly reason: string | null;
  readonly fewWorks: boolean;
}

export interface Links extends Result<LinkRow> {
  /** For a region: its inside against what its cities' collaboration makes likely. */
  readonly intra: (ObservedExpected & { readonly place: PlaceName; readonly cities: number }) | null;
}

const params = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .describe('Pairs of this place; for a province, nation or region the pairs inside it'),
  with: z.string().nullable().default(null).describe('The other place: only this pair'),
  region: adHocRegions,
  kind: z
    .enum(['city', 'province', 'nation', 'region'])
    .nullable()
    .default(null)
    .describe('Pairs of what; cities where left out'),
  rows: z
    .enum(['inside', 'partners'])
    .nullable()
    .default(null)
    .describe('For a province, nation or region: pairs of cities inside it, or its partners of its kind'),
  years,
  field,
  sector: sector.describe('Only institutions of this ROR type; two types ask for pairs with one end of each'),
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .describe('Counting that orders the rows: full, fractional 1/C(k,2), partner 1/(k−1), score'),
  coaffiliation: z
    .boolean()
    .default(true)
    .describe('Whether people with two hats count as two places meeting'),
  capped: z.boolean().default(false).describe('Whether works above the author cap count'),
  top: z.int().min(1).max(1000).default(20).describe('Rows shown'),
  level,
});
export type LinksParams = z.output<typeof params>;

const number = (
  title: [string, string],
  digits: number,
  id: string,
  value: (row: LinkRow) => number | null,
) => ({ id, title: { en: title[0], zh: title[1] }, digits, value });

export const links = defineAnalysis({
  id: 'links',
  title: { en: 'Links', zh: '合作' },
  description: {
    en: 'Works that places share, under every counting, against what their sizes make likely; and how much of a region’s collaboration stays inside it.',
    zh: '地点之间共同发表的论文（多种计数方式），与按规模应有的期望值相比；以及区域内部合作的比重。',
  },
  params,
  columns: [
    { id: 'a', title: { en: 'Place', zh: '地点' }, value: (row: LinkRow) => row.a.name },
    { id: 'aId', title: { en: 'Id', zh: '编号' }, value: (row: LinkRow) => row.a.id },
    { id: 'b', title: { en: 'With', zh: '合作地点' }, value: (row: LinkRow) => row.b.name },
    { id: 'bId', title: { en: 'Id (with)', zh: '合作地点编号' }, value: (row: LinkRow) => row.b.id },
    number(['Full', '整数计数'], 0, 'full', (row) => row.full),
    number(['1/C(k,2)', '1/C(k,2)'], 1, 'fractional', (row) => row.fractional),
    number(['1/(k−1)', '1/(k−1)'], 1, 'partner', (row) => row.partner),
    number(['Score', '合作得分'], 1, 'score', (row) => row.score),
    number(['without co-aff.', '不含双重署名'], 1, 'withoutCoaffiliation', (row) => row.withoutCoaffiliation),
    number(['with capped', '含超大团队'], 1, 'withCapped', (row) => row.withCapped),
    number(['Expected', '期望值'], 1, 'expected', (row) => row.expected),
    number(['Obs/exp', '观测/期望'], 2, 'ratio', (row) => row.ratio),
    number(['from', '下限'], 2, 'ratioLow', (row) => row.ratioInterval?.[0] ?? null),
    number(['to', '上限'], 2, 'ratioHigh', (row) => row.ratioInterval?.[1] ?? null),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: LinkRow) => (row.fewWorks ? 'few works' : null),
    },
  ],
  findings: ({ intra }: Links) => (intra === null ? [] : [sayIntra(intra)]),
  run,
});

async function run(observatory: Observatory, given: LinksParams): Promise<Links> {
  const population = await Population.of(observatory, given);
  const adHoc = await resolveAdHoc(observatory, given.region);
  const filter: LinkFilter = { coaffiliation: given.coaffiliation, capped: given.capped };
  if (!filter.coaffiliation && population.sectors !== null) {
    throw new InputError('co-affiliation cannot be told by sector.', {
      todo: 'Leave out --without-coaffiliation or --sector.',
    });
  }
  const named = async (text: string | null): Promise<PlaceName | null> => {
    const own = adHoc.find(({ name }) => name === text);
    if (own !== undefined) return { id: own.id, kind: 'region', name: own.name, nameZh: null, country: null };
    return text === null ? null : resolvePlace(observatory, text);
  };
  const place =
    (await named(given.place)) ??
    (given.place === null && adHoc.length > 0 ? await named(adHoc[0].name) : null);
  const partner = await named(given.with);
  if (partner !== null && place === null)
    throw new InputError('a pair needs two places.', { todo: 'Give --place too.' });
  const members = async ({ id }: PlaceName): Promise<string[]> => {
    const own = adHoc.find((region) => region.id === id);
    if (own !== undefined) return [...own.cities];
    return (
      await observatory.query<{ city: string }>(sql`SELECT city FROM (${citiesOf(id)}) ORDER BY city`)
    ).map(({ city }) => city);
  };
  const isRegion = place !== null && place.kind !== 'city';
  const inside = isRegion && partner === null && given.rows !== 'partners' ? await members(place) : null;
  const kind = given.kind ?? (isRegion && given.rows === 'partners' ? place.kind : 'city');
  if (isRegion && given.rows === 'partners' && place.id.startsWith('adhoc:')) {
    throw new InputError('partners of a region of your own are not in the tables.', {
      todo: 'Name the other one with --with.',
    });
  }
  const pairs: ({ a: string; b: string } & PairSums)[] =
    place !== null && partner !== null
      ? [{ a: place.id, b: partner.id, ...(await pairOf(observatory, population, place, partner, members)) }]
      : await topPairs(observatory, population, {
          kind,
          place: place === null || inside !== null ? null : place.id,
          inside,
          counting: given.counting,
          filter,
          top: given.top,
        });
  const twoSectors = (population.sectors?.length ?? 0) > 1;
  const expectation = twoSectors ? null : await Expectation.of(observatory, population, filter);
  const names = await placeNames(
    observatory,
    pairs.flatMap(({ a, b }) => [a, b]),
    adHoc,
  );
  const groups: LinkGroup[] = await Promise.all(
    pairs.map(async ({ a, b }) => ({
      id: `${a}|${b}`,
      from: await members(names.get(a)!),
      to: await members(names.get(b)!),
    })),
  );
  if (inside !== null && place !== null) groups.push({ id: place.id, from: inside, to: null });
  const compared = (await expectation?.compare(groups, given.level)) ?? new Map<string, ObservedExpected>();
  const rows = pairs.map((pair) =>
    row(pair, given, filter, place, names, compared.get(`${pair.a}|${pair.b}`), population),
  );
  const intra = inside === null || place === null ? undefined : compared.get(place.id);
  return {
    about: describe(observatory, population, given, expectation),
    rows,
    intra: intra === undefined ? null : { ...intra, place: place!, cities: inside!.length },
  };
}

async function pairOf(
  observatory: Observatory,
  population: Population,
  place: PlaceName,
  partner: PlaceName,
  members: (place: PlaceName) => Promise<string[]>,
): Promise<PairSums> {
  const [here, there] = [await members(place), await members(partner)];
  const common = here.filter((city) => there.includes(city));
  if (common.length > 0) {
    throw new InputError(
      `${place.name} and ${partner.name} share ${common.length} cities (${common.slice(0, 3).join(', ')}), so they have no link count.`,
      {
        todo: 'Take two places that do not overlap.',
      },
    );
  }
  return setLink(observatory, population, here, there);
}

function row(
  pair: { a: string; b: string } & PairSums,
  given: LinksParams,
  filter: LinkFilter,
  place: PlaceName | null,
  names: ReadonlyMap<string, PlaceName>,
  compared: ObservedExpected | undefined,
  population: Population,
): LinkRow {
  const [a, b] = place !== null && pair.b === place.id ? [pair.b, pair.a] : [pair.a, pair.b];
  const chosen = COUNTING_COLUMN[given.counting];
  const works = pick(pair, 'works', filter);
  return {
    a: names.get(a)!,
    b: names.get(b)!,
    works,
    full: works,
    fractional: pick(pair, 'pair', filter),
    partner: pick(pair, 'partner', filter),
    score: pick(pair, 'score', filter),
    withoutCoaffiliation:
      population.sectors === null ? pick(pair, chosen, { ...filter, coaffiliation: false }) : null,
    withCapped: pick(pair, chosen, { ...filter, capped: true }),
    expected: compared?.expected ?? null,
    ratio: compared?.ratio ?? null,
    ratioInterval: compared?.ratioInterval ?? null,
    reason: compared === undefined ? 'no expectation between two sectors' : compared.reason,
    fewWorks: works < FEW_JOINT_WORKS,
  };
}

function describe(
  observatory: Observatory,
  population: Population,
  given: LinksParams,
  expectation: Expectation | null,
): Links['about'] {
  const left = expectation?.without ?? [];
  const reasons = [...new Set(left.map(({ reason }) => reason))].join(', ');
  return makeAbout(observatory, population, {
    analysis: 'links',
    counting: `${COUNTING_TEXT[given.counting]}, ${given.coaffiliation ? 'with' : 'without'} co-affiliation, ${
      given.capped ? 'with' : 'without'
    } works above ${observatory.manifest.authorCap} authors`,
    interval: {
      method:
        'linearisation over works, the expectation’s own refit included; logarithmic for ratios, logit for the intra share',
      level: given.level,
      draws: null,
      seed: null,
    },
    notes: [
      'expected: quasi-independence (empty diagonal) on weight 1/(k−1) over all cities with a link under these filters, per year, then summed; observed/expected is on that weight',
      `rows with fewer than ${FEW_JOINT_WORKS} joint works are marked: their ratios say little`,
      ...(left.length > 0
        ? [
            `${left.length} years have no expectation (${reasons}) and are left out of observed and expected alike: ${left.map(({ year }) => year).join(', ')}`,
          ]
        : []),
      ...(population.sectors !== null
        ? ['by sector, co-affiliation cannot be told, and k counts the cities of that sector']
        : []),
    ],
  });
}

function sayIntra({
  place,
  cities,
  intraShare,
  intraShareInterval,
  expectedShare,
  ratio,
  ratioInterval,
  reason,
}: NonNullable<Links['intra']>): string {
  if (intraShare === null || ratio === null || expectedShare === null)
    return `${place.name}: no intra share (${reason ?? 'no links'}).`;
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const ends = (interval: readonly [number, number] | null, form: (value: number) => string): string =>
    interval === null ? '' : ` (${form(interval[0])}–${form(interval[1])})`;
  return (
    `${place.name}, ${cities} cities: ${percent(intraShare)}${ends(intraShareInterval, percent)} of all collaboration weight is inside it; ` +
    `expected ${percent(expectedShare)}; ${ratio.toFixed(2)} times${ends(ratioInterval, (value) => value.toFixed(2))} what its cities’ collaboration makes likely.`
  );
}
