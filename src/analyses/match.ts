import type { Observatory } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import {
  ANSWERS,
  askerOf,
  Glossary,
  institutionOf,
  matchNeed,
  parseNeed,
  type Party,
} from '../resources/index.ts';
import { aboutWithout, makeAbout } from './about.ts';
import { defineAnalysis } from './analysis.ts';
import { type Match, type MatchParams, matchParams, type MatchRow } from './match-question.ts';
import { matchRows } from './match-rows.ts';
import { corpusOf, expertiseOf, resourceSearch } from './match-sources.ts';
import { Population } from './population.ts';

export const match = defineAnalysis({
  id: 'match',
  title: { en: 'Who can help', zh: '谁能帮上忙' },
  description: {
    en: 'Who has what a need asks for: resources of the directory and institutions that demonstrably work on it, with why, how sure, how near and how reachable.',
    zh: '谁拥有所需：目录中的创新资源，以及确有相关成果的机构，附理由、可靠程度、距离与既往合作。',
  },
  params: matchParams,
  argument: 'need',
  columns: [
    { id: 'rank', title: { en: 'Rank', zh: '名次' }, value: (row: MatchRow) => row.rank },
    {
      id: 'of',
      title: { en: 'Of', zh: '类型' },
      value: (row: MatchRow) => (row.resource === null ? 'institution' : 'resource'),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: MatchRow) => who(row).id },
    { id: 'name', title: { en: 'Name', zh: '名称' }, value: (row: MatchRow) => who(row).name },
    {
      id: 'nameZh',
      title: { en: 'Name (zh)', zh: '中文名' },
      aside: () => true,
      value: (row: MatchRow) => row.resource?.nameZh ?? null,
    },
    {
      id: 'kind',
      title: { en: 'Kind', zh: '类别' },
      aside: () => true,
      value: (row: MatchRow) => row.resource?.kind ?? row.institution!.types.join(', '),
    },
    { id: 'place', title: { en: 'Place', zh: '地点' }, value: (row: MatchRow) => row.place?.name ?? null },
    {
      id: 'placeId',
      title: { en: 'Place id', zh: '地点编号' },
      aside: () => true,
      value: (row: MatchRow) => row.place?.id ?? null,
    },
    { id: 'score', title: { en: 'Score', zh: '得分' }, digits: 2, value: (row: MatchRow) => row.score },
    {
      id: 'coverage',
      title: { en: 'Of the need', zh: '需求覆盖' },
      digits: 2,
      value: (row: MatchRow) => row.coverage,
    },
    { id: 'why', title: { en: 'Why', zh: '理由' }, value: (row: MatchRow) => row.why.notions.join(', ') },
    {
      id: 'missing',
      title: { en: 'Missing', zh: '缺' },
      aside: () => true,
      value: (row: MatchRow) => row.missing.join(', '),
    },
    {
      id: 'proof',
      title: { en: 'Proof', zh: '依据' },
      aside: () => true,
      value: (row: MatchRow) =>
        row.resource === null
          ? row.why.works
              .map(({ title, doi, year }) => `${title ?? ''} (${year}) ${doi ?? ''}`.trim())
              .join('; ')
          : row.resource.fields.join('; '),
    },
    { id: 'km', title: { en: 'km', zh: '公里' }, digits: 0, value: (row: MatchRow) => row.km },
    {
      id: 'joint',
      title: { en: 'Joint works', zh: '既往合作' },
      value: (row: MatchRow) => row.joint?.works ?? null,
    },
    {
      id: 'jointWith',
      title: { en: 'Joint with its', zh: '合作方为其' },
      aside: () => true,
      value: (row: MatchRow) => row.joint?.with ?? null,
    },
    { id: 'sure', title: { en: 'How sure', zh: '可靠程度' }, value: (row: MatchRow) => row.sure },
    {
      id: 'contact',
      title: { en: 'Contact', zh: '联系' },
      aside: () => true,
      value: (row: MatchRow) => row.resource?.contact ?? null,
    },
    {
      id: 'url',
      title: { en: 'Address', zh: '网址' },
      aside: () => true,
      value: (row: MatchRow) => row.resource?.url ?? null,
    },
  ],
  findings: (answer: Match) => [`Asked for: ${answer.notions.join(' · ')}.`, ...missingLine(answer)],
  run: answer,
  alone: (params) => answer(null, params),
});

function who(row: MatchRow): { readonly id: string; readonly name: string } {
  return row.resource ?? row.institution!;
}

/** What a region lacks, and where the nearest is. */
function missingLine({ answered, reach, beyond }: Match): string[] {
  if (answered) return [];
  if (beyond === null) return [`Nobody in ${reach} answers half of the need.`];
  const far = beyond.km === null ? '' : `, ${beyond.km.toFixed(0)} km away`;
  const where = beyond.place === null ? '' : ` in ${beyond.place.name}`;
  return [
    `Nobody in ${reach} answers half of the need; nearest is ${who(beyond).name} (${who(beyond).id})${where}${far}.`,
  ];
}

async function answer(observatory: Observatory | null, params: MatchParams): Promise<Match> {
  const { of, top, halfLife, size } = params;
  if (observatory === null && of === 'institutions')
    throw new InputError('institutions are known from an observatory, and none is open.', {
      todo: 'Name its folder, or look for --of resources.',
    });
  const need = parseNeed(params.need, await Glossary.open());
  const search = await resourceSearch(observatory, params.resources);
  const { directory } = search;
  const asker = askerOf(params.place, params.reach, directory.facts);
  const expertise =
    observatory === null || of === 'resources' ? null : await expertiseOf(observatory, { halfLife, size });
  const institutions = observatory === null ? [] : (await corpusOf(observatory)).institutions;
  if (observatory === null && params.from !== null)
    throw new InputError('joint works are known from an observatory, and none is open.', {
      todo: 'Name its folder, or leave --from out.',
    });
  const party = partyOf(
    params.from === null ? null : institutionOf(params.from, institutions).id,
    asker.cities,
  );
  const sources = { resources: of === 'institutions' ? null : search, expertise };
  const found = await matchNeed(need, asker, sources, top);
  const context = { observatory, directory, expertise, institutions, asker, party };
  const rows = await matchRows(found.matches, context);
  const [beyond = null] = await matchRows(found.beyond === null ? [] : [found.beyond], context);
  const part = {
    analysis: 'match',
    counting:
      'score: BM25 over names, fields, titles and topics; works count by Share and age, divided by the size of the institution',
    interval: null,
    notes: [
      ...need.notes,
      ...(expertise?.corpus.notes ?? []),
      'scores compare within one answer only',
      'fields of resources are mostly general knowledge or read off the name: ask before you travel',
      ...(observatory === null ? ['institutions and joint works need an observatory'] : []),
    ],
  };
  const about =
    observatory === null
      ? aboutWithout(part)
      : makeAbout(
          observatory,
          await Population.of(observatory, { years: null, field: null, sector: null }),
          part,
        );
  return {
    rows,
    notions: need.notions.map(({ label }) => label),
    reach: asker.reach,
    within: found.within,
    beyond,
    answered: rows.some(({ coverage }) => coverage >= ANSWERS),
    about,
  };
}

function partyOf(institution: string | null, cities: readonly string[]): Party | null {
  if (institution !== null) return { institution };
  return cities.length === 0 ? null : { cities };
}
