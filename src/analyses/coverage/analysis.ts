import { messages } from './messages.ts';
import { append } from '../../measures/extremes.ts';
import { type Manifest, manifestWarnings, type Observatory } from '../../observatory/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import {
  type Coverage,
  type CoverageParams,
  coverageParams,
  coverageResult,
  type CoverageRow,
  coverageRow,
  SECTIONS,
} from './question.ts';
import { sectionRows } from './sections.ts';
import { columnsOf } from '../result/columns.ts';
import { keyIn, nameOf } from './texts.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { Population } from '../population/population.ts';

export const coverage = defineAnalysis({
  id: 'coverage',
  title: { en: 'Coverage', zh: '覆盖情况' },
  summary: 'How many works are located, and what was left out',
  description: {
    en: 'How many works are located, by year, country, field and reason; which records were left out and why; and which unknown institutions to correct first.',
    zh: '按年份、国家、领域和原因给出已定位的比例、被剔除的记录及原因，以及影响最大的未知机构。',
  },
  params: coverageParams,
  result: coverageResult,
  columns: columnsOf<typeof coverageRow, Coverage>(coverageRow, [
    'section',
    { of: 'key', value: keyIn },
    { of: 'name', value: nameOf },
    'works',
    'share',
    'located',
  ]),
  findings: ({ about: { locatedShare, works } }: Coverage) => [
    locatedShare === null ? messages.noWorks() : messages.located({ part: locatedShare, works }),
  ],
  run,
});

async function run(observatory: Observatory, given: CoverageParams): Promise<Coverage> {
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
