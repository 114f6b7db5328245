export * from './correlation.ts';
export * from './rank-correlation.ts';
