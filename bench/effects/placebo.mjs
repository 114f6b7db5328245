// 199 pseudo-regions by one step each, and ten of them to the end as well. No package does this.
import { placeboRegions } from '../../src/effects/index.ts';
import { flows, POLICY } from '../flows.mjs';

const run = (refit) => (given) => placeboRegions({ ...given, from: POLICY }, { seed: 1, refit });

export const comparison = {
  id: 'placebo',
  title: 'placebo, 199 pseudo-regions by one step; n cities',
  sizes: [100, 300],
  rounds: 1,
  input: flows,
  ours: run(false),
};
