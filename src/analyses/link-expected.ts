import { list, sql } from '../engine/sql.ts';
import {
  expectedInside,
  gradientTerms,
  linearisedInterval,
  quasiIndependence,
  type QuasiIndependence,
  ratioOfSums,
} from '../measures/index.ts';
import type { Observatory } from '../observatory/index.ts';
import { counted, type LinkFilter } from './link-counting.ts';
import { linkedWorks } from './link-works.ts';
import type { Population } from './population.ts';

/** A question of observed against expected: the pairs inside one set of cities, or across two disjoint ones. */
export interface LinkGroup {
  readonly id: string;
  readonly from: readonly string[];
  /** Null for the inside of `from`. */
  readonly to: readonly string[] | null;
}

export interface ObservedExpected {
  /** Weight 1/(k−1) observed, over years that have an expectation. */
  readonly observed: number;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  readonly reason: string | null;
  /** Inside only: its part of all weight, observed with interval, and expected. */
  readonly intraShare: number | null;
  readonly intraShareInterval: readonly [number, number] | null;
  readonly expectedShare: number | null;
}

interface YearFit {
  readonly year: number;
  readonly cities: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly fit: QuasiIndependence;
  /** Weight of all pairs of the year. */
  readonly total: number;
}

/** Quasi-independence on weight 1/(k−1) over all cities with a link, one fit a year (METHODS §2, null model b). */
export class Expectation {
  private constructor(
    private readonly observatory: Observatory,
    private readonly population: Population,
    private readonly filter: LinkFilter,
    private readonly fits: readonly YearFit[],
    /** Years without an expectation, left out of observed and expected alike. */
    readonly without: readonly { readonly year: number; readonly reason: string }[],
  ) {}

  static async of(
    observatory: Observatory,
    population: Population,
    filter: LinkFilter,
  ): Promise<Expectation> {
    const rows = await observatory.query<{ year: number; city: string; strength: number }>(
      strengths(observatory, population, filter),
    );
    const byYear = new Map<number, { cities: string[]; strengths: number[] }>();
    for (const { year, city, strength } of rows) {
      let one = byYear.get(year);
      if (one === undefined) byYear.set(year, (one = { cities: [], strengths: [] }));
      one.cities.push(city);
      one.strengths.push(strength);
    }
    const fits: YearFit[] = [];
    const without: { year: number; reason: string }[] = [];
    for (const [year, { cities, strengths: own }] of byYear) {
      const fit = quasiIndependence(own);
      if (fit.reason !== null) without.push({ year, reason: fit.reason });
      else {
        const total = own.reduce((sum, strength) => sum + strength, 0) / 2;
        fits.push({ year, cities, index: new Map(cities.map((city, i) => [city, i])), fit, total });
      }
    }
    return new Expectation(observatory, population, filter, fits, without);
  }

  /** Observed and expected weight of each group, with intervals by linearisation over works. */
  async compare(groups: readonly LinkGroup[], level: number): Promise<Map<string, ObservedExpected>> {
    const sums = await this.sums(groups);
    return new Map(groups.map((group) => [group.id, this.answer(group, sums.get(group.id), level)]));
  }

  /** What a strength adds, per group and year: the terms of dE/dS, from which a work's influence is made. */
  private terms(groups: readonly LinkGroup[]): {
    nodes: { city: string; year: number; x: number }[];
    own: { g: number; city: string; year: number; v: number }[];
    shared: { g: number; year: number; c: number }[];
    expected: number[];
  } {
    const nodes: { city: string; year: number; x: number }[] = [];
    const own: { g: number; city: string; year: number; v: number }[] = [];
    const shared: { g: number; year: number; c: number }[] = [];
    const expected = groups.map(() => 0);
    for (const { year, cities, index, fit } of this.fits) {
      let inverse: Float64Array | null = null;
      for (const [g, group] of groups.entries()) {
        const { byA, value } = derivative(fit, index, group);
        expected[g] += value;
        const terms = gradientTerms(fit, byA)!;
        inverse = terms.inverse;
        shared.push({ g, year, c: terms.shared });
        terms.own.forEach((v, i) => {
          if (v !== 0) own.push({ g, city: cities[i], year, v });
        });
      }
      inverse?.forEach((x, i) => {
        if (x !== 0) nodes.push({ city: cities[i], year, x });
      });
    }
    return { nodes, own, shared, expected };
  }

  private async sums(groups: readonly LinkGroup[]): Promise<Map<string, Sums>> {
    if (groups.length === 0 || this.fits.length === 0) return new Map();
    const { nodes, own, shared, expected } = this.terms(groups);
    const members = groups.flatMap(({ from, to }, g) => [
      ...from.map((city) => ({ g, side: 0, city })),
      ...(to ?? []).map((city) => ({ g, side: 1, city })),
    ]);
    const inside = new Set(groups.flatMap(({ to }, g) => (to === null ? [g] : [])));
    const json = (rows: readonly object[]): string => JSON.stringify(rows);
    const rows = await this.observatory.query<Sums & { g: number }>(sql`
      WITH ${linkedWorks(this.population, this.filter, this.observatory.manifest.authorCap)},
      nodes AS (SELECT n.* FROM (SELECT UNNEST(from_json(${json(nodes)}, '[{"city":"VARCHAR","year":"INTEGER","x":"DOUBLE"}]')) AS n)),
      own AS (SELECT n.* FROM (SELECT UNNEST(from_json(${json(own)}, '[{"g":"INTEGER","city":"VARCHAR","year":"INTEGER","v":"DOUBLE"}]')) AS n)),
      shared AS (SELECT n.* FROM (SELECT UNNEST(from_json(${json(shared)}, '[{"g":"INTEGER","year":"INTEGER","c":"DOUBLE"}]')) AS n)),
      members AS (SELECT n.* FROM (SELECT UNNEST(from_json(${json(members)}, '[{"g":"INTEGER","side":"INTEGER","city":"VARCHAR"}]')) AS n)),
      fitted AS (SELECT * FROM linked WHERE year IN (${list(this.fits.map(({ year }) => year))})),
      by_work AS (
        SELECT l.work, min(l.year) AS year, sum(l.strength * coalesce(n.x, 0)) AS d, sum(l.strength) / 2 AS weight
        FROM fitted l LEFT JOIN nodes n ON n.city = l.city AND n.year = l.year GROUP BY l.work
      ),
      moved AS (
        SELECT o.g, l.work, sum(l.strength * o.v) AS m
        FROM fitted l JOIN own o ON o.city = l.city AND o.year = l.year GROUP BY o.g, l.work
      ),
      met AS (
        SELECT m.g, l.work, min(l.k) AS k, count(*) FILTER (WHERE m.side = 0) AS here, count(*) FILTER (WHERE m.side = 1) AS there
        FROM fitted l JOIN members m ON m.city = l.city GROUP BY m.g, l.work
      ),
      excluded AS (
        SELECT p.g, h.work, count(*) AS pairs FROM hats h
        JOIN members p ON p.city = h.a JOIN members q ON q.city = h.b AND q.g = p.g
        WHERE p.side <> q.side OR p.g IN (${list([...inside])})
        GROUP BY p.g, h.work
      ),
      seen AS (
        SELECT t.g, t.work,
          ((CASE WHEN t.g IN (${list([...inside])}) THEN t.here * (t.here - 1) / 2 ELSE t.here * t.there END)
            - coalesce(e.pairs, 0)) / (t.k - 1) AS a
        FROM met t LEFT JOIN excluded e ON e.g = t.g AND e.work = t.work
      ),
      influence AS (
        SELECT s.g, w.year, w.work, coalesce(o.a, 0) AS a, coalesce(m.m, 0) - s.c * w.d AS b, w.weight
        FROM by_work w JOIN shared s ON s.year = w.year
        LEFT JOIN moved m ON m.g = s.g AND m.work = w.work
        LEFT JOIN seen o ON o.g = s.g AND o.work = w.work
      )
      SELECT g, sum(a) AS a, sum(a * a) AS aa, sum(a * b) AS ab, sum(b * b) AS bb,
        sum(weight) AS total, sum(weight * weight) AS totalSquares, sum(a * weight) AS aTotal
      FROM influence GROUP BY g ORDER BY g`);
    return new Map(rows.map((row) => [groups[row.g].id, { ...row, b: expected[row.g] }]));
  }

  private answer(group: LinkGroup, sums: Sums | undefined, level: number): ObservedExpected {
    const nothing = {
      observed: 0,
      expected: null,
      ratio: null,
      ratioInterval: null,
      intraShare: null,
      intraShareInterval: null,
      expectedShare: null,
    };
    if (sums === undefined) return { ...nothing, reason: this.without[0]?.reason ?? 'no links' };
    const works = this.population.works;
    const interval = (
      ratio: ReturnType<typeof ratioOfSums>,
      scale: 'log' | 'logit',
    ): readonly [number, number] | null => {
      if (ratio.estimate === null) return null;
      const { low, high } = linearisedInterval(
        ratio.estimate,
        ratio.sumInfluenceSquares,
        ratio.sumInfluence,
        works,
        level,
        scale,
      );
      return low === null ? null : [low, high];
    };
    const expected = sums.b;
    const ratio = ratioOfSums(sums);
    const share = ratioOfSums({
      a: sums.a,
      b: sums.total,
      aa: sums.aa,
      ab: sums.aTotal,
      bb: sums.totalSquares,
    });
    const inside = group.to === null;
    return {
      observed: sums.a,
      expected,
      ratio: ratio.estimate,
      ratioInterval: interval(ratio, 'log'),
      reason: ratio.reason,
      intraShare: inside ? share.estimate : null,
      intraShareInterval: inside ? interval(share, 'logit') : null,
      expectedShare: inside && sums.total > 0 ? expected / sums.total : null,
    };
  }
}

interface Sums {
  readonly a: number;
  readonly b: number;
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
  readonly total: number;
  readonly totalSquares: number;
  readonly aTotal: number;
}

/** Expected weight of a group in one fit, and its derivative by the a of every city. */
function derivative(
  fit: QuasiIndependence,
  index: ReadonlyMap<string, number>,
  { from, to }: LinkGroup,
): { byA: Float64Array; value: number } {
  const byA = new Float64Array(fit.a.length);
  const at = (cities: readonly string[]): number[] => cities.flatMap((city) => index.get(city) ?? []);
  const sum = (places: readonly number[]): number => places.reduce((total, i) => total + fit.a[i], 0);
  const here = at(from);
  if (to === null) {
    const together = sum(here);
    for (const i of here) byA[i] = together - fit.a[i];
    return { byA, value: expectedInside(fit, here) ?? 0 };
  }
  const there = at(to);
  const a = sum(here);
  const b = sum(there);
  for (const i of here) byA[i] = b;
  for (const i of there) byA[i] = a;
  return { byA, value: a * b };
}

function strengths(
  observatory: Observatory,
  population: Population,
  filter: LinkFilter,
): ReturnType<typeof sql> {
  if (!population.aggregated) {
    return sql`WITH ${linkedWorks(population, filter, observatory.manifest.authorCap)}
      SELECT year, city, sum(strength) AS strength FROM linked GROUP BY year, city HAVING sum(strength) > 0 ORDER BY year, city`;
  }
  const weight = counted('partner', filter, 'l');
  return sql`
    WITH ends AS (
      SELECT l.year, l.a AS city, ${weight} AS weight FROM city_links l WHERE ${population.aggregateFilter('l')}
      UNION ALL SELECT l.year, l.b, ${weight} FROM city_links l WHERE ${population.aggregateFilter('l')}
    )
    SELECT year, city, CAST(sum(weight) AS DOUBLE) / 1073741824 AS strength FROM ends
    GROUP BY year, city HAVING sum(weight) > 0 ORDER BY year, city`;
}
