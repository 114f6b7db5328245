/**
 * `synopolis/measures`: the arithmetic of the observatory, a folder for each subject, which can be imported by
 * itself (`synopolis/measures/inequality`), and a file for each measure. Pure functions on plain numbers and
 * typed arrays; results are frozen; undefined is null with a reason. No input or output, no clock, no global state:
 * what is random takes a seed.
 */
export * from './association/index.ts';
export { checkBinary } from './binary.ts';
export * from './collaboration/index.ts';
export * from './complexity/index.ts';
export { type DefinedMatrix, type Omitted, sums, valueAt } from './defined-matrix.ts';
export * from './distributions/index.ts';
export * from './growth/index.ts';
export * from './indicators/index.ts';
export * from './inequality/index.ts';
export * from './linear-algebra/index.ts';
export * from './matrix.ts';
export * from './network/index.ts';
export * from './output/index.ts';
export * from './quantity.ts';
export * from './random.ts';
export * from './ranks/index.ts';
export * from './resampling/index.ts';
export * from './retrieval/index.ts';
export * from './spatial/index.ts';
export * from './specialisation/index.ts';
