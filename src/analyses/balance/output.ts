import { greatest } from '../../measures/extremes.ts';
import { linearisedInterval, theilChance } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Message, nameIn } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import type { Balance, BalanceParams, BalanceRow } from './question.ts';
import { rowOf, indicesFor, MOST_JACKKNIFED, reasonOf, within, valueOf } from './rows.ts';
import { type SetOfParts, setsOf, withTogether } from './sets.ts';
import { messages } from './messages.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Index, Spread } from './inequality.ts';
import { gather, standardErrors } from '../output/rank-neighbourhood.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { outputs } from '../output/output.ts';
import { type PartFigures, partFigures } from '../statistics/member-statistics.ts';
import { messages as statisticMessages } from '../statistics/messages.ts';
import { populationNotes } from '../statistics/notes.ts';
import { placeNames } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import { slopesOf, workInfluence } from '../output/work-influence.ts';

/** How evenly Share or Count is spread over the cities of places. */
export async function balanceOfOutput(observatory: Observatory, given: BalanceParams): Promise<Balance> {
  const population = await Population.of(observatory, given);
  const { places, adHoc, disjoint } = await setsOf(observatory, given);
  const sets = withTogether(
    places.map(({ place, cities }) => ({ place, parts: cities })),
    disjoint,
  );
  const yearly = await outputs(observatory, population, { kinds: ['cities'], definitions: null, adHoc: [] });
  const units = new Map(gather(yearly, null, given.by).map((unit) => [unit.id, unit]));
  const asked = [...new Set(sets.flatMap(({ parts }) => parts))];
  const names = await placeNames(observatory, asked);
  const present = asked.flatMap((city) => units.get(city) ?? []);
  const errors = new Map(
    standardErrors(present, given.by, yearly, population, null).map((error, i) => [present[i].id, error]),
  );
  const heads = await populations(
    observatory,
    given,
    population,
    sets.map(({ parts }) => parts),
  );
  const measured = sets.map((set, s) => {
    const spread: Spread = {
      amounts: set.parts.map((city) => units.get(city)?.[given.by] ?? 0),
      population: heads[s].values,
      populationReason: heads[s].reason,
      groups: set.groups,
      additive: true,
    };
    return { set, spread, indices: indicesFor(spread) };
  });
  const tasks = measured.flatMap(({ set, spread, indices }) =>
    indices.map((index) => ({ set, spread, index })),
  );
  const influence = await workInfluence(
    observatory,
    population,
    given.by,
    tasks.map(({ set, spread, index }) => slopes(index, spread, set.parts)),
  );
  const rows = tasks.map(({ set, spread, index }, k): BalanceRow => {
    const row = rowOf(set, spread, index, given.level, (city, language) => {
      const named = names.get(city);
      return named === undefined ? city : nameIn(named, language);
    });
    if (row.value === null || index.gradient === undefined) return row;
    const squares = influence[k].reduce((sum, year) => sum + year.squares, 0);
    const total = influence[k].reduce((sum, year) => sum + year.sum, 0);
    const { low, high, reason } = linearisedInterval(
      row.value,
      squares,
      total,
      population.works,
      given.level,
    );
    return low === null ? { ...row, ...reasonOf(reason) } : { ...row, interval: within(low, high, row.most) };
  });
  const regions = await describeRegions(
    observatory,
    places.map(({ place }) => place.id),
    adHoc,
  );
  const few = present.filter(({ works }) => works < FEW_WORKS).length;
  return {
    rows,
    missing: [...new Set(heads.flatMap(({ missing }) => missing))],
    about: makeAbout(observatory, population, {
      analysis: 'balance',
      counting: messages.counting({ counting: outputMessages[given.by]() }),
      interval: {
        method: messages.overWorks(),
        level: given.level,
        draws: null,
        seed: null,
      },
      definitions: regions.definitions,
      warnings: [
        ...regions.warnings,
        ...(few > 0 ? [messages.fewWorks({ cities: few, least: FEW_WORKS })] : []),
      ],
      notes: [
        ...measured.flatMap(({ set, spread }) => chanceNote(set, spread, errors)),
        messages.forms({ of: 'output' }),
        ...(places.some(({ place }) => place.kind !== 'region') ? [statisticMessages.citiesKnown()] : []),
        ...(sets.some(({ parts }) => parts.length > MOST_JACKKNIFED) ? [messages.noBoundary()] : []),
        ...regions.notes,
        ...populationNotes(heads),
      ],
    }),
  };
}

function slopes(index: Index, spread: Spread, cities: readonly string[]) {
  if (index.gradient === undefined || valueOf(index, spread).value === null) return [];
  const gradient = index.gradient(spread);
  return gradient === null ? [] : slopesOf(cities, gradient);
}

/** What chance adds to Theil's T of a set, where it is a part of it worth naming. */
function chanceNote(
  { place, parts }: SetOfParts,
  { amounts }: Spread,
  errors: ReadonlyMap<string, number>,
): Message[] {
  const chance = theilChance(
    amounts,
    parts.map((city) => (errors.get(city) ?? 0) ** 2),
  );
  return chance.value === null ? [] : [messages.chanceAdds({ place, value: chance.value })];
}

/** Populations of each set's cities in one year. */
async function populations(
  observatory: Observatory,
  given: BalanceParams,
  population: Population,
  sets: readonly (readonly string[])[],
): Promise<PartFigures[]> {
  const facts = await openFacts(observatory, given.statistics);
  const last = given.years?.to ?? Math.max(greatest(population.worksByYear.keys()), 0);
  return sets.map((places) =>
    partFigures(facts, {
      metric: 'population',
      places,
      year: given.populationYear ?? last,
      vintage: null,
    }),
  );
}
