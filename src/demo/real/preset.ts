import { join } from 'node:path';
import { ROOT } from '../../places/tables.ts';

/**
 * The demonstration of real records: research articles and reviews of nine journals of global health. A list of journals is a
 * choice, as in any ranking by journals: it is stated, short, and of a field with authors in many countries.
 */
export const REAL = {
  title: 'Global health journals',
  journals: join(ROOT, 'data', 'journals', 'global-health.csv'),
  years: { from: 2014, to: 2024 },
  /** What a build keeps by default; the rest would be fetched to be left out. */
  types: 'type:article|review',
  licence: 'CC0-1.0 (OpenAlex)',
} as const;

/** How many records there were when this list was chosen (December 2026): for the costs that are given before anything is asked. */
export const EXPECTED = { works: 8_105, institutions: 5_183 } as const;
