import { messages as own } from './messages.ts';
import { messages } from '../messages.ts';
import type { Facts } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { distinct, InputError, type Language, type Message, render, several } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import type { Balance, BalanceParams, BalanceRow } from './question.ts';
import { rowOf, indicesFor } from './rows.ts';
import { type Sets, setsOf, withTogether } from './sets.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Spread } from './inequality.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { type PartFigures, partFigures, type Parts, partsOf } from '../statistics/member-statistics.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { named, populationNotes, sourceNotes } from '../statistics/notes.ts';
import { Population } from '../population/population.ts';

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
    const name = (place: string, language: Language): string => facts.name(place, language);
    const rows = indicesFor(spread).map((index) =>
      found.values === null
        ? {
            ...rowOf(
              set,
              { ...spread, population: [], groups: set.groups === null ? null : [] },
              index,
              given.level,
              name,
            ),
            zeros: 0,
            ...inRow(found.reason),
          }
        : rowOf(set, spread, index, given.level, name),
    );
    return { found, heads, rows };
  });
  const regions = await describeRegions(
    observatory,
    places.map(({ place }) => place.id),
    adHoc,
  );
  const none = await Population.of(observatory, { years: null, field: null, sector: null });
  const years = new Set(answers.map(({ found }) => `${found.year} ${found.vintage ?? ''}`));
  return {
    rows: answers.flatMap(({ rows }) => rows),
    missing: [...new Set(answers.flatMap(({ found }) => found.missing))],
    about: makeAbout(observatory, none, {
      analysis: 'balance',
      counting: countingOfFigures(answers.map(({ found }) => found)),
      interval: { method: own.overParts(), over: 'places', level: given.level, draws: null, seed: null },
      definitions: regions.definitions,
      warnings: [
        ...regions.warnings,
        ...distinct([
          ...(years.size > 1 ? [own.apart()] : []),
          ...answers.flatMap(({ found }) => found.warnings),
        ]),
      ],
      notes: [
        statisticMessages.published(),
        own.forms({ of: 'metric' }),
        ...distinct(answers.flatMap(({ found }) => sourceNotes(found.figures.flatMap(({ from }) => from)))),
        ...populationNotes(answers.map(({ heads }) => heads)),
        ...hints(facts, places, given),
        ...regions.notes,
      ],
    }),
  };
}

/** The figures that are spread, each year and vintage of them once. */
function countingOfFigures(found: readonly PartFigures[]): Message {
  return several(
    found.map(({ metric, year, unit, vintage }) =>
      statisticMessages.figure({ metric: named(metric), year, unit, vintage }),
    ),
  );
}

function inRow(reason: Message | null): Pick<BalanceRow, 'reason' | 'reasonZh'> {
  return {
    reason: reason === null ? null : render(reason, 'en'),
    reasonZh: reason === null ? null : render(reason, 'zh'),
  };
}

export function partsOfPlace(
  facts: Facts,
  { place, cities }: Sets['places'][number],
  of: Parts,
): readonly string[] {
  if (place.id.startsWith('adhoc:')) return cities;
  const parts = partsOf(facts, place.id, of);
  if (parts === null) throw new InputError(messages.unknownMembers({ place }));
  return parts;
}

/** Where whole provinces stand in for cities whose figures lack. */
function hints(facts: Facts, places: Sets['places'], { parts }: BalanceParams): Message[] {
  if (parts === 'provinces') return [];
  return places.flatMap(({ place, cities }) => {
    const coarser = place.id.startsWith('adhoc:') ? null : partsOf(facts, place.id, 'provinces');
    return coarser === null || coarser.length === cities.length
      ? []
      : [own.byProvinces({ place, parts: coarser.length })];
  });
}

/** What of a question about works means nothing for published figures. */
function refuse({ field, sector, years }: BalanceParams): void {
  if (field !== null || sector !== null)
    throw new InputError(
      messages.statisticOfFilters({
        filters: [...(field === null ? [] : ['field']), ...(sector === null ? [] : ['sector'])],
      }),
    );
  if (years !== null && years.from !== years.to) throw new InputError(own.oneYear({ year: years.to }));
}
