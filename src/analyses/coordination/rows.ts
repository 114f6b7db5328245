import type { Policy } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Estimate, linearised, noEstimate, ratioEstimate } from '../estimate.ts';
import { known, type RatioSums } from '../../measures/index.ts';
import { incompleteAmong } from '../incomplete-years.ts';
import { Expectation } from '../link-expected.ts';
import { linkFilter } from '../link-question.ts';
import { openFacts } from '../observatory-facts.ts';
import { placeNames, type PlaceName } from '../place-names.ts';
import { Population } from '../population.ts';
import { policiesOf } from '../profile-facts.ts';
import { FEW_WORKS } from '../ranking-question.ts';
import { windowsOf, type Years } from '../windows.ts';
import { describeCoordination } from './about.ts';
import { beforeAfter, intraOf, ratioOf, sides } from './around.ts';
import { centresOf } from './centres.ts';
import { meetingSums, type MeetingSums } from './meetings.ts';
import type { Coordination, CoordinationParams, CoordinationRow } from './question.ts';
import { type Region, regionsAsked } from './regions.ts';
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
    policies: decided[0].map(told),
    around,
  };
}

const told = ({ year, date, event, eventZh, source }: Policy): Coordination['policies'][number] => ({
  year,
  date,
  name: event,
  nameZh: eventZh,
  source,
});

type Sums = Omit<MeetingSums, 'g' | 'year'>;

function sumOver(sums: readonly MeetingSums[], g: number, { from, to }: Years): Sums {
  const total: Record<keyof Sums, number> = { ...NONE };
  for (const { g: region, year, ...own } of sums)
    if (region === g && year >= from && year <= to)
      for (const key of Object.keys(NONE) as (keyof Sums)[]) total[key] += own[key];
  return total;
}

const NONE: Sums = {
  inside: 0,
  insideSquares: 0,
  joint: 0,
  here: 0,
  hereSquares: 0,
  wi: 0,
  xi: 0,
  wwi: 0,
  wxi: 0,
  xxi: 0,
  wo: 0,
  xo: 0,
  wwo: 0,
  wxo: 0,
  xxo: 0,
};

/** One city has nothing inside. */
function ofOneCity(region: Region, years: Years, sums: Sums, works: number, level: number): CoordinationRow {
  const none = noEstimate('the region is one city');
  return {
    place: region.place,
    years,
    cities: region.cities.length,
    jointWorks: 0,
    intraShare: none,
    expectedShare: null,
    ratio: none,
    density: null,
    pairWeight: none,
    first: null,
    throughFirst: none,
    slope: none,
    entropy: none,
    gini: none,
    kmInside: none,
    kmOutside: outside(sums, works, level),
    citiesPerWork: none,
    fewWorks: true,
    policies: [],
  };
}

const outside = ({ wo, xo, wwo, wxo, xxo }: Sums, works: number, level: number): Estimate =>
  wo === 0
    ? noEstimate('the region has no links outside')
    : ratioEstimate({ a: xo, b: wo, aa: xxo, ab: wxo, bb: wwo }, works, level, 'log');

/** What is a sum over works, or a ratio of two. */
function meetingRow(
  { cities }: Region,
  sums: Sums,
  works: number,
  level: number,
): Pick<
  CoordinationRow,
  'jointWorks' | 'pairWeight' | 'kmInside' | 'kmOutside' | 'citiesPerWork' | 'fewWorks'
> {
  const n = cities.length;
  const scale = works === 0 ? 0 : (1000 / works) * (2 / (n * (n - 1)));
  const { inside, insideSquares, wi, xi, wwi, wxi, xxi, joint, here, hereSquares } = sums;
  const ratio = (of: RatioSums): Estimate =>
    of.b === 0 ? noEstimate(NO_LINKS_INSIDE) : ratioEstimate(of, works, level, 'log');
  return {
    jointWorks: joint,
    pairWeight:
      works === 0
        ? noEstimate('no works in these years')
        : linearised(
            known(inside * scale),
            [{ squares: insideSquares * scale ** 2, sum: inside * scale, works }],
            level,
          ),
    kmInside: ratio({ a: xi, b: wi, aa: xxi, ab: wxi, bb: wwi }),
    kmOutside: outside(sums, works, level),
    citiesPerWork: ratio({ a: here, b: joint, aa: hereSquares, ab: here, bb: joint }),
    fewWorks: joint < FEW_WORKS,
  };
}

const NO_LINKS_INSIDE = 'the region has no links inside';
