/**
 * `synopolis/measures`: the arithmetic of the observatory, one file a measure. Pure functions on plain numbers and
 * typed arrays; results are frozen; undefined is null with a reason. No input or output, no clock, no global state:
 * what is random takes a seed.
 */
export * from './betweenness.ts';
export * from './bm25.ts';
export { type Alternative } from './alternative.ts';
export * from './cholesky.ts';
export * from './closeness.ts';
export * from './clustering.ts';
export * from './constraint.ts';
export * from './convergence.ts';
export * from './core.ts';
export * from './covariance.ts';
export * from './eigenvector.ts';
export * from './expected.ts';
export * from './geary.ts';
export * from './getis-ord.ts';
export * from './gini.ts';
export * from './gradient.ts';
export * from './great-circle.ts';
export * from './interval.ts';
export * from './ipf.ts';
export * from './jackknife.ts';
export * from './joint-ranks.ts';
export * from './leiden.ts';
export * from './links.ts';
export * from './matrix.ts';
export * from './modularity.ts';
export * from './ndcg.ts';
export * from './network.ts';
export * from './moran.ts';
export * from './near-places.ts';
export * from './normal.ts';
export * from './pagerank.ts';
export * from './pair-weights.ts';
export * from './partition.ts';
export * from './quantity.ts';
export * from './random.ts';
export * from './rank-correlation.ts';
export * from './rank-fusion.ts';
export * from './rank.ts';
export * from './ratio.ts';
export * from './recall.ts';
export * from './reciprocal-rank.ts';
export * from './replicate.ts';
export * from './resample.ts';
export * from './share.ts';
export * from './shortest-paths.ts';
export * from './sigma.ts';
export * from './similarity.ts';
export * from './strength.ts';
export * from './spatial-weights.ts';
export * from './student.ts';
export * from './theil.ts';
export * from './trend.ts';
export * from './units.ts';
export * from './variation.ts';
