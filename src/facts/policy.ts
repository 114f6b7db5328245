import { type Bilingual, InputError, type Message } from '../base/index.ts';
import { readCsv } from '../places/index.ts';
import { messages } from './messages.ts';
import { isSubject, type Known, unknownPlace } from './read-statistics.ts';

export const STAGES = ['announced', 'approved', 'outlined', 'extended'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  announced: { en: 'announced', zh: '宣布' },
  approved: { en: 'approved', zh: '批复' },
  outlined: { en: 'outlined', zh: '发布规划纲要' },
  extended: { en: 'extended', zh: '扩大范围' },
};

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
    const fail = (problem: Message): never => {
      throw new InputError(problem, { file, line });
    };
    if (!isDate(cells.date)) fail(messages.notDate({ text: cells.date }));
    if (!isSubject(cells.region, known)) fail(unknownPlace(cells.region, known));
    if (!STAGES.includes(cells.stage as Stage))
      fail(messages.notAmong({ column: 'stage', text: cells.stage, choices: STAGES, mayBeEmpty: false }));
    if (cells.event === '') fail(messages.noEvent());
    if (cells.source === '') fail(messages.noSource());
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
