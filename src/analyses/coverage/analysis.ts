import { messages } from './messages.ts';
import { z } from 'zod';
import { append } from '../../measures/extremes.ts';
import { type Manifest, manifestWarnings, type Observatory } from '../../observatory/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { defineAnalysis, type Result } from '../analysis.ts';
import { type CoverageRow, sectionRows, SECTIONS } from './sections.ts';
import { keyIn, nameOf, sectionIn } from './texts.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { field, top, years } from '../parameters/shared.ts';
import { Population } from '../population/population.ts';

const params = z.object({
  by: z
    .array(z.enum(SECTIONS))
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'Sections: year, country, field, reason, dropped, unknown (ids and names, heaviest first), doubtful (located by nearest place); all where left out', label: { en: 'Sections', zh: '部分' }, help: '各部分：年份、国家、领域、原因、被剔除、未知机构、存疑；不填则全部' }),
  years,
  field,
  top: top(100_000, 15).describe('Rows of the sections country, unknown and doubtful'),
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
    { id: 'section', title: { en: 'Section', zh: '部分' }, value: sectionIn },
    { id: 'key', title: { en: 'What', zh: '项目' }, value: keyIn },
    { id: 'name', title: { en: 'Name', zh: '名称' }, value: nameOf },
    { id: 'works', title: { en: 'Works', zh: '论文' }, digits: 0, value: (row: CoverageRow) => row.works },
    { id: 'share', title: { en: 'Share', zh: '份额' }, digits: 1, value: (row: CoverageRow) => row.share },
    {
      id: 'located',
      title: { en: 'Located', zh: '已定位比例' },
      digits: 3,
      value: (row: CoverageRow) => row.located,
    },
  ],
  findings: ({ about: { locatedShare, works } }: Result<CoverageRow>) => [
    locatedShare === null ? messages.noWorks() : messages.located({ part: locatedShare, works }),
  ],
  run,
});

async function run(observatory: Observatory, given: CoverageParams): Promise<Result<CoverageRow>> {
  const population = await Population.of(observatory, { ...given, sector: null });
  if (population.field?.level === 'topic') {
    throw new InputError(messages.byTopic());
  }
  const sections = given.by ?? SECTIONS;
  const rows: CoverageRow[] = [];
  for (const section of SECTIONS) {
    if (sections.includes(section))
      append(rows, await sectionRows(observatory, population, section, given.top));
  }
  const { manifest } = observatory;
  return {
    about: makeAbout(observatory, population, {
      analysis: 'coverage',
      counting: outputMessages.share(),
      interval: null,
      notes: notesOf(manifest),
      warnings: manifestWarnings(manifest),
    }),
    rows,
  };
}

/** What became of the records of a build. */
export function notesOf({ records, corrections }: Manifest): Message[] {
  const moved = corrections.changed.length;
  return [
    messages.records({ read: records.read, kept: records.kept }),
    messages.equalDois({ works: records.equalDois }),
    ...(records.versionDois === undefined ? [] : [messages.versionDois({ works: records.versionDois })]),
    ...(moved > 0 ? [messages.corrected({ institutions: moved })] : []),
  ];
}
