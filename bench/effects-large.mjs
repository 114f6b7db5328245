// 1,000 cities over 20 years, ten million rows: seconds and peak memory of the fit in a process of its own.
//   node --import tsx bench/effects-large.mjs [--cities 1000]
import { fileURLToPath } from 'node:url';

import { pairClusters, ppml, undirectedEffects } from '../src/effects/index.ts';
import { flows, POLICY } from './flows.mjs';
import { measure } from './measure.mjs';
import { options } from './options.mjs';

const own = fileURLToPath(import.meta.url);
const { cities, inner } = options(
  { cities: 1000, inner: 0 },
  'node --import tsx bench/effects-large.mjs [--cities 1000]',
);
if (inner === 1) {
  const given = flows(cities);
  const policy = given.inside.map((inside, i) => (given.year[i] >= POLICY ? inside : 0));
  const begun = performance.now();
  const estimate = ppml(
    {
      y: given.flow,
      regressors: { policy, near: given.near, far: given.far },
      effects: undirectedEffects(given),
    },
    { errors: { kind: 'cluster', by: pairClusters(given) } },
  );
  const [{ estimate: b, standardError }] = estimate.coefficients;
  console.log(
    `${estimate.sample.rows} rows: ${((performance.now() - begun) / 1000).toFixed(1)} s, ` +
      `${estimate.convergence.iterations} iterations, policy ${b.toFixed(4)} (${standardError.toFixed(4)}), true 0.4`,
  );
} else {
  const { stdout, peakMb } = await measure(process.execPath, [
    '--import',
    'tsx',
    own,
    '--cities',
    String(cities),
    '--inner',
    '1',
  ]);
  console.log(`${stdout.trim()}; peak ${Math.round(peakMb)} MB, the flows themselves among them`);
}
