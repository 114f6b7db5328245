import { describe, expect, it } from 'vitest';
import { absent, close, load, title } from '../../test/reference.ts';
import {
  affinityOfCollaborations,
  competitionRanks,
  eiIndex,
  everyResample,
  expectedPair,
  groupParts,
  independencePair,
  ipf,
  jaccard,
  links,
  modularity,
  percentileInterval,
  quasiIndependence,
  saltonCosine,
  shareCovariance,
  shares,
  splitWork,
  standardErrors,
  steijnProbability,
  summariseRanks,
  type Author,
  type Quantity,
} from './index.ts';

type Matrix = number[][];

interface Fraction {
  readonly value: number;
}
interface ShareInput {
  readonly works: { readonly authors: readonly Author[] }[];
  readonly institution_city: Record<string, string[]>;
  readonly city_cluster: Record<string, string>;
}
interface ShareExpected {
  readonly city_share: Record<string, Fraction>;
  readonly city_count: Record<string, number>;
  readonly cluster_share: Record<string, Fraction>;
  readonly cluster_count: Record<string, number>;
  readonly unallocated_share: Fraction;
  readonly city_collaboration_score: Record<string, Fraction>;
  readonly cluster_collaboration_score: Record<string, Fraction>;
  readonly pair_full: Record<string, number>;
  readonly pair_fractional_choose2: Record<string, Fraction>;
  readonly pair_fractional_n_minus_1: Record<string, Fraction>;
}

describe.skipIf(absent)(title('reference case count-share-basic'), () => {
  it('has these Shares, Counts, scores and pair counts, of cities and of clusters', () => {
    const { tolerance, ...read } = load('count-share-basic');
    const [input, expected] = [read.input as ShareInput, read.expected as ShareExpected];
    const works = input.works.map((work) =>
      splitWork(work, { placeOf: (institution) => input.institution_city[institution][0] }),
    );
    const clusters = works.map((work) => groupParts(work, (city) => input.city_cluster[city]));
    for (const [split, share, count] of [
      [works, expected.city_share, expected.city_count],
      [clusters, expected.cluster_share, expected.cluster_count],
    ] as const) {
      const { places, unlocated } = shares(split);
      expect(places.map(({ place }) => place)).toEqual(Object.keys(share).sort());
      for (const row of places) {
        close(row.share, share[row.place].value, tolerance);
        expect(row.count).toBe(count[row.place]);
      }
      expect(unlocated.reduce((sum, part) => sum + part.share, 0)).toBe(expected.unallocated_share.value);
    }
    const cityPairs = links(works).pairs;
    expect(cityPairs.map(({ a, b }) => `${a}|${b}`)).toEqual(Object.keys(expected.pair_full).sort());
    for (const pair of cityPairs) {
      const key = `${pair.a}|${pair.b}`;
      expect(pair.full).toBe(expected.pair_full[key]);
      close(pair.perPair, expected.pair_fractional_choose2[key].value, tolerance);
      close(pair.perPartner, expected.pair_fractional_n_minus_1[key].value, tolerance);
      close(pair.score, expected.city_collaboration_score[key].value, tolerance);
    }
    const clusterPairs = links(clusters).pairs;
    expect(clusterPairs).toHaveLength(Object.keys(expected.cluster_collaboration_score).length);
    for (const pair of clusterPairs)
      close(pair.score, expected.cluster_collaboration_score[`${pair.a}|${pair.b}`].value, tolerance);
  });
});

interface BootstrapInput {
  readonly shares: Record<string, number[]>;
  readonly n_works: number;
}
interface BootstrapExpected {
  readonly point_total: Record<string, number>;
  readonly bootstrap_sd_exact: Record<string, number>;
  readonly analytic_sd: Record<string, number>;
  readonly interval95_type1: Record<string, [number, number]>;
  readonly P_rank: Record<string, Record<string, number>>;
  readonly rank_interval95: Record<string, [number, number]>;
  readonly P_P_beats_Q: number;
  readonly P_tie_PQ: number;
  readonly expected_rank: Record<string, number>;
}

describe.skipIf(absent)(title('reference case bootstrap-exact'), () => {
  it('has these deviations, intervals and ranks over all resamples', () => {
    const { tolerance, ...read } = load('bootstrap-exact');
    const [input, expected] = [read.input as BootstrapInput, read.expected as BootstrapExpected];
    const places = Object.keys(input.shares);
    const columns = places.map((place) => input.shares[place]);
    const n = input.n_works;
    const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number =>
      Array.from({ length: n }, (_, w) => x[w] * y[w]).reduce((sum, value) => sum + value, 0);
    const totals = columns.map((column) => dot(column, new Array<number>(n).fill(1)));
    const resamples = [...everyResample(n)];
    const probabilities = resamples.map((resample) => resample.probability);
    const drawn = resamples.flatMap(({ weights }) => columns.map((column) => dot(column, weights)));
    const rows = summariseRanks({ totals, drawn, probabilities, level: 0.95 });
    const products = columns.flatMap((x) => columns.map((y) => dot(x, y)));
    const deviations = standardErrors(shareCovariance(totals, products, n));

    for (const [i, place] of places.entries()) {
      const own = resamples.map((_, draw) => drawn[draw * places.length + i]);
      const variance = own.reduce((sum, x, draw) => sum + probabilities[draw] * (x - totals[i]) ** 2, 0);
      close(totals[i], expected.point_total[place], tolerance);
      close(Math.sqrt(variance), expected.bootstrap_sd_exact[place], tolerance);
      close(deviations[i], expected.analytic_sd[place], tolerance);
      const interval = percentileInterval(own, 0.95, probabilities);
      expect([interval.low, interval.high]).toEqual(expected.interval95_type1[place]);
      expect([rows[i].low, rows[i].high]).toEqual(expected.rank_interval95[place]);
      close(rows[i].first, expected.P_rank[place]['1'], tolerance);
      close(rows[i].mean, expected.expected_rank[place], tolerance);
      for (const [rank, probability] of Object.entries(expected.P_rank[place])) {
        const mass = resamples.reduce((sum, _, draw) => {
          const ranks = competitionRanks(drawn.slice(draw * places.length, (draw + 1) * places.length));
          return ranks[i] === Number(rank) ? sum + probabilities[draw] : sum;
        }, 0);
        close(mass, probability, tolerance);
      }
    }
    const compare = (sign: number): number =>
      probabilities.reduce(
        (sum, p, draw) => (Math.sign(drawn[draw * 3] - drawn[draw * 3 + 1]) === sign ? sum + p : sum),
        0,
      );
    close(compare(1), expected.P_P_beats_Q, tolerance);
    close(compare(0), expected.P_tie_PQ, tolerance);
  });
});

interface NullInput {
  readonly labels: string[];
  readonly matrix: Matrix;
  readonly cluster: Record<string, string>;
}
interface NullExpected {
  readonly expected_independence: Matrix;
  readonly expected_quasi_independence: Matrix;
  readonly ratio_quasi: Matrix;
  readonly intra_share_observed: number;
  readonly intra_share_expected_quasi: number;
  readonly intra_share_expected_independence_offdiag: number;
  readonly EI_index: number;
  readonly modularity: number;
}

describe.skipIf(absent)(title('reference case null-quasi-independence'), () => {
  it('has these expected values, intra shares, E-I index and modularity', () => {
    const { tolerance, ...read } = load('null-quasi-independence');
    const [input, expected] = [read.input as NullInput, read.expected as NullExpected];
    const strengths = input.matrix.map((row) => row.reduce((sum, value) => sum + value, 0));
    const groups = input.labels.map((label) => input.cluster[label]);
    const fit = quasiIndependence(strengths);
    const table = ipf(input.matrix, (i, j) => i === j).expected!;
    /** Sums over pairs i < j of a table: inside the clusters, and all. */
    const share = (cell: (i: number, j: number) => number): { inside: number; across: number } => {
      const sums = { inside: 0, across: 0 };
      for (let j = 0; j < groups.length; j++)
        for (let i = 0; i < j; i++) sums[groups[i] === groups[j] ? 'inside' : 'across'] += cell(i, j);
      return sums;
    };
    for (let i = 0; i < strengths.length; i++) {
      for (let j = 0; j < strengths.length; j++) {
        close(independencePair(strengths, i, j).value, expected.expected_independence[i][j], 1e-12);
        close(table[i][j], expected.expected_quasi_independence[i][j], tolerance);
        if (i === j) continue;
        close(expectedPair(fit, i, j), table[i][j], 1e-9);
        close(expectedPair(fit, i, j), expected.expected_quasi_independence[i][j], tolerance);
        close(input.matrix[i][j] / expectedPair(fit, i, j)!, expected.ratio_quasi[i][j], tolerance);
      }
    }
    const intra = ({ inside, across }: { inside: number; across: number }): number =>
      inside / (inside + across);
    const observed = share((i, j) => input.matrix[i][j]);
    close(intra(observed), expected.intra_share_observed, 1e-12);
    close(intra(share((i, j) => expectedPair(fit, i, j)!)), expected.intra_share_expected_quasi, tolerance);
    close(
      intra(share((i, j) => independencePair(strengths, i, j).value!)),
      expected.intra_share_expected_independence_offdiag,
      1e-12,
    );
    close(eiIndex(observed).value, expected.EI_index, 1e-12);
    close(modularity(input.matrix, groups).value, expected.modularity, 1e-12);
  });
});

describe.skipIf(absent)(title('reference case similarity-econgeo'), () => {
  it('has these similarities on collaborations, diagonal left out', () => {
    const { tolerance, ...read } = load('similarity-econgeo');
    const expected = read.expected as Record<string, Matrix>;
    const table = (read.input as { cooccurrence: Matrix }).cooccurrence;
    const S = table.map((row, i) => row.reduce((sum, value, j) => (i === j ? sum : sum + value), 0));
    const T = S.reduce((sum, value) => sum + value, 0);
    const measures: Record<string, (c: number, i: number, j: number) => Quantity> = {
      prob: (c, i, j) => steijnProbability(c, S[i], S[j], T),
      association: (c, i, j) => affinityOfCollaborations(c, S[i], S[j], T),
      cosine: (c, i, j) => saltonCosine(c, S[i], S[j]),
      Jaccard: (c, i, j) => jaccard(c, S[i], S[j]),
    };
    expect(Object.keys(expected).sort()).toEqual(Object.keys(measures).sort());
    for (const [name, measure] of Object.entries(measures))
      for (let i = 0; i < S.length; i++)
        for (let j = 0; j < S.length; j++)
          if (i !== j) close(measure(table[i][j], i, j).value, expected[name][i][j], tolerance);
  });
});
