export { makeApp } from './app.ts';
export { type Limits, LIMITS } from './limits.ts';
export type { RealDemonstration } from './real-demonstration/job.ts';
export { serve, type Served, type ServeOptions } from './serve.ts';
