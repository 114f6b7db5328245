import type { Observatory } from '../../observatory/index.ts';
import { makeAbout } from '../about/about.ts';
import type { Message } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { messages } from './messages.ts';
import { Population } from '../population/population.ts';
import { collaborationRows } from './collaboration.ts';
import { fieldRows } from './fields.ts';
import { growthRows } from './growth.ts';
import { resourceRows } from './listed.ts';
import { outputRows } from './output.ts';
import { statisticRows } from './published.ts';
import {
  COMPARE_SECTIONS,
  type Compare,
  type CompareParams,
  type CompareRow,
  type CompareSection,
} from './question.ts';
import { common, type Comparison, pairsOf, subjectsOf } from './subjects.ts';
import { WHAT } from './texts.ts';

export async function compareAll(observatory: Observatory, given: CompareParams): Promise<Compare> {
  const population = await Population.of(observatory, given);
  const comparison = { observatory, population, given, ...(await subjectsOf(observatory, given)) };
  const wanted = (section: CompareSection): boolean => given.by?.includes(section) ?? true;
  const any = (...sections: CompareSection[]): boolean => sections.some(wanted);
  const output = any('output', 'rank', 'ahead', 'statistics')
    ? await outputRows(comparison, (section) => wanted(section) || section === 'output')
    : [];
  const rows = [
    ...output.filter(({ section }) => wanted(section)),
    ...(wanted('growth') ? await growthRows(comparison) : []),
    ...(wanted('fields') ? await fieldRows(comparison) : []),
    ...(any('collaboration', 'links') ? await collaborationRows(comparison, wanted) : []),
    ...(any('statistics', 'resources') ? await factRows(comparison, wanted, output) : []),
  ];
  const places = comparison.subjects.map(({ name }) => name);
  const regions = await describeRegions(
    observatory,
    places.map(({ id }) => id),
    comparison.adHoc,
  );
  return {
    rows: COMPARE_SECTIONS.flatMap((section) => rows.filter((row) => row.section === section)),
    places,
    about: makeAbout(observatory, population, {
      analysis: 'compare',
      counting: messages.counting({ share: outputMessages.share(), count: outputMessages.count() }),
      interval: {
        method: messages.method(),
        level: given.level,
        draws: given.draws,
        seed: given.seed,
      },
      definitions: regions.definitions,
      notes: [...notesOf(wanted), ...regions.notes],
      warnings: [...overlaps(comparison), ...unlike(comparison), ...regions.warnings],
    }),
  };
}

async function factRows(
  comparison: Comparison,
  wanted: (section: CompareSection) => boolean,
  output: readonly CompareRow[],
): Promise<CompareRow[]> {
  const known = await openFacts(comparison.observatory, comparison.given.statistics);
  // What is known of cities adds up to regions of one's own too.
  const facts = known.withDefinitions(
    comparison.adHoc.map(({ id, name, cities }) => ({
      id,
      name,
      nameZh: null,
      version: null,
      idea: null,
      isDefault: false,
      policyYear: null,
      policyNote: null,
      source: '',
      members: cities.map((city) => ({
        city,
        membership: 'full' as const,
        source: '',
        sourceKind: null,
        note: null,
      })),
    })),
  );
  const shares = new Map(
    output.filter(({ what }) => what.id === WHAT.share.id).map((row) => [row.place.id, row]),
  );
  return [
    ...(wanted('statistics') ? statisticRows(comparison, facts, shares) : []),
    ...(wanted('resources') ? await resourceRows(comparison, facts) : []),
  ];
}

function overlaps({ subjects }: Comparison): Message[] {
  return pairsOf(subjects).flatMap(([here, there]) => {
    const cities = common(here, there);
    return cities.length === 0
      ? []
      : [messages.overlap({ here: namesOf(here), there: namesOf(there), cities: cities.length })];
  });
}

/** Places that are drawn by different rules. */
function unlike({ subjects }: Comparison): Message[] {
  const kinds = new Set(subjects.map(({ kinds: one }) => one ?? 'own'));
  const countries = new Set(
    subjects.filter(({ name }) => name.kind === 'city').map(({ name }) => name.country),
  );
  const chinese = ['CN', 'HK', 'MO'].some((country) => countries.has(country));
  return [
    ...(kinds.size > 1 ? [messages.unlikeKinds()] : []),
    ...(countries.size > 1 && chinese ? [messages.unlikeCities()] : []),
  ];
}

const namesOf = ({ name: { name, nameZh } }: Comparison['subjects'][number]) => ({ name, nameZh });

/** Warnings about the selected sections. */
function notesOf(wanted: (section: CompareSection) => boolean): Message[] {
  const notes: Partial<Record<CompareSection, Message>> = {
    ahead: messages.ahead(),
    growth: messages.growth(),
    fields: messages.fields(),
    collaboration: messages.collaboration(),
    links: messages.links({ notAdjusted: collaborationMessages.notAdjusted() }),
    statistics: messages.statistics(),
    resources: messages.resources(),
  };
  return COMPARE_SECTIONS.flatMap((section) => (wanted(section) ? (notes[section] ?? []) : []));
}
