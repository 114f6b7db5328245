import { InputError } from '../base/index.ts';
import { readCsv } from '../places/index.ts';
import { isSubject, type Known } from './read-statistics.ts';

export const STAGES = ['announced', 'approved', 'outlined', 'extended'] as const;
export type Stage = (typeof STAGES)[number];

/** When something was decided for a region. */
export interface Policy {
  /** As exact as it is known: `2014-02-26`, `2015-06` or `2010`. */
  readonly date: string;
  readonly year: number;
  readonly region: string;
  readonly stage: Stage;
  readonly event: string;
  readonly eventZh: string | null;
  readonly source: string;
}

/** Policies of a table, by date. @throws InputError at the first row that cannot be used */
export async function readPolicies(file: string, known: Known): Promise<Policy[]> {
  const rows = await readCsv(file, {
    required: ['date', 'region', 'stage', 'event', 'source'],
    optional: ['event_zh'],
  });
  const policies = rows.map(({ line, cells }): Policy => {
    const fail = (what: string, todo: string): never => {
      throw new InputError(what, { file, line, todo });
    };
    if (!isDate(cells.date)) fail(`“${cells.date}” is no date.`, 'Write 2014-02-26, 2015-06 or 2010.');
    if (!isSubject(cells.region, known))
      fail(`“${cells.region}” is no place.`, 'Give a place id, such as def:jjj_13.');
    if (!STAGES.includes(cells.stage as Stage))
      fail(`stage is “${cells.stage}”.`, `Use one of ${STAGES.join(', ')}.`);
    if (cells.event === '') fail('the event is not named.', 'Say what was decided.');
    if (cells.source === '') fail('it has no source.', 'Say where it was read.');
    return {
      date: cells.date,
      year: Number(cells.date.slice(0, 4)),
      region: cells.region,
      stage: cells.stage as Stage,
      event: cells.event,
      eventZh: cells.event_zh || null,
      source: cells.source,
    };
  });
  return policies.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.region < b.region ? -1 : 1));
}

function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return false;
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
