import { quotient, total } from '../../engine/dialect.ts';
import { join, raw, type Sql, sql } from '../../engine/sql.ts';
import { WORK } from '../units.ts';
import { SHARE, type Column } from './table.ts';

/**
 * How a joint work counts for a pair of places. `k` is the number of cities of the work.
 * works: 1. pair: 1/C(k,2), so that a work's pairs add up to one. partner: 1/(k−1), so that a city's pairs add up to
 * one. score: the two places' Shares of the work together (bilateral collaboration score).
 */
export const COUNTINGS = ['works', 'pair', 'partner', 'score'] as const;
export type LinkCounting = (typeof COUNTINGS)[number];

/**
 * Sums of a counting that stand beside the plain one (works up to the author cap): the part of it that is
 * co-affiliation, and the same two above the cap. All other choices are differences and sums of these.
 */
export const CLASSES = ['', '_coaffiliated', '_capped', '_capped_coaffiliated'] as const;
export type LinkClass = (typeof CLASSES)[number];

const CLASS_TEXT: Readonly<Record<LinkClass, string>> = {
  '': 'works up to the author cap',
  _coaffiliated: 'the part of these that is co-affiliation',
  _capped: 'in addition, works above the author cap or truncated',
  _capped_coaffiliated: 'the part of those above the cap that is co-affiliation',
};
const COUNTING_TEXT: Readonly<Record<LinkCounting, string>> = {
  works: 'joint works',
  pair: `joint works weighted 1/C(k,2), ${SHARE}`,
  partner: `joint works weighted 1/(k-1), ${SHARE}`,
  score: `bilateral collaboration score, ${SHARE}`,
};

const each = COUNTINGS.flatMap((counting) =>
  CLASSES.map((kind) => ({ counting, kind, column: counting + kind })),
);

export const LINK_COLUMNS: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(
    each.map(({ counting, kind, column }) => [
      column,
      ['BIGINT', `${COUNTING_TEXT[counting]}: ${CLASS_TEXT[kind]}`],
    ]),
  ),
  share_product: ['BIGINT', `sum over all works, never capped, of the product of the two Shares, ${SHARE}`],
};

const OF_CLASS: Readonly<Record<LinkClass, string>> = {
  '': 'NOT capped',
  _coaffiliated: 'NOT capped AND coaffiliated',
  _capped: 'capped',
  _capped_coaffiliated: 'capped AND coaffiliated',
};

/** The value where a pair of a work, with columns capped and coaffiliated, is of the class; else 0. */
export function ofClass(kind: LinkClass, value: Sql): Sql {
  return sql`CASE WHEN ${raw(OF_CLASS[kind])} THEN ${value} ELSE 0 END`;
}

/** The sums over pairs of one work: over columns works, pair, partner, score, share_product, coaffiliated, capped. */
export function linkSums(): Sql {
  return join(
    [
      ...each.map(
        ({ counting, kind, column }) => sql`${total(ofClass(kind, raw(counting)))} AS ${raw(column)}`,
      ),
      sql`${total(sql`share_product`)} AS share_product`,
    ],
    ',\n      ',
  );
}

/**
 * Pairs of cities work by work, from `of_city` and `coaffiliations_of_city`. The pair of rank r of C takes
 * ⌊2³⁰·r/C⌋ − ⌊2³⁰·(r−1)/C⌋ units of 1/C(k,2), so that the pairs of a work add up to exactly one.
 */
export function cityPairs(): Sql {
  const pairs = sql`CAST(a.k * (a.k - 1) / 2 AS BIGINT)`;
  const rank = sql`CAST((a.o - 1) * (2 * a.k - a.o) / 2 + (b.o - a.o) AS BIGINT)`;
  return sql`
    WITH of_work AS (
      SELECT *, row_number() OVER (PARTITION BY work ORDER BY city) AS o FROM of_city WHERE k > 1
    ),
    together AS (
      SELECT a.work, a.city AS a, b.city AS b, count(*) AS authors
      FROM coaffiliations_of_city a JOIN coaffiliations_of_city b ON b.work = a.work AND b.author = a.author AND a.city < b.city
      GROUP BY a.work, a.city, b.city
    )
    SELECT a.city AS a, b.city AS b, a.year, a.subfield, a.capped,
      coalesce(h.authors = a.authors OR h.authors = b.authors, FALSE) AS coaffiliated,
      1 AS works,
      CAST(${quotient(sql`${WORK} * ${rank}`, pairs)} - ${quotient(sql`${WORK} * (${rank} - 1)`, pairs)} AS INTEGER) AS pair,
      CAST(round(CAST(${WORK} AS DOUBLE) / (a.k - 1)) AS INTEGER) AS partner,
      CAST(a.share + b.share AS INTEGER) AS score,
      CAST(${quotient(sql`a.share * b.share + ${WORK / 2}`, WORK)} AS INTEGER) AS share_product
    FROM of_work a JOIN of_work b ON b.work = a.work AND a.o < b.o
    LEFT JOIN together h ON h.work = a.work AND h.a = a.city AND h.b = b.city`;
}
