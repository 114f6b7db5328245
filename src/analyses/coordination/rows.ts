import type { Policy } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { incompleteAmong } from '../population/incomplete-years.ts';
import { Expectation } from '../collaboration/expected.ts';
import { linkFilter } from '../collaboration/question.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { placeNames, type PlaceName } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { policiesOf } from '../profile/facts.ts';
import { windowsOf, type Years } from '../population/year-windows.ts';
import { describeCoordination } from './about.ts';
import { beforeAfter, intraOf, ratioOf, sides } from './around.ts';
import { centresOf } from './centres.ts';
import { meetingRow, ofOneCity, sumOver } from './figures.ts';
import { meetingSums } from './meetings.ts';
import type { Coordination, CoordinationParams, CoordinationRow } from './question.ts';
import { regionsAsked } from './regions.ts';
import { spreadOf } from './spread.ts';

export async function coordinationOf(
  observatory: Observatory,
  given: CoordinationParams,
): Promise<Coordination> {
  const population = await Population.of(observatory, given);
  const filter = linkFilter(population, given);
  const { regions, adHoc } = await regionsAsked(observatory, given);
  const facts = await openFacts(observatory, null);
  const decided = regions.map(({ place, cities }) => policiesOf(facts, place, cities));
  const [{ place }] = regions;
  const year = given.policy ?? facts.definitions.get(place.id)?.policyYear ?? null;
  const windows = windowsOf(population, given.window);
  const both = year === null ? null : sides(population, year, given.span);
  const asked = [...windows, ...(both ?? []).flatMap((side) => side ?? [])];
  const expectation = await Expectation.of(observatory, population, filter);
  const groups = regions.map(({ place: { id }, cities }) => ({ id, from: cities, to: null }));
  const compared = await expectation.compareWindows(groups, asked, given.level);
  const ask = { observatory, population, filter, regions };
  const sums = await meetingSums(ask);
  const centres = await centresOf(ask, windows, given.level);
  const spread = await spreadOf(ask, windows, given.level);
  const firsts = centres.flat().flatMap(({ first }) => first ?? []);
  const names = await placeNames(observatory, [...new Set(firsts)]);
  const rows = regions.flatMap((region, g) =>
    windows.map((years, w): CoordinationRow => {
      const { density, first, ...shape } = centres[g][w];
      const links = compared.get(region.place.id)![w];
      if (region.cities.length < 2)
        return ofOneCity(region, years, sumOver(sums, g, years), population.within(years).works, given.level);
      return {
        place: region.place,
        years,
        cities: region.cities.length,
        ...meetingRow(region, sumOver(sums, g, years), population.within(years).works, given.level),
        intraShare: intraOf(links),
        expectedShare: links.expectedShare,
        ratio: ratioOf(links),
        density: density.value,
        first: first === null ? null : (names.get(first) ?? null),
        ...shape,
        gini: spread[g][w],
        policies: decided[g].filter((policy) => policy.year >= years.from && policy.year <= years.to),
      };
    }),
  );
  const sideAt = (id: string, side: Years | null) =>
    side === null ? undefined : compared.get(id)![asked.indexOf(side)];
  const around =
    year === null || both === null
      ? null
      : {
          year,
          places: regions.map((one) =>
            beforeAfter(
              one.place,
              both,
              [sideAt(one.place.id, both[0]), sideAt(one.place.id, both[1])],
              given.level,
            ),
          ),
        };
  return {
    about: await describeCoordination(observatory, population, given, {
      regions,
      adHoc,
      windows,
      around,
      few: rows.filter(({ fewWorks }) => fewWorks).length,
      without: expectation.without,
      incomplete: await incompleteAmong(observatory, population, given),
    }),
    rows,
    place,
    peers: regions.slice(1).map((one): PlaceName => one.place),
    policies: decided[0].map(policyMark),
    around,
  };
}

const policyMark = ({ year, date, event, eventZh, source }: Policy): Coordination['policies'][number] => ({
  year,
  date,
  name: event,
  nameZh: eventZh,
  source,
});
