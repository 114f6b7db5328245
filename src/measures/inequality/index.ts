export * from './atkinson.ts';
export * from './gini.ts';
export * from './herfindahl.ts';
export * from './hoover.ts';
export * from './shannon.ts';
export * from './theil.ts';
export * from './variation.ts';
