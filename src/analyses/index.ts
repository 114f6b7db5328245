import { coverage } from './coverage.ts';
import { links } from './links.ts';
import { ranking } from './ranking.ts';

/** Every question that can be asked, in the order in which they are offered. */
export const ANALYSES = [ranking, links, coverage] as const;

export { coverage, type CoverageRow } from './coverage.ts';
export { links, type LinkRow, type Links } from './links.ts';
export { ranking, type Ranking, type RankingRow } from './ranking.ts';
export type { About } from './about.ts';
export type { Analysis, Bilingual, Result, ResultColumn } from './analysis.ts';
