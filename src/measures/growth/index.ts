export * from './batched-bursts.ts';
export { eventBursts, type EventBurst } from './bursts.ts';
export * from './compound-growth.ts';
export * from './convergence.ts';
export * from './growth.ts';
export * from './log-linear-slope.ts';
export * from './sigma.ts';
export * from './trend.ts';
