import { givenRows } from '../../engine/dialect.ts';
import { list, type Sql, sql } from '../../engine/sql.ts';
import { type GradientTerms, gradientTerms, type QuasiIndependence } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { LinkFilter } from './counting.ts';
import { linkedWorks } from './works.ts';
import type { Population } from '../population/population.ts';
import { type GroupSums, residentInfluence } from '../in-memory/influence.ts';

/** The pairs inside one set of cities, or across two disjoint ones. */
export interface LinkGroup {
  readonly id: string;
  readonly from: readonly string[];
  /** Null for the inside of `from`. */
  readonly to: readonly string[] | null;
}

/** Quasi-independence of one year. */
export interface YearFit {
  readonly year: number;
  readonly cities: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly strengths: readonly number[];
  readonly fit: QuasiIndependence;
}

/**
 * Sums over works of a group: a_w the weight of work w's pairs of the group, t_w that of its pairs that touch `from`,
 * b_w what w adds to the group's expected value, Σ_c (dE/dS_c)·S_wc; E itself is b.
 */
export interface InfluenceSums {
  readonly a: number;
  readonly aa: number;
  readonly t: number;
  readonly tt: number;
  readonly at: number;
  readonly b: number;
  readonly ab: number;
  readonly bb: number;
}

export interface InfluenceQuestion {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly filter: LinkFilter;
  readonly fits: readonly YearFit[];
}

/**
 * The sums of every group by year, over all works of years with a fit. As a gradient is own − shared·inverse with `inverse`
 * the same for all groups, b_w = m_w − c·d_w: one pass over works for d, and for a, t and m only those works that touch
 * a group's cities (or the strongest place, where `own` is not zero either).
 */
export async function influenceByYear(
  question: InfluenceQuestion,
  groups: readonly LinkGroup[],
): Promise<Map<string, Map<number, InfluenceSums>>> {
  const { observatory, fits } = question;
  if (groups.length === 0 || fits.length === 0) return new Map();
  const terms = groups.map((group) => fits.map((year) => termsOf(year, group)));
  const rows =
    residentSums(question, groups, terms) ??
    (await observatory.query<GroupSums>(touched(question, groups, terms)));
  const found = new Map(rows.map((row) => [`${row.g}|${row.year}`, row]));
  const ofYear = (g: number, y: number): InfluenceSums => {
    const { year } = fits[y];
    const { expected, gradient } = terms[g][y];
    const c = gradient.shared;
    const spread = c * c * (found.get(`${NO_GROUP}|${year}`)?.mm ?? 0);
    const row = found.get(`${g}|${year}`);
    if (row === undefined) return { ...NO_SUMS, b: expected, bb: spread };
    const { a, aa, t, tt, at } = row;
    return { a, aa, t, tt, at, b: expected, ab: row.am - c * row.ad, bb: spread + row.mm - 2 * c * row.md };
  };
  return new Map(groups.map(({ id }, g) => [id, new Map(fits.map(({ year }, y) => [year, ofYear(g, y)]))]));
}

const NO_SUMS: InfluenceSums = { a: 0, aa: 0, t: 0, tt: 0, at: 0, b: 0, ab: 0, bb: 0 };

/** The sums of several years, which have no work in common. */
export function overYears(years: readonly InfluenceSums[]): InfluenceSums {
  const add = (of: keyof InfluenceSums): number => years.reduce((sum, year) => sum + year[of], 0);
  return {
    a: add('a'),
    aa: add('aa'),
    t: add('t'),
    tt: add('tt'),
    at: add('at'),
    b: add('b'),
    ab: add('ab'),
    bb: add('bb'),
  };
}

/** The row of a year that is of no group holds Σ d² as `mm`. */
const NO_GROUP = -1;

interface GroupTerms {
  readonly expected: number;
  readonly gradient: GradientTerms;
}

/** Expected weight of a group in one year, a_R·a_Q or Σ_{i<j} a_i·a_j, and its gradient by the strengths. */
function termsOf({ fit, index }: YearFit, { from, to }: LinkGroup): GroupTerms {
  const byA = new Float64Array(fit.a.length);
  const at = (cities: readonly string[]): number[] => cities.flatMap((city) => index.get(city) ?? []);
  const sum = (places: readonly number[]): number => places.reduce((total, i) => total + fit.a[i], 0);
  const here = at(from);
  const a = sum(here);
  let expected = 0;
  if (to === null) {
    for (const i of here) {
      byA[i] = a - fit.a[i];
      expected += (fit.a[i] * byA[i]) / 2;
    }
  } else {
    const there = at(to);
    const b = sum(there);
    for (const i of here) byA[i] = b;
    for (const i of there) byA[i] = a;
    expected = a * b;
  }
  return { expected, gradient: gradientTerms(fit, byA)! };
}

/** Null where the columns in memory do not tell. */
function residentSums(
  { observatory: { resident }, population, filter, fits }: InfluenceQuestion,
  groups: readonly LinkGroup[],
  terms: readonly (readonly GroupTerms[])[],
): GroupSums[] | null {
  const { cells } = population;
  if (resident === null || cells === null || !filter.coaffiliation) return null;
  const years = fits.map(({ year, cities }, y) => ({
    year,
    cities,
    inverse: terms[0][y].gradient.inverse,
    own: terms.map((group) => group[y].gradient.own),
  }));
  return residentInfluence(resident, cells, filter, groups, years);
}

function touched(
  { observatory, population, filter, fits }: InfluenceQuestion,
  groups: readonly LinkGroup[],
  terms: readonly (readonly GroupTerms[])[],
): Sql {
  const own = terms.flatMap((years, g) =>
    years.flatMap(({ gradient }, y) =>
      fits[y].cities.flatMap((city, i) =>
        gradient.own[i] === 0 ? [] : [{ g, year: fits[y].year, city, v: gradient.own[i] }],
      ),
    ),
  );
  const nodes = fits.flatMap(({ year, cities }, y) =>
    cities.flatMap((city, i) => {
      const x = terms[0][y].gradient.inverse[i];
      return x === 0 ? [] : [{ year, city, x }];
    }),
  );
  const members = groups.flatMap(({ from, to }, g) => [
    ...from.map((city) => ({ g, side: 0, city })),
    ...(to ?? []).map((city) => ({ g, side: 1, city })),
  ]);
  const inside = list(groups.flatMap(({ to }, g) => (to === null ? [g] : [])));
  return sql`
    WITH ${linkedWorks(population, filter, observatory.manifest.authorCap)},
    nodes AS (${givenRows(nodes, { year: 'INTEGER', city: 'VARCHAR', x: 'DOUBLE' })}),
    own AS (${givenRows(own, { g: 'INTEGER', year: 'INTEGER', city: 'VARCHAR', v: 'DOUBLE' })}),
    members AS (${givenRows(members, { g: 'INTEGER', side: 'INTEGER', city: 'VARCHAR' })}),
    fitted AS (SELECT * FROM linked WHERE year IN (${list(fits.map(({ year }) => year))})),
    spread AS (
      SELECT l.work, min(l.year) AS year, sum(l.strength * coalesce(n.x, 0)) AS d
      FROM fitted l LEFT JOIN nodes n ON n.city = l.city AND n.year = l.year GROUP BY l.work
    ),
    moved AS (
      SELECT o.g, l.work, sum(l.strength * o.v) AS m
      FROM fitted l JOIN own o ON o.city = l.city AND o.year = l.year GROUP BY o.g, l.work
    ),
    met AS (
      SELECT m.g, l.work, min(l.k) AS k, count(*) FILTER (WHERE m.side = 0) AS here, count(*) FILTER (WHERE m.side = 1) AS there,
        coalesce(sum(l.strength) FILTER (WHERE m.side = 0), 0) AS ends
      FROM fitted l JOIN members m ON m.city = l.city GROUP BY m.g, l.work
    ),
    excluded AS (
      SELECT p.g, h.work, count(*) AS pairs FROM hats h
      JOIN members p ON p.city = h.a JOIN members q ON q.city = h.b AND q.g = p.g
      WHERE p.side <> q.side OR p.g IN (${inside}) GROUP BY p.g, h.work
    ),
    seen AS (
      SELECT t.g, t.work, t.ends,
        CAST((CASE WHEN t.g IN (${inside}) THEN t.here * (t.here - 1) / 2 ELSE t.here * t.there END)
          - coalesce(e.pairs, 0) AS DOUBLE) / (t.k - 1) AS a
      FROM met t LEFT JOIN excluded e ON e.g = t.g AND e.work = t.work
    ),
    influence AS (
      SELECT coalesce(s.g, m.g) AS g, coalesce(s.work, m.work) AS work, coalesce(s.a, 0) AS a,
        CASE WHEN s.g IN (${inside}) THEN s.ends - s.a ELSE 0 END AS t, coalesce(m.m, 0) AS m
      FROM seen s FULL JOIN moved m ON m.g = s.g AND m.work = s.work
    )
    SELECT i.g, w.year, sum(i.a) AS a, sum(i.a * i.a) AS aa, sum(i.t) AS t, sum(i.t * i.t) AS tt, sum(i.a * i.t) AS at,
      sum(i.a * i.m) AS am, sum(i.a * w.d) AS ad, sum(i.m * i.m) AS mm, sum(i.m * w.d) AS md
    FROM influence i JOIN spread w ON w.work = i.work GROUP BY i.g, w.year
    UNION ALL
    SELECT ${NO_GROUP}, year, 0, 0, 0, 0, 0, 0, 0, sum(d * d), 0 FROM spread GROUP BY year`;
}
