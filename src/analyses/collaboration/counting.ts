import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import {
  CLASSES,
  COUNTINGS,
  type LinkColumn,
  type LinkCounting,
  ofClass,
  WORK,
} from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { LinkFilter } from '../aggregates/aggregates.ts';

export type { LinkFilter };

/** Countings by the names that people type. */
export const COUNTING_NAMES = ['full', 'fractional', 'partner', 'score'] as const;
export type CountingName = (typeof COUNTING_NAMES)[number];

export const COUNTING_COLUMN: Readonly<Record<CountingName, LinkCounting>> = {
  full: 'works',
  fractional: 'pair',
  partner: 'partner',
  score: 'score',
};

export const COUNTING_TEXT: Readonly<Record<CountingName, Bilingual>> = {
  full: { en: 'full (each joint work is 1)', zh: '全计数（每篇合作论文计1）' },
  fractional: { en: '1/C(k,2) (a work’s pairs add up to 1)', zh: '1/C(k,2)（一篇论文的各对合计为1）' },
  partner: {
    en: '1/(k−1) (a city’s pairs in a work add up to 1)',
    zh: '1/(k−1)（一城市在一篇论文中的各对合计为1）',
  },
  score: {
    en: 'bilateral collaboration score (the two Shares of each joint work together)',
    zh: '双边合作得分（每篇合作论文中双方份额之和）',
  },
};

/** A counting under a filter, from the columns of a links table. */
export function counted(counting: LinkCounting, { coaffiliation, capped }: LinkFilter, alias: string): Sql {
  const column = (kind: string): string => `${alias}.${counting}${kind}`;
  const terms = [column('')];
  if (capped) terms.push(`+ ${column('_capped')}`);
  if (!coaffiliation) terms.push(`- ${column('_coaffiliated')}`);
  if (capped && !coaffiliation) terms.push(`- ${column('_capped_coaffiliated')}`);
  return raw(`(${terms.join(' ')})`);
}

/** Every counting of a pair in every class, in works: what a links table or a pass over works gives. */
export type PairSums = Readonly<Record<LinkColumn, number>>;

export const PAIR_SUM_COLUMNS = COUNTINGS.flatMap((counting) =>
  CLASSES.map((kind) => `${counting}${kind}` as const),
);

/** The sums of a links table over whatever rows are grouped, in works. */
export function tableSums(alias: string): Sql {
  return join(
    PAIR_SUM_COLUMNS.map((column) => {
      const total = sql`CAST(sum(${raw(`${alias}.${column}`)}) AS DOUBLE)`;
      return sql`${column.startsWith('works') ? total : sql`${total} / ${WORK}`} AS ${raw(column)}`;
    }),
    ', ',
  );
}

/** The same sums over pairs of works with columns works, pair, partner, score, capped, coaffiliated. */
export function workSums(): Sql {
  return join(
    COUNTINGS.flatMap((counting) =>
      CLASSES.map(
        (kind) => sql`CAST(sum(${ofClass(kind, raw(counting))}) AS DOUBLE) AS ${raw(counting + kind)}`,
      ),
    ),
    ', ',
  );
}

/** A counting under a filter, from the sums. */
export function pick(sums: PairSums, counting: LinkCounting, { coaffiliation, capped }: LinkFilter): number {
  let value = sums[counting];
  if (capped) value += sums[`${counting}_capped`];
  if (!coaffiliation) value -= sums[`${counting}_coaffiliated`];
  if (capped && !coaffiliation) value -= sums[`${counting}_capped_coaffiliated`];
  return value;
}
