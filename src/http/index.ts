export { makeApp } from './app.ts';
export { type Limits, LIMITS } from './limits.ts';
export { serve, type Served, type ServeOptions } from './serve.ts';
