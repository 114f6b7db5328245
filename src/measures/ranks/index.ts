export * from './ahead.ts';
export * from './joint-ranks.ts';
export * from './rank-fusion.ts';
export * from './rank-sets.ts';
export * from './rank.ts';
