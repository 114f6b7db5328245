import {
  bootstrapWorks,
  createRandom,
  expectedInside,
  pairWeights,
  quasiIndependence,
} from '../src/measures/index.ts';

/**
 * Synthetic works of 60 cities and what resampling them says: the judge of the interval methods. Cities are
 * heavy-tailed (size 1/rank), and so are teams: most works are of one or two cities, some of twenty. A region of twelve
 * cities, large and small, keeps to itself more than chance has it.
 */
export const CITIES = 60;
export const WORKS = 5000;
export const DRAWS = 4000;
export const REGION = Array.from({ length: 12 }, (_, i) => 4 * i);

/** A work: its cities and the Share of each; the rest of the work is unlocated. */
export interface Work {
  readonly cities: readonly number[];
  readonly shares: readonly number[];
}

export function synthesise(seed: number): Work[] {
  const random = createRandom(seed);
  const cumulative: number[] = [];
  for (let c = 0; c < CITIES; c++) cumulative.push((cumulative.at(-1) ?? 0) + 1 / (c + 1));
  const anyCity = (): number => {
    const u = random.uniform() * cumulative[CITIES - 1];
    return cumulative.findIndex((limit) => u < limit);
  };
  return Array.from({ length: WORKS }, () => {
    const authors = Math.min(200, Math.ceil((1 - random.uniform()) ** (-1 / 1.3)));
    const home = anyCity();
    const parts = new Map<number, number>();
    for (let a = 0; a < authors; a++) {
      if (random.uniform() < 0.05) continue;
      let city = home;
      if (random.uniform() < 0.4) {
        do city = anyCity();
        while (REGION.includes(home) && !REGION.includes(city) && random.uniform() < 0.5);
      }
      parts.set(city, (parts.get(city) ?? 0) + 1 / authors);
    }
    return { cities: [...parts.keys()], shares: [...parts.values()] };
  });
}

/** A work's pairs: inside the region and touching it, and their weight under the two countings. */
export interface LinkParts {
  readonly inside: number;
  readonly touching: number;
  readonly full: number;
  readonly perPartner: number;
}

export function linkParts({ cities }: Work): LinkParts {
  const k = cities.length;
  const members = cities.filter((city) => REGION.includes(city)).length;
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const weights = pairWeights(k);
  return {
    inside: pairs(members),
    touching: pairs(k) - pairs(k - members),
    full: weights?.full ?? 0,
    perPartner: weights?.perPartner ?? 0,
  };
}

/** Strengths under 1/(k − 1): every city of a collaborative work gains 1. */
export function strengthsOf(works: readonly Work[], weights: ArrayLike<number>): Float64Array {
  const strengths = new Float64Array(CITIES);
  for (const [w, { cities }] of works.entries())
    if (cities.length > 1) for (const city of cities) strengths[city] += weights[w];
  return strengths;
}

/** Where the statistics stand: totals of all cities, the region's intra share under both countings, its observed/expected. */
export const INTRA = { full: CITIES, perPartner: CITIES + 1 } as const;
export const RATIO = CITIES + 2;

/** Every statistic, computed afresh from works with these weights. */
export function statistic(
  works: readonly Work[],
  parts: readonly LinkParts[],
  weights: ArrayLike<number>,
): Float64Array {
  const values = new Float64Array(RATIO + 1);
  const [inside, touching] = [
    [0, 0],
    [0, 0],
  ];
  for (const [w, { cities, shares }] of works.entries()) {
    const weight = weights[w];
    for (const [n, city] of cities.entries()) values[city] += weight * shares[n];
    for (const [n, each] of [parts[w].full, parts[w].perPartner].entries()) {
      inside[n] += weight * each * parts[w].inside;
      touching[n] += weight * each * parts[w].touching;
    }
  }
  values[INTRA.full] = inside[0] / touching[0];
  values[INTRA.perPartner] = inside[1] / touching[1];
  values[RATIO] = inside[1] / expectedInside(quasiIndependence(strengthsOf(works, weights)), REGION)!;
  return values;
}

/** The plain bootstrap: whole works drawn with replacement, everything computed afresh. One list of draws a statistic. */
export function resample(works: readonly Work[], parts: readonly LinkParts[], seed: number): number[][] {
  const drawn = bootstrapWorks({
    works: WORKS,
    draws: DRAWS,
    seed,
    statistic: (weights) => statistic(works, parts, weights),
  });
  return Array.from({ length: RATIO + 1 }, (_, i) =>
    Array.from({ length: DRAWS }, (__, d) => drawn[d * (RATIO + 1) + i]),
  );
}
