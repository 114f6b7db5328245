// 199 placebo regions by one step each. No package does this.
import { placeboRegions } from '../../src/effects/index.ts';
import { flows, POLICY } from '../flows.mjs';

export const comparison = {
  id: 'placebo',
  title: 'placebo, 199 placebo regions by one step; n cities',
  sizes: [100, 300],
  rounds: 1,
  input: flows,
  ours: (given) => placeboRegions({ ...given, from: POLICY }, { seed: 1 }),
};
