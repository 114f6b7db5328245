import { z } from 'zod';
import {
  competitionRanks,
  jointRankIntervals,
  normalInterval,
  outrankProbability,
} from '../measures/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { defineAnalysis, type Result } from './analysis.ts';
import { covarianceOf, gather, neighbours, ownErrors, type Unit, yearWeights } from './joint.ts';
import { outputs, strata, type UnitChoice } from './output.ts';
import { adHocRegions, draws, field, level, sector, seed, years } from './params.ts';
import { describeRanking } from './ranking-about.ts';
import { Population } from './population.ts';
import {
  type AdHocRegion,
  KINDS,
  placeNames,
  type PlaceName,
  resolveAdHoc,
  resolveDefinitions,
  resolvePlace,
} from './units.ts';

/** Below this many works the normal draw behind an interval is a rough one, and the row says so. */
export const FEW_WORKS = 30;

export interface RankingRow {
  readonly rank: number;
  /** First and last rank of the joint interval; null where nothing varies between works. */
  readonly rankInterval: readonly [number, number] | null;
  readonly place: PlaceName;
  /** In works. */
  readonly share: number;
  readonly shareInterval: readonly [number, number] | null;
  readonly count: number;
  readonly countInterval: readonly [number, number] | null;
  /** Too few works for the interval to be more than rough. */
  readonly fewWorks: boolean;
}

export interface Ranking extends Result<RankingRow> {
  /** Places ranked, shown or not. */
  readonly ranked: number;
  /** Probability, over works resampled, that the first place is ahead of the second. */
  readonly outranks: {
    readonly first: PlaceName;
    readonly second: PlaceName;
    readonly probability: number | null;
    readonly reason: string | null;
  } | null;
}

const params = z.object({
  of: z
    .array(z.enum(KINDS))
    .min(1)
    .default(['cities'])
    .describe('What to rank: cities, provinces, nations, regions'),
  definition: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe('Region definitions to rank, such as yrd_41; all where left out'),
  region: adHocRegions,
  years,
  field,
  sector: sector.refine((value) => value === null || value.length === 1, {
    error: 'a ranking takes one sector',
  }),
  by: z
    .enum(['share', 'count'])
    .default('share')
    .describe('Share (a work is one, split over authors and institutions) or Count'),
  base: z
    .int()
    .nullable()
    .default(null)
    .describe('Adjust each year to the size of this year (adjusted Share)'),
  top: z
    .int()
    .min(1)
    .max(5000)
    .default(20)
    .describe('Rows shown; regions of your own and named definitions are shown besides'),
  outranks: z
    .array(z.string())
    .length(2)
    .nullable()
    .default(null)
    .describe('Two places: the probability that the first is ahead of the second'),
  level,
  draws,
  seed,
});

export type RankingParams = z.output<typeof params>;

export const ranking = defineAnalysis({
  id: 'ranking',
  title: { en: 'Ranking', zh: '排名' },
  description: {
    en: 'Places by Share or Count, with joint rank intervals: which order would stand if the works had been others of the same kind.',
    zh: '按份额（Share）或论文数（Count）排列地点，并给出联合排名区间。',
  },
  params,
  columns: [
    { id: 'rank', title: { en: 'Rank', zh: '排名' }, digits: 0, value: (row: RankingRow) => row.rank },
    {
      id: 'rankInterval',
      title: { en: 'Ranks', zh: '排名区间' },
      value: (row: RankingRow) => range(row.rankInterval, 0),
    },
    { id: 'place', title: { en: 'Place', zh: '地点' }, value: (row: RankingRow) => row.place.name },
    { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' }, value: (row: RankingRow) => row.place.nameZh },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: RankingRow) => row.place.id },
    { id: 'country', title: { en: 'Country', zh: '国家' }, value: (row: RankingRow) => row.place.country },
    { id: 'share', title: { en: 'Share', zh: '份额' }, digits: 1, value: (row: RankingRow) => row.share },
    {
      id: 'shareLow',
      title: { en: 'from', zh: '下限' },
      digits: 1,
      value: (row: RankingRow) => row.shareInterval?.[0] ?? null,
    },
    {
      id: 'shareHigh',
      title: { en: 'to', zh: '上限' },
      digits: 1,
      value: (row: RankingRow) => row.shareInterval?.[1] ?? null,
    },
    { id: 'count', title: { en: 'Count', zh: '论文数' }, digits: 0, value: (row: RankingRow) => row.count },
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: RankingRow) => (row.fewWorks ? 'few works' : null),
    },
  ],
  findings: ({ outranks, about }: Ranking) =>
    outranks === null
      ? []
      : [
          outranks.probability === null
            ? `Whether ${outranks.first.name} is ahead of ${outranks.second.name} cannot be said: ${outranks.reason!}.`
            : `P(${outranks.first.name} ahead of ${outranks.second.name}) = ${outranks.probability.toFixed(3)} by ${about.counting}, works resampled.`,
        ],
  run: rank,
});

async function rank(observatory: Observatory, params: RankingParams): Promise<Ranking> {
  const population = await Population.of(observatory, params);
  const adHoc = await resolveAdHoc(observatory, params.region);
  const definitions =
    params.definition === null ? null : await resolveDefinitions(observatory, params.definition);
  const kinds =
    definitions !== null && !params.of.includes('regions') ? [...params.of, 'regions' as const] : params.of;
  const choice: UnitChoice = { kinds, definitions, adHoc };
  const weights = yearWeights(population, params.base);
  const rows = await outputs(observatory, population, choice);
  const units = gather(rows, weights, params.by);
  const of = (unit: Unit): number => unit[params.by];
  units.sort((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1));
  const ranks = competitionRanks(Float64Array.from(units, of));
  const asked =
    params.outranks === null
      ? []
      : await Promise.all(params.outranks.map((text) => askedPlace(observatory, text, adHoc)));
  for (const { id, name } of asked) {
    if (!units.some((unit) => unit.id === id)) {
      throw new InputError(`${name} (${id}) is not in this ranking.`, {
        todo: 'Rank its kind with --of, or widen years and field.',
      });
    }
  }
  const wanted = new Set([
    ...adHoc.map(({ id }) => id),
    ...(definitions ?? []),
    ...asked.map(({ id }) => id),
  ]);
  const shown = units
    .map((unit, i) => ({ unit, i }))
    .filter(({ unit, i }) => i < params.top || wanted.has(unit.id));
  const { compared, above, cut } = neighbours(
    units,
    shown.map(({ i }) => i),
    of,
  );
  const byYear = await strata(observatory, population, choice, compared, params.by, rows);
  const covariance =
    compared.length === 0 ? new Float64Array(0) : covarianceOf(byYear, weights, params.base !== null);
  const intervals =
    compared.length === 0
      ? []
      : jointRankIntervals({
          totals: compared.map(of),
          covariance,
          draws: params.draws,
          level: params.level,
          seed: params.seed,
        });
  const position = new Map(compared.map(({ id }, i) => [id, i]));
  const names = await placeNames(
    observatory,
    compared.map(({ id }) => id),
    adHoc,
  );
  const errors = ownErrors(
    compared,
    params.by === 'share' ? 'count' : 'share',
    rows,
    population,
    params.base === null ? null : weights,
  );
  const n = compared.length;
  const result: RankingRow[] = shown.map(({ unit, i }) => {
    const at = position.get(unit.id)!;
    const own = Math.sqrt(Math.max(0, covariance[at * n + at]));
    const intervalOf = (value: number, error: number): readonly [number, number] | null => {
      const { low, high } = normalInterval(value, error, params.level);
      return low === null ? null : [Math.max(0, low), high];
    };
    const { low, high } = intervals[at];
    return {
      rank: ranks[i],
      rankInterval: own === 0 ? null : [low + above[at], high + above[at]],
      place: names.get(unit.id)!,
      share: unit.share,
      shareInterval: intervalOf(unit.share, params.by === 'share' ? own : errors[at]),
      count: unit.count,
      countInterval: intervalOf(unit.count, params.by === 'count' ? own : errors[at]),
      fewWorks: unit.count < FEW_WORKS,
    };
  });
  const outranks = asked.length === 2 ? outranking(asked, position, compared.map(of), covariance) : null;
  const about = await describeRanking(observatory, population, params, choice, result, cut);
  return { about, rows: result, ranked: units.length, outranks };
}

async function askedPlace(
  observatory: Observatory,
  text: string,
  adHoc: readonly AdHocRegion[],
): Promise<PlaceName> {
  const own = adHoc.find(({ name, id }) => name === text || id === text);
  if (own !== undefined) return { id: own.id, kind: 'region', name: own.name, nameZh: null, country: null };
  return resolvePlace(observatory, text);
}

function outranking(
  [first, second]: readonly PlaceName[],
  position: ReadonlyMap<string, number>,
  totals: readonly number[],
  covariance: Float64Array,
): Ranking['outranks'] {
  const { value, reason } = outrankProbability(
    totals,
    covariance,
    position.get(first.id)!,
    position.get(second.id)!,
  );
  return { first: first, second: second, probability: value, reason };
}

function range(interval: readonly [number, number] | null, digits: number): string | null {
  return interval === null ? null : `${interval[0].toFixed(digits)}–${interval[1].toFixed(digits)}`;
}
