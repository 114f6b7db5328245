import { messages } from '../messages.ts';
import { type Facts, metricOf, vintagesOf } from '../../facts/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { type PartFigures, partFigures } from '../statistics/member-statistics.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { named } from '../statistics/notes.ts';

/** One metric of several places through time, all of one vintage, in years that all of them have. */
export interface PartSeries {
  readonly vintage: string | null;
  readonly points: readonly PartFigures[];
  /** Years in which some have a figure and others lack it. */
  readonly gaps: readonly PartFigures[];
  /** Why there are not two years; null where there are. */
  readonly reason: Message | null;
}

/**
 * Years never mix vintages: the one asked for, else the one that the catalogue prefers among those that have both ends
 * for all places (or any two years, where no years are asked for).
 *
 * @throws InputError as `partFigures`, or where several vintages fit and none is preferred
 */
export function partSeries(
  facts: Facts,
  question: {
    readonly metric: string;
    readonly places: readonly string[];
    readonly years: { readonly from: number; readonly to: number } | null;
    readonly vintage: string | null;
  },
): PartSeries {
  const { metric, places, years } = question;
  const vintages = question.vintage === null ? vintagesOf(facts, metric) : [question.vintage];
  // An unknown metric or vintage is refused even where no year is looked at.
  partFigures(facts, { metric, places, year: 0, vintage: question.vintage });
  const tried = vintages.map((vintage) => {
    const all = yearsOf(facts, metric, vintage)
      .filter((year) => years === null || (year >= years.from && year <= years.to))
      .map((year) => partFigures(facts, { metric, places, year, vintage }));
    return {
      vintage,
      points: all.filter(({ values }) => values !== null),
      gaps: all.filter(({ values, missing }) => values === null && missing.length < places.length),
    };
  });
  const fits = tried.filter(({ points }) => {
    const at = points.map(({ year }) => year);
    return at.length > 1 && (years === null || (at[0] === years.from && at[at.length - 1] === years.to));
  });
  if (fits.length > 0) return { ...preferred(facts, metric, fits), reason: null };
  const closest = [...tried].sort((a, b) => b.points.length - a.points.length).at(0);
  const lacking = closest?.gaps.at(-1)?.reason ?? null;
  return {
    vintage: question.vintage,
    points: [],
    gaps: closest?.gaps ?? [],
    reason: statisticMessages.noSeries({
      metric: named(metricOf(facts, metric)),
      years,
      places: places.length,
      lacking,
    }),
  };
}

function preferred<T extends { readonly vintage: string }>(
  facts: Facts,
  metric: string,
  fits: readonly T[],
): T {
  const prefer = facts.metrics.get(metric)!.prefer;
  const first = fits.length === 1 ? fits[0] : fits.find(({ vintage }) => prefer.includes(vintage));
  if (first !== undefined) return first;
  throw new InputError(
    messages.severalVintages({ metric, year: null, vintages: fits.map(({ vintage }) => vintage) }),
  );
}

function yearsOf(facts: Facts, metric: string, vintage: string): number[] {
  const rows = facts.statistics.filter(
    (row) => row.metric === metric && row.vintage === vintage && row.from === row.to,
  );
  return [...new Set(rows.map(({ from }) => from))].sort((a, b) => a - b);
}
