import { sql } from '../../engine/sql.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import { nation } from '../../places/index.ts';
import type { Population } from '../population/population.ts';
import type { CoverageRow, Section } from './question.ts';

type Found = Omit<CoverageRow, 'section'>;

export async function sectionRows(
  observatory: Observatory,
  population: Population,
  section: Section,
  top: number,
): Promise<CoverageRow[]> {
  const found = await SECTION_ROWS[section](observatory, population, top);
  return found.map((row) => ({ section, ...row }));
}

/** Rows whose Share is told as located and not, from outputs and the unlocated. */
const parts = (population: Population) => sql`
  SELECT o.year, o.subfield, p.country, CAST(NULL AS VARCHAR) AS reason, o.share, o.share AS located
  FROM city_output o JOIN places p ON p.place = o.city WHERE ${population.aggregateFilter('o')}
  UNION ALL SELECT u.year, u.subfield, u.country, u.reason, u.share, 0 FROM unlocated u WHERE ${population.aggregateFilter('u')}`;
const share = sql`CAST(sum(x.share) AS DOUBLE) / ${WORK} AS share`;
const located = sql`CAST(sum(x.located) AS DOUBLE) / CAST(sum(x.share) AS DOUBLE) AS located`;

const SECTION_ROWS: Readonly<
  Record<Section, (observatory: Observatory, population: Population, top: number) => Promise<Found[]>>
> = {
  year: (observatory, population) =>
    observatory.query<Found>(sql`
    SELECT CAST(x.year AS VARCHAR) AS key, NULL AS name, NULL AS nameZh, CAST(round(CAST(sum(x.share) AS DOUBLE) / ${WORK}) AS BIGINT) AS works, ${share}, ${located}
    FROM (${parts(population)}) x GROUP BY x.year ORDER BY x.year`),
  country: async (observatory, population, top) => {
    const rows = await observatory.query<Found>(sql`
    SELECT coalesce(x.country, 'unknown') AS key, NULL AS name, NULL AS nameZh, NULL AS works, ${share}, ${located}
    FROM (${parts(population)}) x GROUP BY x.country ORDER BY share DESC, key LIMIT ${top}`);
    return rows.map((row) => {
      const { name = null, nameZh = null } = nation(row.key) ?? {};
      return { ...row, name, nameZh };
    });
  },
  field: (observatory, population) =>
    observatory.query<Found>(sql`
    SELECT CAST(coalesce(f.id, 0) AS VARCHAR) AS key, coalesce(f.name, 'none') AS name, min(f.name_zh) AS nameZh, NULL AS works, ${share}, ${located}
    FROM (${parts(population)}) x
    LEFT JOIN fields s ON s.level = 'subfield' AND s.id = x.subfield
    LEFT JOIN fields f ON f.level = 'field' AND f.id = s.parent
    GROUP BY f.id, f.name ORDER BY share DESC, key`),
  reason: (observatory, population) =>
    observatory.query<Found>(sql`
    SELECT x.reason AS key, NULL AS name, NULL AS nameZh, NULL AS works, ${share}, 0e0 AS located
    FROM (${parts(population)}) x WHERE x.reason IS NOT NULL GROUP BY x.reason ORDER BY share DESC, key`),
  dropped: ({ manifest }) => {
    const counts: [string, number][] = [
      ...Object.entries(manifest.records.dropped),
      ...Object.entries(manifest.records.bad).map(([reason, n]): [string, number] => [
        `unusable: ${reason}`,
        n,
      ]),
      ['older version of the same work', manifest.records.superseded],
      ...manifest.damaged.map(({ path, problem }): [string, number] => [
        `damaged file ${path}: ${problem}`,
        0,
      ]),
    ];
    return Promise.resolve(
      counts.map(([key, works]) => ({ key, name: null, nameZh: null, works, share: null, located: null })),
    );
  },
  unknown: (observatory, population, top) =>
    observatory.query<Found>(sql`
    SELECT x.institution AS key, min(i.name) AS name, NULL AS nameZh, count(DISTINCT x.work) AS works, ${share}, 0e0 AS located
    FROM work_institutions x JOIN institutions i ON i.institution = x.institution
    WHERE x.city IS NULL AND i.city IS NULL AND ${population.aggregateFilter('x')}
    GROUP BY x.institution ORDER BY share DESC, key LIMIT ${top}`),
  doubtful: (observatory, population, top) =>
    observatory.query<Found>(sql`
    SELECT x.institution AS key, min(i.name) || ' → ' || min(i.city) AS name, NULL AS nameZh, count(DISTINCT x.work) AS works, ${share}, 1e0 AS located
    FROM work_institutions x JOIN institutions i ON i.institution = x.institution
    WHERE i.located_by = 'nearest' AND ${population.aggregateFilter('x')}
    GROUP BY x.institution ORDER BY share DESC, key LIMIT ${top}`),
};
