import { nameIn } from '../../base/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { uniqueNames } from '../../resources/index.ts';
import { sql } from '../../engine/sql.ts';
import { aboutWithout, makeAbout } from '../about/about.ts';
import { defineAnalysis } from '../analysis.ts';
import { corpusOf, resourceSearch } from '../match/sources.ts';
import { networkOf } from './network.ts';
import { withPlaces } from './places.ts';
import { namedRows } from './named.ts';
import { type Context, jointRows, likelyRows } from './rows.ts';
import { type Partners, type PartnersParams, partnersParams, type PartnersRow } from './question.ts';
import { subjectOf } from './subject.ts';
import { messages } from './messages.ts';
import { OF, SECTIONS } from './texts.ts';
import { Population } from '../population/population.ts';
import { append } from '../../measures/extremes.ts';

export const partners = defineAnalysis({
  id: 'partners',
  title: { en: 'Partners', zh: '合作伙伴' },
  description: {
    en: 'With whom a place, resource or institution works: partners that lists name, joint works, and the likeliest new ones with why.',
    zh: '一个地点、资源或机构与谁合作：名录所载伙伴、共同成果，以及最可能的新伙伴及理由。',
  },
  params: partnersParams,
  argument: 'who',
  example: { who: 'cn:3205' },
  columns: [
    {
      id: 'section',
      title: { en: 'Section', zh: '部分' },
      value: (row: PartnersRow, language = 'en') => SECTIONS[row.section][language],
    },
    {
      id: 'of',
      title: { en: 'Of', zh: '类型' },
      aside: () => true,
      value: (row: PartnersRow, language = 'en') => (row.of === null ? null : OF[row.of][language]),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: PartnersRow) => row.id },
    {
      id: 'name',
      title: { en: 'Name', zh: '名称' },
      value: (row: PartnersRow, language) => nameIn(row, language),
    },
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row: PartnersRow, language) =>
        row.place === null ? null : nameIn({ name: row.place, nameZh: row.placeZh }, language),
    },
    { id: 'works', title: { en: 'Joint works', zh: '共同成果' }, value: (row: PartnersRow) => row.works },
    {
      id: 'ratio',
      title: { en: 'Obs./exp.', zh: '观测/期望' },
      digits: 2,
      value: (row: PartnersRow) => row.ratio,
    },
    { id: 'common', title: { en: 'Common', zh: '共同伙伴' }, value: (row: PartnersRow) => row.common },
    { id: 'alike', title: { en: 'Alike', zh: '相似度' }, digits: 2, value: (row: PartnersRow) => row.alike },
    { id: 'km', title: { en: 'km', zh: '公里' }, digits: 0, value: (row: PartnersRow) => row.km },
    {
      id: 'score',
      title: { en: 'Score', zh: '得分' },
      digits: 4,
      aside: () => true,
      value: (row: PartnersRow) => row.score,
    },
    {
      id: 'why',
      title: { en: 'Why', zh: '理由' },
      value: (row: PartnersRow, language) => nameIn({ name: row.why, nameZh: row.whyZh }, language),
    },
  ],
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

const namesOf = ({ name, nameZh }: Names): Names => ({ name, nameZh });

type Names = Parameters<typeof nameIn>[0];

async function subfieldNames(observatory: Observatory): Promise<Context['subfields']> {
  const rows = await observatory.query<{ id: number; name: string; nameZh: string | null }>(
    sql`SELECT id, coalesce(name, 'none') AS name, name_zh AS nameZh FROM fields WHERE level = 'subfield' ORDER BY id`,
  );
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
