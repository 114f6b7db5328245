import type { Facts } from '../facts/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { makeAbout } from './about.ts';
import type { Balance, BalanceParams } from './balance-question.ts';
import { balanceRow, indicesFor } from './balance-rows.ts';
import { type Sets, setsOf, withTogether } from './balance-sets.ts';
import { describeRegions } from './definitions.ts';
import type { Spread } from './inequality.ts';
import { openFacts } from './observatory-facts.ts';
import { partFigures, type Parts, partsOf } from './part-figures.ts';
import { Population } from './population.ts';

/** How evenly a published metric is spread over the parts of places, in one year and one vintage. */
export async function balanceOfStatistic(
  observatory: Observatory,
  given: BalanceParams & { readonly metric: string },
): Promise<Balance> {
  refuse(given);
  const facts = await openFacts(observatory, given.statistics);
  const { places, adHoc, disjoint } = await setsOf(observatory, given);
  const sets = withTogether(
    places.map((set) => ({ place: set.place, parts: partsOfPlace(facts, set, given.parts) })),
    disjoint,
  );
  const asked = { metric: given.metric, year: given.years?.to ?? null, vintage: given.vintage };
  // Places that are compared stand in one year and one vintage, where one serves them all.
  const common = partFigures(facts, { ...asked, places: sets.flatMap(({ parts }) => parts) });
  const fixed = common.values === null ? asked : { ...asked, year: common.year, vintage: common.vintage };
  const answers = sets.map((set) => {
    const ask = { ...fixed, places: set.parts };
    const found = partFigures(facts, ask);
    const heads = partFigures(facts, {
      ...ask,
      metric: 'population',
      year: given.populationYear ?? found.year,
      vintage: null,
    });
    const spread: Spread = {
      amounts: found.values ?? [],
      population: heads.values,
      populationReason: heads.reason,
      groups: set.groups,
      additive: found.metric.additive,
    };
    const name = (place: string): string => facts.name(place);
    const rows = indicesFor(spread).map((index) =>
      found.values === null
        ? {
            ...balanceRow(set, { ...spread, population: [] }, index, given.level, name),
            zeros: 0,
            reason: found.reason,
          }
        : balanceRow(set, spread, index, given.level, name),
    );
    return { found, heads, rows };
  });
  const regions = await describeRegions(
    observatory,
    places.map(({ place }) => place.id),
    adHoc,
  );
  const none = await Population.of(observatory, { years: null, field: null, sector: null });
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
  return {
    rows: answers.flatMap(({ rows }) => rows),
    missing: unique(answers.flatMap(({ found }) => found.missing)),
    about: makeAbout(observatory, none, {
      analysis: 'balance',
      counting: unique(
        answers.map(
          ({ found }) =>
            `${found.metric.id} ${found.year} in ${found.unit} (${found.vintage ?? 'no vintage'})`,
        ),
      ).join('; '),
      interval: {
        method: 'jackknife over parts (boundary); published figures have no interval over works',
        level: given.level,
        draws: null,
        seed: null,
      },
      definitions: regions.definitions,
      warnings: [
        ...regions.warnings,
        ...unique([
          ...(unique(answers.map(({ found }) => `${found.year} ${found.vintage ?? ''}`)).length > 1
            ? ['places stand in different years or vintages, and may not be compared']
            : []),
          ...answers.flatMap(({ found }) => found.warnings),
        ]),
      ],
      notes: [
        'these are published figures: no work of this observatory is in them',
        'Gini is uncorrected, gini_corrected times n/(n − 1); CV is that of a population; Williamson that of the metric per head, over people',
        ...unique(answers.flatMap(({ found }) => sources(found.figures.flatMap(({ from }) => from)))),
        ...unique(
          answers.flatMap(({ heads: { values, metric, year, vintage } }) =>
            values === null ? [] : [`populations: ${metric.id} ${year} (${vintage ?? 'no vintage'})`],
          ),
        ),
        ...hints(facts, places, given),
        ...regions.notes,
      ],
    }),
  };
}

export function partsOfPlace(
  facts: Facts,
  { place, cities }: Sets['places'][number],
  of: Parts,
): readonly string[] {
  if (place.id.startsWith('adhoc:')) return cities;
  const parts = partsOf(facts, place.id, of);
  if (parts === null)
    throw new InputError(`the parts of ${place.name} (${place.id}) are not known.`, {
      todo: 'Name a region definition, a Chinese province, or China.',
    });
  return parts;
}

/** Where whole provinces stand in for cities whose figures lack. */
function hints(facts: Facts, places: Sets['places'], { parts }: BalanceParams): string[] {
  if (parts === 'provinces') return [];
  return places.flatMap(({ place, cities }) => {
    const coarser = place.id.startsWith('adhoc:') ? null : partsOf(facts, place.id, 'provinces');
    return coarser === null || coarser.length === cities.length
      ? []
      : [`--parts provinces asks ${place.name} of ${coarser.length} parts, whole provinces among them`];
  });
}

/** What of a question about works means nothing for published figures. */
function refuse({ field, sector, years }: BalanceParams): void {
  if (field !== null || sector !== null)
    throw new InputError('a published metric has no field or sector.', {
      todo: 'Leave out --field and --sector, or --metric.',
    });
  if (years !== null && years.from !== years.to)
    throw new InputError('a published metric is asked for in one year.', {
      todo: `Ask for --years ${years.to}, or see convergence for a span.`,
    });
}

export function sources(
  from: readonly { readonly source: string; readonly sourceKind: string | null }[],
): string[] {
  const named = new Set(from.map(({ source }) => source));
  return named.size === 0 ? [] : [`sources, as they were seen: ${[...named].sort().join('; ')}`];
}
