export * from './coupling.ts';
export * from './entropy-weights.ts';
export * from './goalposts.ts';
