import { z } from 'zod';
import { sql } from '../engine/sql.ts';
import { type Observatory, WORK } from '../observatory/index.ts';
import { makeAbout } from './about.ts';
import { defineAnalysis, type Result } from './analysis.ts';
import { field, years } from './params.ts';
import { Population } from './population.ts';

export const SECTIONS = ['year', 'country', 'field', 'reason', 'dropped', 'unknown', 'doubtful'] as const;
export type Section = (typeof SECTIONS)[number];

export interface CoverageRow {
  readonly section: Section;
  /** Year, country code, field, reason, institution id. */
  readonly key: string;
  readonly name: string | null;
  /** Works or records, where they are counted. */
  readonly works: number | null;
  /** Share, in works, where parts of works are counted. */
  readonly share: number | null;
  /** Part of that Share, or of those works, that cities got. */
  readonly located: number | null;
}

const params = z.object({
  by: z
    .array(z.enum(SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'Sections: year, country, field, reason, dropped, unknown (ids and names, heaviest first), doubtful (located by nearest place); all where left out',
    ),
  years,
  field,
  top: z.int().min(1).max(100_000).default(15).describe('Rows of the sections country, unknown and doubtful'),
});
export type CoverageParams = z.output<typeof params>;

export const coverage = defineAnalysis({
  id: 'coverage',
  title: { en: 'Coverage', zh: '覆盖情况' },
  description: {
    en: 'How much of the works is located, by year, country, field and reason; what was dropped and why; which unknown institutions weigh most, so that one knows what to correct first.',
    zh: '按年份、国家、领域和原因给出已定位的比例、被剔除的记录及原因，以及影响最大的未知机构。',
  },
  params,
  columns: [
    { id: 'section', title: { en: 'Section', zh: '部分' }, value: (row: CoverageRow) => row.section },
    { id: 'key', title: { en: 'What', zh: '项目' }, value: (row: CoverageRow) => row.key },
    { id: 'name', title: { en: 'Name', zh: '名称' }, value: (row: CoverageRow) => row.name },
    { id: 'works', title: { en: 'Works', zh: '论文' }, digits: 0, value: (row: CoverageRow) => row.works },
    { id: 'share', title: { en: 'Share', zh: '份额' }, digits: 1, value: (row: CoverageRow) => row.share },
    {
      id: 'located',
      title: { en: 'Located', zh: '已定位比例' },
      digits: 3,
      value: (row: CoverageRow) => row.located,
    },
  ],
  findings: ({ about }: Result<CoverageRow>) => [
    about.locatedShare === null
      ? 'There are no works.'
      : `${(about.locatedShare * 100).toFixed(1)} % of the Share of ${about.works} works is located.`,
  ],
  run,
});

async function run(observatory: Observatory, given: CoverageParams): Promise<Result<CoverageRow>> {
  const population = await Population.of(observatory, { ...given, sector: null });
  const sections = given.by ?? SECTIONS;
  const rows: CoverageRow[] = [];
  for (const section of SECTIONS) {
    if (sections.includes(section))
      rows.push(...(await sectionRows(observatory, population, section, given.top)));
  }
  const { manifest } = observatory;
  return {
    about: makeAbout(observatory, population, {
      analysis: 'coverage',
      counting: 'Share (fractional by author, then by institution)',
      interval: null,
      notes: [
        `${manifest.records.read} records read, ${manifest.records.kept} kept; the section dropped is of the whole build, whatever years and field are asked for`,
        `${manifest.records.equalDois} works have the DOI of another work under another id; they are counted, not merged`,
        ...(manifest.corrections.changed.length > 0
          ? [`${manifest.corrections.changed.length} institutions were moved by corrections`]
          : []),
      ],
      warnings: manifest.warnings,
    }),
    rows,
  };
}

type Found = Omit<CoverageRow, 'section'>;

async function sectionRows(
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
    SELECT CAST(x.year AS VARCHAR) AS key, NULL AS name, CAST(round(CAST(sum(x.share) AS DOUBLE) / ${WORK}) AS BIGINT) AS works, ${share}, ${located}
    FROM (${parts(population)}) x GROUP BY x.year ORDER BY x.year`),
  country: (observatory, population, top) =>
    observatory.query<Found>(sql`
    SELECT coalesce(x.country, 'unknown') AS key, n.name, NULL AS works, ${share}, ${located}
    FROM (${parts(population)}) x LEFT JOIN places n ON n.place = 'iso:' || x.country
    GROUP BY x.country, n.name ORDER BY share DESC, key LIMIT ${top}`),
  field: (observatory, population) =>
    observatory.query<Found>(sql`
    SELECT CAST(coalesce(f.id, 0) AS VARCHAR) AS key, coalesce(f.name, 'none') AS name, NULL AS works, ${share}, ${located}
    FROM (${parts(population)}) x
    LEFT JOIN fields s ON s.level = 'subfield' AND s.id = x.subfield
    LEFT JOIN fields f ON f.level = 'field' AND f.id = s.parent
    GROUP BY f.id, f.name ORDER BY share DESC, key`),
  reason: (observatory, population) =>
    observatory.query<Found>(sql`
    SELECT x.reason AS key, NULL AS name, NULL AS works, ${share}, 0.0 AS located
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
      counts.map(([key, works]) => ({ key, name: null, works, share: null, located: null })),
    );
  },
  unknown: (observatory, population, top) =>
    observatory.query<Found>(sql`
    SELECT x.institution AS key, min(i.name) AS name, count(DISTINCT x.work) AS works, ${share}, 0.0 AS located
    FROM work_institutions x JOIN institutions i ON i.institution = x.institution
    WHERE x.city IS NULL AND i.city IS NULL AND ${population.aggregateFilter('x')}
    GROUP BY x.institution ORDER BY share DESC, key LIMIT ${top}`),
  doubtful: (observatory, population, top) =>
    observatory.query<Found>(sql`
    SELECT x.institution AS key, min(i.name) || ' → ' || min(i.city) AS name, count(DISTINCT x.work) AS works, ${share}, 1.0 AS located
    FROM work_institutions x JOIN institutions i ON i.institution = x.institution
    WHERE i.located_by = 'nearest' AND ${population.aggregateFilter('x')}
    GROUP BY x.institution ORDER BY share DESC, key LIMIT ${top}`),
};
