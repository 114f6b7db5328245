export { OpenAlexError } from './errors.ts';
export { fetchInstitutions, fetchWorks, type FetchOptions, type FetchResult } from './fetch.ts';
export { OPENALEX } from './client.ts';
export { journalFilters, readJournals, unknownJournals } from './journals.ts';
export { CORPORA, type Corpus, counted, describePlan, duration, type Plan } from './plan.ts';
export type { Progress } from './progress.ts';
export { snapshotGuide } from './snapshot.ts';
export { theWorld, type World } from './world.ts';
