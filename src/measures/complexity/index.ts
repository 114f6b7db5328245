export * from './complementarity.ts';
export { type Anchor } from './complexity-anchor.ts';
export * from './complexity-outlook.ts';
export * from './complexity.ts';
export * from './proximity-density.ts';
export * from './proximity.ts';
export * from './reflections.ts';
export * from './relatedness-density.ts';
export { type OwnField } from './relatedness.ts';
