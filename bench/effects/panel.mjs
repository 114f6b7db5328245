// Pair and symmetric city-year effects, three regressors, errors clustered by pair, beside pyfixest. That has no effects
// with two ends: it gets both directions of every pair, with effects of either end and clusters of the unordered pair,
// which is the same estimate.
import { pairClusters, ppml, undirectedEffects } from '../../src/effects/index.ts';
import { apart, flows, POLICY } from '../flows.mjs';

export const comparison = {
  id: 'panel',
  title: 'PPML, pair and city-year effects, 20 years, 3 regressors; n cities',
  packages: ['pyfixest'],
  peer: 'panel.py',
  sizes: [100, 300],
  rounds: 3,
  input(cities) {
    const given = flows(cities);
    const policy = given.inside.map((inside, i) => (given.year[i] >= POLICY ? inside : 0));
    return { ...given, regressors: { policy, near: given.near, far: given.far } };
  },
  ours(given) {
    return ppml(
      { y: given.flow, regressors: given.regressors, effects: undirectedEffects(given) },
      { errors: { kind: 'cluster', by: pairClusters(given) } },
    );
  },
  agree({ coefficients, sample }, theirs) {
    const b = apart(
      coefficients.map(({ estimate }) => estimate),
      theirs.coefficients,
    );
    const se = apart(
      coefficients.map(({ standardError }) => standardError),
      theirs.errors,
    );
    return `${sample.rows} rows, ${sample.used} used (theirs ${theirs.used / 2}); coefficients at most ${b} apart, errors ${se}`;
  },
};
