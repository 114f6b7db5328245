import { messages as questionMessages } from '../messages.ts';
import { linearisedInterval, sigma, sigmaWithoutNoise } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError, type Reason } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { round } from '../balance/rows.ts';
import { setsOf } from '../balance/sets.ts';
import { betaOf, reasonIn, noBeta, trendOf } from './fit.ts';
import { betaSlopes, endsOf, panelOf, sigmaSlopes } from './panel.ts';
import type { Beta, Convergence, ConvergenceParams, ConvergenceRow } from './question.ts';
import { howToRead, messages } from './messages.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { Population } from '../population/population.ts';
import { type InfluenceOfYear, workInfluence } from '../output/work-influence.ts';

/** Whether the cities of a place draw level in output. */
export async function convergenceOfOutput(
  observatory: Observatory,
  given: ConvergenceParams,
): Promise<Convergence> {
  const population = await Population.of(observatory, given);
  const { places, adHoc } = await setsOf(observatory, { ...given, definition: null });
  if (places.length > 1) throw new InputError(questionMessages.severalPlaces());
  const [{ place, cities }] = places;
  const panel = await panelOf(observatory, population, cities, given.by);
  const always = cities.flatMap((_, i) => (panel.amounts.every((year) => year[i] > 0) ? [i] : []));
  const ends = endsOf(panel, given.window);
  const influence = await workInfluence(observatory, population, given.by, [
    ...panel.years.map((_, y) => sigmaSlopes(panel, y)),
    ends === null ? [] : betaSlopes(panel, ends),
  ]);
  const rows = panel.years.map((year, y): ConvergenceRow => {
    const at = panel.amounts[y];
    const some = at.filter((amount) => amount > 0);
    const spread = sigma(some);
    const pick = (values: readonly number[]): number[] => always.map((i) => values[i]);
    const interval =
      spread.value === null ? null : overWorks(spread.value, influence[y], population, given.level);
    return {
      year,
      parts: some.length,
      zeros: at.length - some.length,
      sigma: rounded(spread.value),
      interval: interval?.ends ?? null,
      same: rounded(sigma(pick(at)).value),
      net: rounded(sigmaWithoutNoise(pick(at), pick(panel.variances[y])).value),
      reason: spread.reason ?? interval?.reason ?? null,
    };
  });
  const regions = await describeRegions(observatory, [place.id], adHoc);
  return {
    rows,
    place: place.name,
    placeZh: place.nameZh,
    sameParts: always.length,
    trend: trendOf(
      panel.years,
      rows.map(({ same }) => same),
    ),
    netTrend: trendOf(
      panel.years,
      rows.map(({ net }) => net),
    ),
    beta:
      ends === null
        ? noBeta(
            { from: [0, 0], to: [0, 0], years: 0, parts: 0, zeros: 0, worksInterval: null },
            reasonIn('fewer than two years'),
          )
        : withWorks(betaOf(ends, given.level), influence[panel.years.length], population, given.level),
    missing: [],
    about: makeAbout(observatory, population, {
      analysis: 'convergence',
      counting: messages.counting({ counting: outputMessages[given.by]() }),
      interval: {
        method: messages.overWorks(),
        level: given.level,
        draws: null,
        seed: null,
      },
      definitions: regions.definitions,
      warnings: [...regions.warnings, messages.fewBias()],
      notes: [...howToRead(), ...(place.kind === 'region' ? [] : [statisticMessages.citiesKnown()])],
    }),
  };
}

/** The interval of a statistic whose works are resampled in every year, each year's number fixed. */
function overWorks(
  value: number,
  influence: readonly InfluenceOfYear[],
  population: Population,
  level: number,
): { ends: readonly [number, number] | null; reason: Reason | null } {
  const variance = influence.reduce(
    (sum, { year, squares, sum: s }) => sum + squares - s ** 2 / population.worksByYear.get(year)!,
    0,
  );
  const { low, high, reason } = linearisedInterval(value, Math.max(0, variance), 0, population.works, level);
  return low === null ? { ends: null, reason } : { ends: [round(low), round(high)], reason: null };
}

function withWorks(
  beta: Beta,
  influence: readonly InfluenceOfYear[],
  population: Population,
  level: number,
): Beta {
  if (beta.beta === null) return beta;
  return { ...beta, worksInterval: overWorks(beta.beta, influence, population, level).ends };
}

function rounded(value: number | null): number | null {
  return value === null ? null : round(value);
}
