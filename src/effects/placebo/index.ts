export { placeboFields } from './placebo-fields.ts';
export { placeboRegions, type PlaceboRegionOptions, type PlaceboRegions } from './placebo-regions.ts';
export { placeboYears } from './placebo-years.ts';
export { type Placebo, placeboP, type Tails } from './placebo.ts';
export { pseudoRegions, type PseudoRegions, type PseudoRegionOptions } from './pseudo-regions.ts';
