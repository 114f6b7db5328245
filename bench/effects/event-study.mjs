// An event study of fifteen coefficients on the same panel, beside pyfixest with the same fifteen columns.
import { eventStudy, pairClusters, undirectedEffects } from '../../src/effects/index.ts';
import { apart, flows, POLICY } from '../flows.mjs';

const [LEADS, LAGS] = [8, 7];
const columnOf = (since) => Math.min(Math.max(since, -LEADS), LAGS);

export const comparison = {
  id: 'event-study',
  title: 'event study, 15 coefficients, 20 years; n cities',
  packages: ['pyfixest'],
  peer: 'panel.py',
  sizes: [100, 300],
  rounds: 1,
  input(cities) {
    const given = flows(cities);
    const regressors = {};
    for (let since = -LEADS; since <= LAGS; since++)
      if (since !== -1)
        regressors[since < 0 ? `before${-since}` : `after${since}`] = given.inside.map((inside, i) =>
          columnOf(given.year[i] - POLICY) === since ? inside : 0,
        );
    return { ...given, regressors };
  },
  ours(given) {
    return eventStudy(
      { y: given.flow, regressors: {}, effects: undirectedEffects(given) },
      { time: given.year, treated: given.inside, from: POLICY },
      { leads: LEADS, lags: LAGS, errors: { kind: 'cluster', by: pairClusters(given) } },
    );
  },
  agree({ points }, theirs) {
    const told = points.filter(({ coefficient }) => coefficient !== null);
    return `coefficients at most ${apart(
      told.map(({ coefficient }) => coefficient.estimate),
      theirs.coefficients,
    )} apart`;
  },
};
