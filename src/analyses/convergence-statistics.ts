import { sigma } from '../measures/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { makeAbout } from './about.ts';
import { round } from './balance-rows.ts';
import { setsOf } from './balance-sets.ts';
import { partsOfPlace, sources } from './balance-statistics.ts';
import { betaOf, CONVERGENCE_NOTES, noBeta, trendOf } from './convergence-fit.ts';
import type { Convergence, ConvergenceParams, ConvergenceRow } from './convergence-question.ts';
import { describeRegions } from './definitions.ts';
import { openFacts } from './observatory-facts.ts';
import { partSeries } from './part-series.ts';
import { Population } from './population.ts';

/** Whether the parts of a place draw level in a published metric, of one vintage. */
export async function convergenceOfStatistic(
  observatory: Observatory,
  given: ConvergenceParams & { readonly metric: string },
): Promise<Convergence> {
  if (given.field !== null || given.sector !== null || given.window !== null)
    throw new InputError('a published metric has no field, sector or window.', {
      todo: 'Leave out --field, --sector and --window, or --metric.',
    });
  const facts = await openFacts(observatory, given.statistics);
  const { places, adHoc } = await setsOf(observatory, { ...given, definition: null });
  if (places.length > 1)
    throw new InputError('convergence is asked of one place.', { todo: 'Give one --place or one --region.' });
  const [set] = places;
  const parts = partsOfPlace(facts, set, given.parts);
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
            found.reason ?? 'fewer than two years',
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
      counting:
        first === undefined
          ? `${given.metric}: ${found.reason ?? 'no figures'}`
          : `${given.metric} in ${first.unit} (${found.vintage ?? 'no vintage'})`,
      interval: { method: 'Student over parts (β)', level: given.level, draws: null, seed: null },
      definitions: regions.definitions,
      warnings: [...regions.warnings, ...new Set(found.points.flatMap(({ warnings }) => warnings))],
      notes: [
        'these are published figures: no work of this observatory is in them',
        ...CONVERGENCE_NOTES,
        ...found.gaps.map(({ reason }) => `left out: ${reason ?? 'incomplete'}`),
        ...sources(found.points.flatMap(({ figures }) => figures.flatMap(({ from }) => from))),
      ],
    }),
  };
}
