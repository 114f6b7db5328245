import { append } from '../../measures/extremes.ts';
import { competitionRanks, normalInterval } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Contest } from './comparison.ts';
import { covarianceOf, type CovarianceQuestion } from './covariance.ts';
import { gather, neighbourhood, standardErrors, type Unit, yearWeights } from './rank-neighbourhood.ts';
import type { UnitChoice, YearOutput } from './output.ts';
import type { PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { drawRanks, rankInterval } from './rank-draws.ts';
import { FEW_WORKS, type RankingParams, type RankingRow } from '../ranking/question.ts';

/** Rows whose ranks are drawn together with their neighbours'. */
const BLOCK = 100;

type RankedBy = Pick<RankingParams, 'by' | 'base' | 'level' | 'draws' | 'seed'> &
  Partial<Pick<RankingParams, 'intervals'>>;

/** Everything of one ranking that its steps share. */
export interface RankingQuestion extends Omit<CovarianceQuestion, 'units'> {
  readonly observatory: Observatory;
  readonly params: RankedBy;
  /** All places, by rank. */
  readonly ordered: readonly Unit[];
  /** What is ranked. A millionth of a work is no order: so much is rounding of the tables, which sets ties apart. */
  readonly of: (unit: Unit) => number;
}

/** The ranking of the units that have output, whose rows are of the population's years. */
export function rankingQuestion(
  observatory: Observatory,
  population: Population,
  choice: UnitChoice,
  rows: readonly YearOutput[],
  params: RankedBy,
): RankingQuestion {
  const weights = yearWeights(population, params.base);
  const of = (unit: Unit): number => Math.round(unit[params.by] * 1e6) / 1e6;
  const ordered = gather(rows, weights, params.by).sort((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1));
  return { observatory, params, population, choice, weights, rows, by: params.by, ordered, of };
}

/** Ranks of one place, one a draw. */
export type SeeRanks = (place: string, ranks: Int32Array) => void;

/** Rows of the places shown, by their positions in rank; `see` is handed the ranks behind every interval. */
async function rankedRows(
  question: RankingQuestion,
  shown: readonly number[],
  names: ReadonlyMap<string, PlaceName>,
  see?: SeeRanks,
): Promise<{ rows: RankingRow[]; crowded: boolean }> {
  const { params, population, ordered, of, rows, weights } = question;
  const ranks = competitionRanks(Float64Array.from(ordered, of));
  if (params.intervals === false)
    return { crowded: false, rows: shown.map((i) => bareRow(ordered[i], ranks[i], ordered.length, names)) };
  const { intervals, crowded } = await rankIntervalsOf(question, shown, see);
  const units = shown.map((i) => ordered[i]);
  const errors = {
    share: standardErrors(units, 'share', rows, population, weights),
    count: standardErrors(units, 'count', rows, population, weights),
  };
  return {
    crowded,
    rows: shown.map((i, n): RankingRow => {
      const { id, share, count, works } = ordered[i];
      const varies = errors[params.by][n] > 0;
      return {
        rank: ranks[i],
        ranked: ordered.length,
        insteadOf: [],
        rankInterval: varies ? intervals.get(id)! : null,
        place: names.get(id)!,
        share,
        shareInterval: outputInterval(share, errors.share[n], params.level),
        count,
        countInterval: outputInterval(count, errors.count[n], params.level),
        reason: varies ? null : 'no variation between works',
        fewWorks: works < FEW_WORKS,
      };
    }),
  };
}

/** Rows of some places, each among those that it is ranked with: those that stand together, every other alone. */
export async function contestedRows(
  question: RankingQuestion,
  contest: Contest,
  places: readonly string[],
  names: ReadonlyMap<string, PlaceName>,
  see?: SeeRanks,
): Promise<{ rows: RankingRow[]; crowded: boolean }> {
  const wanted = new Set(places);
  const standing = { ...question, ordered: contest.standing(question.ordered) };
  const together = await rankedRows(
    standing,
    positions(standing, (id) => wanted.has(id)),
    names,
    see,
  );
  const rows = [...together.rows];
  let { crowded } = together;
  for (const { id } of question.ordered.filter((one) => wanted.has(one.id) && !contest.isStanding(one.id))) {
    const inPlace = { ...question, ordered: contest.rankedWith(question.ordered, id) };
    const alone = await rankedRows(
      inPlace,
      positions(inPlace, (one) => one === id),
      names,
      see,
    );
    crowded ||= alone.crowded;
    const insteadOf = contest.insteadOf(id).flatMap((other) => names.get(other) ?? []);
    append(
      rows,
      alone.rows.map((row) => ({ ...row, insteadOf })),
    );
  }
  return { rows, crowded };
}

function positions({ ordered }: RankingQuestion, isWanted: (id: string) => boolean): number[] {
  return ordered.flatMap(({ id }, i) => (isWanted(id) ? [i] : []));
}

/** The row of a place whose intervals nobody asked for. */
function bareRow(
  { id, share, count, works }: Unit,
  rank: number,
  ranked: number,
  names: ReadonlyMap<string, PlaceName>,
): RankingRow {
  return {
    rank,
    ranked,
    insteadOf: [],
    rankInterval: null,
    place: names.get(id)!,
    share,
    shareInterval: null,
    count,
    countInterval: null,
    reason: 'not asked for',
    fewWorks: works < FEW_WORKS,
  };
}

/** Rank intervals of the places shown, a block of them with its neighbourhood at a time. */
async function rankIntervalsOf(
  question: RankingQuestion,
  shown: readonly number[],
  see?: SeeRanks,
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
    const drawn = drawRanks({
      totals: joint.map(of),
      covariance: await covarianceOf(observatory, { ...question, units: joint }),
      asked,
      distant: distant.map((unit) => ({ total: of(unit), error: unit.error })),
      draws: params.draws,
      seed: params.seed,
    });
    for (const [n, { id }] of asked.entries()) {
      intervals.set(id, rankInterval(drawn[n], params.level));
      see?.(id, drawn[n]);
    }
  }
  return { intervals, crowded };
}

/** An output is never below zero. */
export function outputInterval(
  value: number,
  error: number,
  level: number,
): readonly [number, number] | null {
  const { low, high } = normalInterval(value, error, level);
  return low === null ? null : [Math.max(0, low), high];
}
