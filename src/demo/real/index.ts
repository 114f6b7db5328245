export { type Cost, expectedCost, fetchRealWorks, foldersIn, type RealFetchResult } from './fetch.ts';
export { messages as realMessages } from './messages.ts';
export { REAL } from './preset.ts';
