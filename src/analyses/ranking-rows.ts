import { competitionRanks, normalInterval, outrankProbability } from '../measures/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { covarianceOf, type CovarianceQuestion } from './covariance.ts';
import { gather, neighbourhood, standardErrors, type Unit, yearWeights } from './joint.ts';
import { outputs, type UnitChoice } from './output.ts';
import { ownName, placeNames, type PlaceName, resolvePlace } from './place-names.ts';
import { Population } from './population.ts';
import { rankIntervals } from './rank-draws.ts';
import { describeRanking } from './ranking-about.ts';
import { FEW_WORKS, type Ranking, type RankingParams, type RankingRow } from './ranking-question.ts';
import { type AdHocRegion, resolveAdHoc, resolveDefinitions } from './units.ts';

/** Rows whose ranks are drawn together with their neighbours'. */
const BLOCK = 100;

/** Everything of one ranking that its steps share. */
interface Question extends Omit<CovarianceQuestion, 'units'> {
  readonly observatory: Observatory;
  readonly params: RankingParams;
  /** All places, by rank. */
  readonly ordered: readonly Unit[];
  /** What is ranked. A millionth of a work is no order: so much is rounding of the tables, which sets ties apart. */
  readonly of: (unit: Unit) => number;
}

export async function rank(observatory: Observatory, params: RankingParams): Promise<Ranking> {
  const population = await Population.of(observatory, params);
  const adHoc = await resolveAdHoc(observatory, params.region);
  const definitions =
    params.definition === null ? null : await resolveDefinitions(observatory, params.definition);
  const kinds =
    definitions !== null && !params.of.includes('regions') ? [...params.of, 'regions' as const] : params.of;
  const choice: UnitChoice = { kinds, definitions, adHoc };
  const weights = yearWeights(population, params.base);
  const rows = await outputs(observatory, population, choice);
  const of = (unit: Unit): number => Math.round(unit[params.by] * 1e6) / 1e6;
  const ordered = gather(rows, weights, params.by).sort((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1));
  const question = { observatory, params, population, choice, weights, rows, by: params.by, ordered, of };
  const asked = await askedPlaces(question, params.outranks ?? []);
  const also = await askedPlaces(question, params.also ?? []);
  const wanted = new Set([
    ...adHoc.map(({ id }) => id),
    ...(definitions ?? []),
    ...[...asked, ...also].map(({ unit }) => unit.id),
  ]);
  const shown = ordered.map((_, i) => i).filter((i) => i < params.top || wanted.has(ordered[i].id));
  const names = await placeNames(
    observatory,
    shown.map((i) => ordered[i].id),
    adHoc,
  );
  const { intervals, crowded } = await rankIntervalsOf(question, shown);
  const ranks = competitionRanks(Float64Array.from(ordered, of));
  const units = shown.map((i) => ordered[i]);
  const errors = {
    share: standardErrors(units, 'share', rows, population, weights),
    count: standardErrors(units, 'count', rows, population, weights),
  };
  const result = shown.map((i, n): RankingRow => {
    const { id, share, count, works } = ordered[i];
    const varies = errors[params.by][n] > 0;
    return {
      rank: ranks[i],
      rankInterval: varies ? intervals.get(id)! : null,
      place: names.get(id)!,
      share,
      shareInterval: outputInterval(share, errors.share[n], params.level),
      count,
      countInterval: outputInterval(count, errors.count[n], params.level),
      reason: varies ? null : 'no variation between works',
      fewWorks: works < FEW_WORKS,
    };
  });
  const outranks = params.outranks === null ? null : await outranking(question, asked);
  const about = await describeRanking(observatory, population, params, choice, result, crowded);
  return { about, rows: result, by: params.by, ranked: ordered.length, outranks };
}

/** Rank intervals of the places shown, a block of them with its neighbourhood at a time. */
async function rankIntervalsOf(
  question: Question,
  shown: readonly number[],
): Promise<{ intervals: Map<string, readonly [number, number]>; crowded: boolean }> {
  const { observatory, params, ordered, of } = question;
  const intervals = new Map<string, readonly [number, number]>();
  let crowded = false;
  for (let from = 0; from < shown.length; from += BLOCK) {
    const block = shown.slice(from, from + BLOCK);
    const { joint, above, distant } = neighbourhood(ordered, block, of);
    crowded ||= distant.length > 0;
    const isAsked = new Set(block.map((i) => ordered[i].id));
    const asked = joint
      .map(({ id }, place) => ({ id, place, above: above[place] }))
      .filter(({ id }) => isAsked.has(id));
    const drawn = rankIntervals({
      totals: joint.map(of),
      covariance: await covarianceOf(observatory, { ...question, units: joint }),
      asked,
      distant: distant.map((unit) => ({ total: of(unit), error: unit.error })),
      draws: params.draws,
      level: params.level,
      seed: params.seed,
    });
    for (const [n, { id }] of asked.entries()) intervals.set(id, drawn[n]);
  }
  return { intervals, crowded };
}

/** An output is never below zero. */
function outputInterval(value: number, error: number, level: number): readonly [number, number] | null {
  const { low, high } = normalInterval(value, error, level);
  return low === null ? null : [Math.max(0, low), high];
}

interface Asked {
  readonly place: PlaceName;
  readonly unit: Unit;
}

/** Places that a question names, among those ranked. @throws InputError where one is unknown or not ranked */
async function askedPlaces(
  { observatory, choice, ordered }: Question,
  texts: readonly string[],
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const text of texts) {
    const place = await askedPlace(observatory, text, choice.adHoc);
    const unit = ordered.find(({ id }) => id === place.id);
    if (unit === undefined) {
      throw new InputError(`${place.name} (${place.id}) is not in this ranking.`, {
        todo: 'Rank its kind with --of, or widen years and field.',
      });
    }
    asked.push({ place, unit });
  }
  return asked;
}

async function askedPlace(
  observatory: Observatory,
  text: string,
  adHoc: readonly AdHocRegion[],
): Promise<PlaceName> {
  const own = adHoc.find(({ name, id }) => name === text || id === text);
  return own === undefined ? resolvePlace(observatory, text) : ownName(own);
}

async function outranking(question: Question, asked: readonly Asked[]): Promise<Ranking['outranks']> {
  if (asked[0].unit === asked[1].unit)
    throw new InputError(`${asked[0].place.name} is not ahead of itself.`, { todo: 'Name two places.' });
  const units = asked.map(({ unit }) => unit);
  const covariance = await covarianceOf(question.observatory, { ...question, units });
  const { value, reason } = outrankProbability(units.map(question.of), covariance, 0, 1);
  return { first: asked[0].place, second: asked[1].place, probability: value, reason };
}
