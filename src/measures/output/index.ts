export * from './adjusted-share.ts';
export * from './matched-percentile.ts';
export * from './share.ts';
export * from './units.ts';
