import { Geography, type WorldCity } from './geography.ts';
import {
  drawInstitutions,
  institutionsByCity,
  record,
  type CityInstitutions,
  type SyntheticInstitution,
} from './institutions.ts';
import { drawInterests } from './interests.ts';
import { cumulative } from './sampling.ts';
import { drawTruth, type RegionTruth, type WorldRegion } from './truth.ts';

export interface WorldParameters {
  /** A whole number from 0. */
  readonly seed: number;
  /** First and last year of the works. */
  readonly years?: readonly [number, number];
  readonly cities: readonly WorldCity[];
  readonly regions: readonly WorldRegion[];
}

/** Everything that is drawn once, before the first work. */
export interface World {
  readonly seed: number;
  readonly years: readonly [number, number];
  readonly geography: Geography;
  readonly institutions: readonly SyntheticInstitution[];
  readonly byCity: readonly CityInstitutions[];
  /** For each city the running sums over subfields. */
  readonly interests: readonly Float64Array[];
  /** Running sums over years: 3 % more works each year. */
  readonly yearSums: Float64Array;
  readonly truth: readonly RegionTruth[];
}

const YEARS = [2010, 2024] as const;

/**
 * A synthetic world of real cities: who is how large, who works with whom, what each is good at, and what happens to
 * each region after its policy year. The same parameters give the same world; its works are drawn one by one with
 * `drawWork`.
 *
 * @throws RangeError when there are fewer than two cities, the years run backwards, or the seed is no whole number
 */
export function generateWorld({ seed, years = YEARS, cities, regions }: WorldParameters): World {
  if (cities.length < 2) throw new RangeError(`a world needs two cities or more, got ${cities.length}`);
  if (years[0] > years[1])
    throw new RangeError(`years run from the first to the last, got ${years[0]}-${years[1]}`);
  const truth = drawTruth(regions, seed, years);
  const geography = new Geography(cities, regions, truth, seed, years[0]);
  const institutions = drawInstitutions(geography, seed);
  return {
    seed,
    years,
    geography,
    institutions,
    byCity: institutionsByCity(institutions, cities.length),
    interests: drawInterests(cities.length, seed),
    yearSums: cumulative(Array.from({ length: years[1] - years[0] + 1 }, (_, i) => 1.03 ** i)),
    truth,
  };
}

/** The institutions as JSON lines in the shape of OpenAlex's institutions. */
export function* institutionLines(world: World): Generator<string> {
  for (let i = 0; i < world.institutions.length; i++)
    yield JSON.stringify(record(world.institutions, i, world.geography.cities));
}
