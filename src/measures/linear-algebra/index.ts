export * from './cholesky.ts';
export * from './symmetric-eigen.ts';
