import type { Named } from '../../base/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { uniqueNames } from '../../resources/index.ts';
import { sql } from '../../engine/sql.ts';
import { aboutWithout, makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { corpusOf, resourceSearch } from '../match/sources.ts';
import { columnsOf } from '../result/columns.ts';
import { networkOf } from './network.ts';
import { withPlaces } from './places.ts';
import { namedRows } from './named.ts';
import { type Context, jointRows, likelyRows } from './rows.ts';
import {
  type Partners,
  type PartnersParams,
  partnersParams,
  partnersResult,
  partnersRow,
} from './question.ts';
import { subjectOf } from './subject.ts';
import { messages } from './messages.ts';
import { Population } from '../population/population.ts';
import { append } from '../../measures/extremes.ts';

export const partners = defineAnalysis({
  id: 'partners',
  title: { en: 'Partners', zh: '合作伙伴' },
  summary: 'Partners of a place, resource or institution',
  description: {
    en: 'Who a place, resource or institution works with: listed partners, joint works, and the most likely new partners with reasons.',
    zh: '一个地点、资源或机构与谁合作：名录所载伙伴、合作论文，以及最可能的新伙伴及理由。',
  },
  params: partnersParams,
  result: partnersResult,
  argument: 'who',
  example: { who: 'cn:3205' },
  columns: columnsOf<typeof partnersRow, Partners>(partnersRow, [
    'section',
    { of: 'of', aside: true },
    'id',
    'name',
    'place',
    'works',
    'ratio',
    'common',
    'alike',
    'km',
    { of: 'score', aside: true },
    'why',
  ]),
  findings: ({ subject }: Partners) => [messages.subject(subject)],
  run: answer,
  alone: (params) => answer(null, params),
});

async function answer(observatory: Observatory | null, params: PartnersParams): Promise<Partners> {
  const { directory } = await resourceSearch(observatory, params.resources);
  const institutions = observatory === null ? [] : (await corpusOf(observatory)).institutions;
  const subject = subjectOf(params.who, directory, institutions);
  const named = namedRows({ subject, directory, institutions: uniqueNames(institutions) });
  const part = {
    analysis: 'partners',
    counting: messages.counting(),
    interval: null,
    notes: [
      messages.asListed(),
      ...(subject.standsFor === null || observatory === null
        ? []
        : [messages.standsFor({ one: namesOf(subject), other: namesOf(subject.standsFor) })]),
      ...(observatory === null ? [messages.namedAlone()] : [messages.likely()]),
    ],
  };
  const { kind, id, name, nameZh } = subject;
  const asked = { kind, id, name, nameZh };
  if (observatory === null)
    return { rows: withPlaces(named, directory.facts), subject: asked, about: aboutWithout(part) };
  const population = await Population.of(observatory, { ...params, sector: null });
  const rows = [...named];
  if (subject.party !== null) {
    const network = await networkOf(observatory, population, subject.party);
    const subfields = await subfieldNames(observatory);
    const context = { network, subject, subfields };
    append(rows, jointRows(context, params.top));
    append(rows, likelyRows(context, params.likely));
  }
  const warnings =
    subject.party === null ? [messages.nothingPublishes({ name: subject.name, nameZh: subject.nameZh })] : [];
  const about = makeAbout(observatory, population, { ...part, warnings });
  return { rows: withPlaces(rows, directory.facts), subject: asked, about };
}

const namesOf = ({ name, nameZh }: Named): Named => ({ name, nameZh });

async function subfieldNames(observatory: Observatory): Promise<Context['subfields']> {
  const rows = await observatory.query<{ id: number; name: string; nameZh: string | null }>(
    sql`SELECT id, coalesce(name, 'none') AS name, name_zh AS nameZh FROM fields WHERE level = 'subfield' ORDER BY id`,
  );
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
