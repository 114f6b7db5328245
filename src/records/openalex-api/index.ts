export { OpenAlexError } from './errors.ts';
export { fetchInstitutions, type FetchOptions, type FetchResult, fetchWorks } from './fetch.ts';
export { type Access, OPENALEX } from './client.ts';
export { type Journal, journalFilters, readJournals, unknownJournals } from './journals.ts';
export { CORPORA, type Corpus, counted, describePlan, duration, estimateCost, type Plan } from './plan.ts';
export type { Progress } from './progress.ts';
export { snapshotGuide } from './snapshot.ts';
export { theWorld, type World } from './world.ts';
