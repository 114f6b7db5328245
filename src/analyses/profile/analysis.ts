import { append } from '../../measures/extremes.ts';
import type { Observatory } from '../../observatory/index.ts';
import { makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { contestOf, resolvePreferred } from '../output/comparison.ts';
import { describeRegions } from '../places/definitions.ts';
import { membersOf } from '../collaboration/question.ts';
import type { Links } from '../links/question.ts';
import { links } from '../links/analysis.ts';
import { openFacts } from '../statistics/open-facts.ts';
import { choiceOf } from '../aggregates/aggregates.ts';
import { outputs } from '../output/output.ts';
import { columnsOf } from '../result/columns.ts';
import { resolvePlace } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { policyRows, statisticRows } from './facts.ts';
import { fieldRows, outputRows, type ProfileContext, unlocatedRows, yearlyOutput } from './output.ts';
import {
  type Profile,
  type ProfileParams,
  profileParams,
  profileResult,
  type ProfileRow,
  profileRow,
  PROFILE_SECTIONS,
} from './question.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { messages } from './messages.ts';
import { keyIn, named, ofAll, reasonIn, UNIT, wordsOf } from './texts.ts';
import { renderBoth } from '../../base/index.ts';
import { contestedRows, rankingQuestion } from '../output/rank-rows.ts';

export const profile = defineAnalysis({
  id: 'profile',
  title: { en: 'Profile', zh: '概况' },
  summary: 'One place: rank, output, fields, partners, policies',
  description: {
    en: 'One place at a glance: rank, output by year, fields, partners, published figures, policies, and unlocated works of its country.',
    zh: '一个地点的已知情况：排名、历年产出、领域、合作伙伴、公布数据、相关政策，以及所在国家未定位的部分。',
  },
  params: profileParams,
  example: { place: 'cn:3205' },
  result: profileResult,
  columns: columnsOf<typeof profileRow, Profile>(profileRow, [
    'section',
    { of: 'key', value: keyIn },
    'name',
    { of: 'value', interval: 'interval', ends: ['low', 'high'] },
    'unit',
    'note',
    'source',
  ]),
  findings: ({ place: { id, name, nameZh, kind }, cities }: Profile) => [
    messages.place({ id, name, nameZh, kind, cities }),
  ],
  run,
});

async function run(observatory: Observatory, given: ProfileParams): Promise<Profile> {
  const population = await Population.of(observatory, { ...given, sector: null });
  const place = await resolvePlace(observatory, given.place);
  const cities = (await membersOf(observatory, [place], [])).get(place.id)!;
  const context: ProfileContext = { observatory, population, place, level: given.level, top: given.top };
  const yearly = await yearlyOutput(context);
  const facts = await openFacts(observatory, given.statistics);
  let asked: Promise<Links> | null = null;
  const partners = (): Promise<Links> => (asked ??= partnersOf(context, given));
  const made = {
    rank: () => (yearly.length === 0 ? [] : rankRows(context, given)),
    share: () => outputRows(context, yearly, 'share'),
    count: () => outputRows(context, yearly, 'count'),
    fields: () => fieldRows(context),
    partners: async () => partnerRows(await partners(), 'partners'),
    ratio: async () => partnerRows(await partners(), 'ratio'),
    statistics: () => statisticRows(facts, place.id),
    policies: () => policyRows(facts, place, cities),
    unlocated: () => unlocatedRows(context, cities),
  };
  const rows: ProfileRow[] = [];
  for (const section of PROFILE_SECTIONS)
    if (given.by === null || given.by.includes(section)) append(rows, await made[section]());
  const regions = await describeRegions(observatory, [place.id], []);
  return {
    rows,
    place,
    cities: cities.length,
    about: makeAbout(observatory, population, {
      analysis: 'profile',
      counting: messages.counting({ share: outputMessages.share(), count: outputMessages.count() }),
      interval: {
        method: messages.method(),
        level: given.level,
        draws: given.draws,
        seed: given.seed,
      },
      definitions: regions.definitions,
      warnings: [
        ...regions.warnings,
        ...(yearly.length === 0
          ? [messages.noOutput({ place: { name: place.name, nameZh: place.nameZh } })]
          : []),
      ],
      notes: [
        messages.notAdjusted(),
        messages.partners(),
        collaborationMessages.notAdjusted(),
        messages.published(),
        ...(population.aggregated ? [] : [messages.byTopic()]),
        ...(place.kind === 'region' ? [messages.regionRank()] : []),
        ...regions.notes,
      ],
    }),
  };
}

/** Rank among all places of the kind, by Share and by Count. */
async function rankRows(
  { observatory, population, place }: ProfileContext,
  { level, draws, seed, prefer }: ProfileParams,
): Promise<ProfileRow[]> {
  const choice = { ...choiceOf(place), definitions: null };
  const outputRows = await outputs(observatory, population, choice, { years: 'added' });
  const contest = await contestOf(observatory, choice, await resolvePreferred(observatory, prefer, []));
  const names = new Map([[place.id, place]]);
  const rows: ProfileRow[] = [];
  for (const by of ['share', 'count'] as const) {
    const asked = { by, base: null, level, draws, seed };
    const question = rankingQuestion(observatory, population, choice, outputRows, asked);
    const [own] = (await contestedRows(question, contest, [place.id], names)).rows;
    rows.push({
      section: 'rank',
      key: by,
      ...wordsOf({
        unit: ofAll(own.ranked, place.kind),
        note: own.fewWorks ? renderBoth(outputMessages.few()) : reasonIn(own.reason),
      }),
      value: own.rank,
      interval: own.rankInterval,
      source: null,
    });
  }
  return rows;
}

/** Its heaviest links, which two sections tell of. */
function partnersOf(
  { observatory, place }: ProfileContext,
  { years, field, level, top }: ProfileParams,
): Promise<Links> {
  const rows = place.kind === 'city' ? null : 'partners';
  return links.run(observatory, links.params.parse({ place: place.id, rows, years, field, level, top }));
}

function partnerRows(answer: Links, section: 'partners' | 'ratio'): ProfileRow[] {
  return answer.rows.map((row): ProfileRow => {
    const of = { section, key: row.b.id, source: null };
    const name = named(row.b);
    return section === 'partners'
      ? { ...of, ...wordsOf({ name, unit: UNIT.joint }), value: row.works, interval: null }
      : {
          ...of,
          ...wordsOf({
            name,
            unit: UNIT.ratio,
            note: reasonIn(row.reason) ?? (row.fewWorks ? renderBoth(outputMessages.few()) : null),
          }),
          value: row.ratio,
          interval: row.ratioInterval,
        };
  });
}
