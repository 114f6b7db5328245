import { messages } from '../messages.ts';
import { howToRead, messages as own } from './messages.ts';
import { sigma } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Metric, metricOf } from '../../facts/index.ts';
import { distinct, InputError, type Message, render } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { round } from '../balance/rows.ts';
import { setsOf } from '../balance/sets.ts';
import { partsOfPlace } from '../balance/statistics.ts';
import { betaOf, noBeta, reasonIn, trendOf } from './fit.ts';
import type { Convergence, ConvergenceParams, ConvergenceRow } from './question.ts';
import { describeRegions } from '../places/definitions.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { type PartSeries, partSeries } from './part-series.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { named, sourceNotes } from '../statistics/notes.ts';
import { Population } from '../population/population.ts';

/** Whether the parts of a place draw level in a published metric, of one vintage. */
export async function convergenceOfStatistic(
  observatory: Observatory,
  given: ConvergenceParams & { readonly metric: string },
): Promise<Convergence> {
  if (given.field !== null || given.sector !== null || given.window !== null)
    throw new InputError(
      messages.statisticOfFilters({
        filters: ['field', 'sector', 'window'].filter((name) => given[name as 'field'] !== null),
      }),
    );
  const facts = await openFacts(observatory, given.statistics);
  const { places, adHoc } = await setsOf(observatory, { ...given, definition: null });
  if (places.length > 1) throw new InputError(messages.severalPlaces());
  const [set] = places;
  const parts = partsOfPlace(facts, set, given.parts);
  const metric = metricOf(facts, given.metric);
  const found = partSeries(facts, { ...given, places: parts });
  const rows = found.points.map(({ year, values }): ConvergenceRow => {
    const some = values!.filter((amount) => amount > 0);
    const spread = sigma(some);
    const value = spread.value === null ? null : round(spread.value);
    return {
      year,
      parts: some.length,
      zeros: parts.length - some.length,
      sigma: value,
      interval: null,
      same: some.length === parts.length ? value : null,
      net: null,
      reason: spread.reason,
    };
  });
  const [first, last] = [found.points.at(0), found.points.at(-1)];
  const end = (year: number): [number, number] => [year, year];
  const regions = await describeRegions(observatory, [set.place.id], adHoc);
  const none = await Population.of(observatory, { years: null, field: null, sector: null });
  return {
    rows,
    place: set.place.name,
    placeZh: set.place.nameZh,
    sameParts: parts.filter((_, i) => found.points.every(({ values }) => values![i] > 0)).length,
    trend: trendOf(
      rows.map(({ year }) => year),
      rows.map(({ same }) => same),
    ),
    netTrend: null,
    beta:
      first === undefined || last === undefined
        ? noBeta(
            { from: [0, 0], to: [0, 0], years: 0, parts: 0, zeros: 0, worksInterval: null },
            found.reason === null
              ? reasonIn('fewer than two years')
              : { reason: render(found.reason, 'en'), reasonZh: render(found.reason, 'zh') },
          )
        : betaOf(
            {
              from: end(first.year),
              to: end(last.year),
              first: first.values!,
              last: last.values!,
              variances: null,
            },
            given.level,
          ),
    missing: [...new Set(found.gaps.flatMap(({ missing }) => missing))],
    about: makeAbout(observatory, none, {
      analysis: 'convergence',
      counting: countingOf(metric, found, first?.unit),
      interval: { method: own.overParts(), over: 'places', level: given.level, draws: null, seed: null },
      definitions: regions.definitions,
      warnings: [...regions.warnings, ...distinct(found.points.flatMap(({ warnings }) => warnings))],
      notes: [
        statisticMessages.published(),
        ...howToRead(),
        ...found.gaps.map(({ reason }) => own.leftOut({ reason })),
        ...sourceNotes(found.points.flatMap(({ figures }) => figures.flatMap(({ from }) => from))),
      ],
    }),
  };
}

/** What the parts are compared by; why not, where there is no series. */
function countingOf(metric: Metric, { vintage, reason }: PartSeries, unit: string | undefined): Message {
  return unit === undefined
    ? own.noFigures({ metric: named(metric), reason })
    : own.figures({ metric: named(metric), unit, vintage });
}
