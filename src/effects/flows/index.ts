export type { SampleFlow } from './fit-flows.ts';
export { type JackknifeCities, jackknifeCities } from './jackknife-cities.ts';
export { cross, type Labels } from './labels.ts';
export { syntheticFlows, type SyntheticFlows, type SyntheticWorld } from './synthetic-flows.ts';
export { pairClusters, pairs, undirectedEffects, type UndirectedFlows } from './undirected.ts';
