import type { Observatory } from '../observatory/index.ts';
import { hostsOf, uniqueNames } from '../resources/index.ts';
import { sql } from '../engine/sql.ts';
import { aboutWithout, makeAbout } from './about.ts';
import { defineAnalysis } from './analysis.ts';
import { corpusOf, resourceSearch } from './match-sources.ts';
import { networkOf } from './partners-network.ts';
import { jointRows, likelyRows, namedRows } from './partners-rows.ts';
import { type Partners, type PartnersParams, partnersParams, type PartnersRow } from './partners-question.ts';
import { subjectOf } from './partners-subject.ts';
import { Population } from './population.ts';

export const partners = defineAnalysis({
  id: 'partners',
  title: { en: 'Partners', zh: '合作伙伴' },
  description: {
    en: 'With whom a place, resource or institution works: partners that lists name, joint works, and the likeliest new ones with why.',
    zh: '一个地点、资源或机构与谁合作：名录所载伙伴、共同成果，以及最可能的新伙伴及理由。',
  },
  params: partnersParams,
  argument: 'who',
  columns: [
    { id: 'section', title: { en: 'Section', zh: '部分' }, value: (row: PartnersRow) => row.section },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: PartnersRow) => row.id },
    { id: 'name', title: { en: 'Name', zh: '名称' }, value: (row: PartnersRow) => row.name },
    { id: 'place', title: { en: 'Place', zh: '地点' }, value: (row: PartnersRow) => row.place },
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
    { id: 'why', title: { en: 'Why', zh: '理由' }, value: (row: PartnersRow) => row.why },
  ],
  findings: ({ subject }: Partners) => [`${subject.name} (${subject.id}), ${article(subject.kind)}.`],
  run: answer,
  alone: (params) => answer(null, params),
});

const article = (kind: string): string => (kind === 'institution' ? `an ${kind}` : `a ${kind}`);

async function answer(observatory: Observatory | null, params: PartnersParams): Promise<Partners> {
  const { directory } = await resourceSearch(observatory, params.resources);
  const institutions = observatory === null ? [] : (await corpusOf(observatory)).institutions;
  const subject = subjectOf(params.who, directory, institutions);
  const named = namedRows(
    subject,
    directory,
    hostsOf(subject.resource?.partners.join(';') ?? null, uniqueNames(institutions)),
  );
  const part = {
    analysis: 'partners',
    counting:
      'joint works in full counting up to the author cap; observed/expected on weight 1/(k−1), quasi-independence',
    interval: null,
    notes: [
      'named partners are as lists give them; lists are not complete',
      ...(subject.standsFor === null || observatory === null
        ? []
        : [`${subject.name} has no works of its own: those of ${subject.standsFor} stand for it`]),
      ...(observatory === null ? ['joint works and likely partners need an observatory'] : []),
      'likely: reciprocal ranks of common partners, likeness of subfields and nearness, added; a suggestion, no forecast',
    ],
  };
  const { kind, id, name } = subject;
  if (observatory === null) return { rows: named, subject: { kind, id, name }, about: aboutWithout(part) };
  const population = await Population.of(observatory, { ...params, sector: null });
  const rows = [...named];
  if (subject.party !== null) {
    const network = await networkOf(observatory, population, subject.party);
    const subfields = await subfieldNames(observatory);
    const context = { network, subject, directory, subfields };
    rows.push(...jointRows(context, params.top), ...likelyRows(context, params.likely));
  }
  const warnings =
    subject.party === null ? [`nothing publishes as ${name}: only what lists name is known`] : [];
  const about = makeAbout(observatory, population, { ...part, warnings });
  return { rows, subject: { kind, id, name }, about };
}

async function subfieldNames(observatory: Observatory): Promise<Map<number, string>> {
  const rows = await observatory.query<{ id: number; name: string }>(
    sql`SELECT id, coalesce(name, 'none') AS name FROM fields WHERE level = 'subfield' ORDER BY id`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
