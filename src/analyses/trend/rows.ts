import { messages as own } from './messages.ts';
import { messages } from '../messages.ts';
import { adjustedShare } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { contestOf } from '../output/comparison.ts';
import { followedAmong, followedPlaces } from '../places/selected-places.ts';
import { incompleteAmong } from '../population/incomplete-years.ts';
import { gather, standardErrors } from '../output/rank-neighbourhood.ts';
import { outputs, type YearOutput } from '../output/output.ts';
import { placeNames, type PlaceName } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { outputInterval, rankingQuestion } from '../output/rank-rows.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { describeTrend } from './about.ts';
import { growthOf } from './growth.ts';
import type { Trend, TrendParams, TrendRow } from './question.ts';

type Errors = Readonly<Record<'share' | 'count', number>>;

/** Everything of one answer that its rows share. */
interface Question {
  readonly population: Population;
  readonly given: TrendParams;
  readonly base: number | null;
  readonly incomplete: readonly number[];
}

export async function trendOf(observatory: Observatory, given: TrendParams): Promise<Trend> {
  const population = await Population.of(observatory, given);
  const followed = await followedPlaces(observatory, given);
  const { choice } = followed;
  const output = await outputs(observatory, population, choice);
  const settings = { ...given, base: null, draws: 0, seed: 0 };
  const { ordered } = rankingQuestion(observatory, population, choice, output, settings);
  const contest = await contestOf(observatory, choice, []);
  const ids = followedAmong(followed, contest.standing(ordered));
  const names = await placeNames(observatory, ids, choice.adHoc);
  const incomplete = await incompleteAmong(observatory, population, given);
  const base = baseOf(population, given, incomplete);
  const question = { population, given, base, incomplete };
  const series = ids.map((id) =>
    seriesOf(
      question,
      names.get(id)!,
      output.filter(({ unit }) => unit === id),
    ),
  );
  const rows = series.flatMap((own) => own.map(({ row }) => row));
  const whole = wholeYears(question);
  return {
    about: await describeTrend(observatory, population, given, { rows, choice, base, incomplete, whole }),
    rows,
    by: given.by,
    base,
    growth:
      population.works === 0
        ? []
        : series.map((own) => {
            const kept = own.filter(({ row }) => whole.includes(row.year));
            const measured = growthOf(
              {
                years: kept.map(({ row }) => row.year),
                amounts: kept.map(({ row }) => row[given.by]),
                variances: kept.map(({ errors }) => errors[given.by] ** 2),
                works: kept.map(({ row }) => row.works),
              },
              given.level,
            );
            return { place: own[0].row.place, ...measured };
          }),
  };
}

/** Years that growth is measured over. @throws InputError where none of them is left */
function wholeYears({ population, given, incomplete }: Question): number[] {
  const years = [...population.worksByYear.keys()];
  if (given.until === null) return years.filter((year) => !incomplete.includes(year));
  const { until } = given;
  const kept = years.filter((year) => year <= until);
  if (years.length > 0 && kept.length === 0)
    throw new InputError(own.noWorksUntil({ year: until }), { parameter: 'until' });
  return kept;
}

function baseOf(population: Population, given: TrendParams, incomplete: readonly number[]): number | null {
  const years = [...population.worksByYear.keys()];
  if (given.base === null) return years.findLast((year) => !incomplete.includes(year)) ?? null;
  if (years.length > 0 && !years.includes(given.base))
    throw new InputError(messages.noWorksInBase({ year: given.base }), { parameter: 'base' });
  return given.base;
}

/** A place in every year that has works, with the standard errors of its output. */
function seriesOf(
  { population, given, base, incomplete }: Question,
  place: PlaceName,
  output: readonly YearOutput[],
): { row: TrendRow; errors: Errors }[] {
  return [...population.worksByYear].map(([year, works]) => {
    const own = output.filter((row) => row.year === year);
    const inYear = population.within({ from: year, to: year });
    const error = (by: 'share' | 'count'): number =>
      standardErrors(gather(own, null, by), by, own, inYear, null).at(0) ?? 0;
    const errors = { share: error('share'), count: error('count') };
    const share = own.at(0)?.share ?? 0;
    const count = own.at(0)?.count ?? 0;
    const shareInterval = outputInterval(share, errors.share, given.level);
    const inBase = base === null ? undefined : population.worksByYear.get(base);
    const times = (factor: number | null): readonly [number, number] | null =>
      shareInterval === null || factor === null
        ? null
        : [shareInterval[0] * factor, shareInterval[1] * factor];
    const row: TrendRow = {
      place,
      year,
      works,
      share,
      shareInterval,
      count,
      countInterval: outputInterval(count, errors.count, given.level),
      adjusted: inBase === undefined ? null : adjustedShare(share, inBase, works).value,
      adjustedInterval: times(inBase === undefined ? null : inBase / works),
      worldShare: share / works,
      worldInterval: times(1 / works),
      reason:
        own.length === 0
          ? 'no works there in these years'
          : errors[given.by] > 0
            ? null
            : 'no variation between works',
      fewWorks: count < FEW_WORKS,
      incomplete: incomplete.includes(year),
    };
    return { row, errors };
  });
}
