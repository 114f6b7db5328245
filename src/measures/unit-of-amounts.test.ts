import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as m from './index.ts';

/** Numbers out of a result, in its order; texts and nulls as they are. What rounding has left of 0 is 0. */
function flat(result: unknown): unknown[] {
  if (typeof result !== 'object' || result === null) return [result];
  if (ArrayBuffer.isView(result)) return Array.from(result as Float64Array);
  return Object.values(result).flatMap(flat);
}

function expectAlike(of: unknown, due: unknown): void {
  const [a, b] = [flat(of), flat(due)];
  expect(a.length).toBe(b.length);
  for (const [i, value] of a.entries()) {
    const other = b[i];
    if (typeof value !== 'number' || typeof other !== 'number') expect(value).toBe(other);
    else if (!(Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(other)))) expect(value).toBe(other);
  }
}

const LINE = m.spatialWeights([[1], [0, 2], [1, 3], [2, 4], [3, 5], [4]]);
const PEOPLE = [3, 1, 4, 2, 6, 5];
const YEARS = [2010, 2011, 2012, 2013, 2014, 2015];
const GROUPS = ['a', 'a', 'b', 'b', 'c', 'c'];
const table = (x: readonly number[]): m.Matrix => m.matrixOf([x.slice(0, 3), x.slice(3, 6)]);
const square = (x: readonly number[]): m.Matrix => {
  const [a, b, c, d, e, f] = x;
  return m.matrixOf([
    [0, a, b, c],
    [a, 0, d, e],
    [b, d, 0, f],
    [c, e, f, 0],
  ]);
};
const net = (x: readonly number[]): m.Network => m.networkOfMatrix(square(x));
const weights = (x: readonly number[]): m.SpatialWeights => m.flowWeights(square(x));
const sum = (x: readonly number[]): number => x.reduce((all, value) => all + value, 0);
const times = (x: readonly number[], k: number): number[] => x.map((value) => value * k);
const noVariances = ({ z, p }: m.SpatialTest): unknown => ({ z, p });

/** What does not change with the unit of the amounts x, six of them above 0, alike in no two. */
const MEASURES: Readonly<Record<string, (x: readonly number[], k: number) => unknown>> = {
  gini: (x) => m.gini(x),
  'gini of a small sample': (x) => m.gini(x, { smallSample: true }),
  'gradient of gini': (x, k) => m.giniGradient(x)!.map((value) => value * k),
  theilT: (x) => m.theilT(x, PEOPLE),
  'theilT, weights': (x) => m.theilT(PEOPLE, x),
  theilL: (x) => m.theilL(x),
  'theil decomposition': (x) => m.theilDecomposition(x, GROUPS),
  'gradient of theil': (x, k) => m.theilGradient(x)!.map((value) => value * k),
  'theil by chance': (x, k) => m.theilChance(x, times(PEOPLE, k * k)),
  'atkinson 0.5': (x) => m.atkinson(x, 0.5),
  'atkinson 1': (x) => m.atkinson(x, 1),
  'atkinson 3': (x) => m.atkinson(x, 3),
  hoover: (x) => m.hoover(x, PEOPLE),
  herfindahl: (x) => m.herfindahl(x),
  shannon: (x) => m.shannon(x),
  variation: (x) => m.coefficientOfVariation(x),
  'gradient of variation': (x, k) => m.variationGradient(x)!.map((value) => value * k),
  williamson: (x) => m.williamson(x, PEOPLE),
  'williamson, people': (x) => m.williamson(PEOPLE, x),
  krugman: (x) => m.krugmanDissimilarity(x, PEOPLE),
  'krugman index': (x) => m.krugmanIndex(table(x)),
  pearson: (x) => m.pearson(x, PEOPLE),
  'pearson, both': (x) =>
    m.pearson(
      x,
      x.map((value, i) => value * (1 + (i % 2))),
    ),
  spearman: (x) => m.spearman(x, PEOPLE),
  'mann-kendall': (x) => m.mannKendall(x),
  'theil-sen': (x, k) => {
    const slope = m.theilSenSlope(YEARS, x).value!;
    return slope / k;
  },
  sigma: (x) => m.sigma(x),
  'beta convergence': (x) => ({ ...m.betaConvergence(x, times(x.toReversed(), 1.5), 5), alpha: null }),
  'log-linear slope': (x) => m.logLinearSlope(YEARS, x),
  'compound growth': (x) => m.compoundGrowth(x[0], x[1], 5),
  'poisson growth, exposure': (x) => {
    const { slope } = m.poissonGrowth(YEARS, PEOPLE, x) as { slope: number };
    return slope;
  },
  goalposts: (x, k) => m.fromGoalposts(x, { worst: 0, best: 60 * k }),
  'sample goalposts': (x) => m.fromGoalposts(x, m.sampleGoalposts(x) as m.Goalposts),
  'entropy weights': (x) => m.entropyWeights(m.matrixOf([x.slice(0, 2), x.slice(2, 4), x.slice(4, 6)])),
  'coupling, weights': (x) => m.couplingCoordination([0.2, 0.4, 0.6, 0.3, 0.1, 0.9], 'standard', x),
  'location quotients': (x) => m.locationQuotients(table(x)),
  'location quotient': (x) =>
    m.locationQuotient({ cell: x[0], row: x[0] + x[1], column: x[0] + x[2], total: sum(x) }),
  'affinity of collaborations': (x) => m.affinityOfCollaborations(x[0], x[0] + x[1], x[0] + x[2], sum(x)),
  'affinity of works': (x) => m.affinityOfWorks(x[0], x[0] + x[1], x[0] + x[2], sum(x)),
  steijn: (x) => m.steijnProbability(x[0], x[0] + x[1], x[0] + x[2], sum(x)),
  salton: (x) => m.saltonCosine(x[0], x[0] + x[1], x[0] + x[2]),
  jaccard: (x) => m.jaccard(x[0], x[0] + x[1], x[0] + x[2]),
  inclusion: (x) => m.inclusion(x[0], x[0] + x[1], x[0] + x[2]),
  'association matrix': (x) => m.similarityMatrix(square(x), 'association', { of: 'collaborations' }),
  'salton matrix': (x) => m.similarityMatrix(square(x), 'salton', { of: 'collaborations' }),
  moran: (x) => m.moran(x, LINE),
  'moran, weights': (x) => m.moran([1, 2, 4, 9], weights(x)),
  'moran, permutations': (x) => m.moranPermutation(x, LINE, { permutations: 20, seed: 1 }),
  geary: (x) => m.geary(x, LINE),
  'geary, weights': (x) => m.geary([1, 2, 4, 9], weights(x)),
  'getis-ord': (x) => m.getisOrd(x, LINE),
  'getis-ord, weights': (x) => {
    const result = m.getisOrd([1, 2, 4, 9], weights(x));
    return 'code' in result ? result : noVariances(result.randomisation);
  },
  'local moran': (x) => m.lisa(x, LINE),
  'local moran, permutations': (x) => m.lisa(x, LINE, { permutations: 20, seed: 1 }),
  polycentricity: (x) => m.polycentricity(net(x)),
  modularity: (x) => m.modularity(net(x), ['a', 'a', 'b', 'b']),
  'page rank': (x) => m.pageRank(net(x)),
  eigenvector: (x) => (m.eigenvectorCentrality(net(x)) as { values?: Float64Array }).values,
  constraint: (x) => m.constraint(net(x)),
  betweenness: (x) => m.betweenness(net(x)),
  leiden: (x) => m.leiden(net(x), { seed: 1 }),
  'standardised rows': (x) => m.standardiseRows(weights(x)).weights,
  'expected, of the observed': (x) => {
    const fit = m.quasiIndependence(m.strengths(net(x)));
    return m.expectedPair(fit, 0, 1)! / x[0];
  },
  'quasi-independence table': (x, k) => {
    const { value } = m.ipf(square(x), (i, j) => i === j);
    return value === null ? value : value.values.map((cell) => cell / k);
  },
  'weighted quantiles': (x) => m.weightedQuantiles(PEOPLE, [0.1, 0.5, 0.9], x),
  'matched percentiles': (x) => m.matchedPercentiles(x, PEOPLE, 3),
  'ratio interval': (x) =>
    m.ratioInterval(
      x,
      x.map((value, i) => value * (1 + (i % 3))),
    ),
  'adjusted share': (x, k) => m.adjustedShare(x[0], x[1], x[0] + x[2]).value! / k,
  ndcg: (x) =>
    m.dcg(x, { gain: 'linear' }) /
    m.dcg(
      x.toSorted((a, b) => b - a),
      { gain: 'linear' },
    ),
  'joint ranks': (x, k) =>
    m.jointRankIntervals({ totals: x, covariance: diagonal(times(PEOPLE, k * k)), seed: 1, draws: 50 }),
  'outrank probability': (x, k) => m.outrankProbability(x, diagonal(times(PEOPLE, k * k)), 0, 1),
};
const diagonal = (variances: readonly number[]): Float64Array =>
  Float64Array.from({ length: 36 }, (_, k) => (k % 7 === 0 ? variances[k / 7] : 0));

const amounts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 6 });

describe('the greatest numbers', () => {
  it('have an inequality and a correlation as any others', () => {
    expect(m.gini([1e308, 0])).toEqual(m.gini([1, 0]));
    const due = m.pearson([1, 2, 4], [1, 2, 3]).value!;
    for (const k of [1e-200, 1e200])
      expect(m.pearson([k, 2 * k, 4 * k], [1, 2, 3]).value).toBeCloseTo(due, 14);
  });
});

describe('the unit of the amounts', () => {
  it.each(Object.entries(MEASURES))('does not change %s, from 1e−300 to 1e300', (name, of) => {
    // Variances are squares, and no number holds that of 1e300.
    const squared = ['theil by chance', 'joint ranks', 'outrank probability'].includes(name);
    const units = squared ? [1e-150, 1e-77, 1e77, 1e150] : [1e-300, 1e-150, 1e-77, 1e77, 1e150, 1e300];
    fc.assert(
      fc.property(amounts, (x) => {
        const due = of(x, 1);
        for (const k of units) expectAlike(of(times(x, k), k), due);
      }),
      { seed: 6, numRuns: 5 },
    );
  });
});
