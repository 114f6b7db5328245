export * from './diversity.ts';
export * from './entry-exit.ts';
export * from './krugman.ts';
export * from './location-quotient-interval.ts';
export * from './location-quotient.ts';
export * from './rsca.ts';
export * from './specialisations.ts';
export * from './variety.ts';
