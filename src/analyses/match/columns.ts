import { type Bilingual, inBoth, joined, type Language, nameIn } from '../../base/index.ts';
import type { ResultColumn } from '../analysis.ts';
import { sectorZh } from '../population/filter-texts.ts';
import { columnsOf } from '../result/columns.ts';
import { type Match, type MatchRow, matchRow } from './question.ts';
import { lacksText } from './wording.ts';

type Value = ResultColumn<MatchRow, Match>['value'];

const OF: Readonly<Record<'resource' | 'institution', Bilingual>> = {
  resource: { en: 'resource', zh: '资源' },
  institution: { en: 'institution', zh: '机构' },
};
const JOINT_WITH: Readonly<Record<'institution' | 'host' | 'city', Bilingual>> = {
  institution: { en: 'institution', zh: '本机构' },
  host: { en: 'host', zh: '依托单位' },
  city: { en: 'city', zh: '所在城市' },
};

/** Whom a row is about. */
export function who(row: MatchRow): {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
} {
  return row.resource ?? { ...row.institution!, nameZh: null };
}

/** In exports only. */
const exported = (id: string, title: Bilingual, value: Value) => ({ id, title, value, aside: () => true });

const typesIn = (types: readonly string[], language: Language): string =>
  joined(
    types.map((type) => nameIn({ name: type, nameZh: sectorZh(type) }, language)),
    language,
  );

const kindOf = ({ resource, institution }: MatchRow, language: Language = 'en'): string =>
  resource === null
    ? typesIn(institution!.types, language)
    : nameIn({ name: resource.kind, nameZh: resource.kindZh }, language);

const BETWEEN = inBoth({ en: '; ', zh: '；' });
const FOUND = inBoth({
  en: ({ found }: MatchRow['why']) => found,
  zh: ({ foundZh }) => foundZh,
});

const whyText = ({ why, lacks }: MatchRow, language: Language): string =>
  [...FOUND[language](why), ...(lacks.length === 0 ? [] : [lacksText(lacks, language)])].join(
    BETWEEN[language],
  );

const proofOf = ({ resource, why }: MatchRow): string =>
  resource === null
    ? why.works.map(({ title, doi, year }) => `${title ?? ''} (${year}) ${doi ?? ''}`.trim()).join('; ')
    : resource.fields.join('; ');

export const MATCH_COLUMNS = columnsOf<typeof matchRow, Match>(matchRow, [
  'rank',
  {
    id: 'of',
    title: { en: 'Of', zh: '类型' },
    value: (row, language = 'en') => OF[row.resource === null ? 'institution' : 'resource'][language],
  },
  { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row) => who(row).id },
  { id: 'name', title: { en: 'Name', zh: '名称' }, value: (row, language) => nameIn(who(row), language) },
  exported('nameZh', { en: 'Name (zh)', zh: '中文名' }, (row) => who(row).nameZh),
  exported('kind', { en: 'Kind', zh: '类别' }, kindOf),
  { of: 'place', nameAlone: true },
  exported('placeId', { en: 'Place id', zh: '地点编号' }, (row) => row.place?.id ?? null),
  'score',
  'coverage',
  {
    id: 'why',
    title: { en: 'Why', zh: '理由' },
    value: (row, language = 'en') => whyText(row, language) || null,
  },
  exported('missing', { en: 'Missing', zh: '缺' }, (row) => row.missing.join(', ') || null),
  exported('topics', { en: 'Topics', zh: '主题' }, (row) => row.why.topics.join('; ') || null),
  exported('keywords', { en: 'Keywords', zh: '关键词' }, (row) => row.why.keywords.join('; ') || null),
  exported('proof', { en: 'Proof', zh: '依据' }, (row) => proofOf(row) || null),
  'km',
  { id: 'joint', title: { en: 'Joint works', zh: '既往合作' }, value: (row) => row.joint?.works ?? null },
  exported('jointWith', { en: 'Joint with its', zh: '合作方' }, ({ joint }, language = 'en') =>
    joint === null ? null : JOINT_WITH[joint.with][language],
  ),
  'sure',
  exported('source', { en: 'Source', zh: '来源' }, (row) => row.resource?.source ?? null),
  exported('contact', { en: 'Contact', zh: '联系' }, (row) => row.resource?.contact ?? null),
  exported('url', { en: 'Address', zh: '网址' }, (row) => row.resource?.url ?? null),
]);
