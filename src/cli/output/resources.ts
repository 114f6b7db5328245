import {
  cited,
  completeness,
  type Counts,
  type CountedBy,
  type Directory,
  howSure,
  howSureText,
  type Listed,
  type Resource,
} from '../../resources/index.ts';
import type { Cell, Printable } from './print.ts';

type Language = 'en' | 'zh';
type ColumnId = keyof (typeof TEXTS)['en']['columns'];

/** What a printed list shows; exports have every column. */
const SHOWN: readonly ColumnId[] = ['id', 'name', 'kind', 'city', 'opened', 'status', 'fields', 'howSure'];

const TEXTS = {
  en: {
    title: 'Resources',
    columns: {
      id: 'Id',
      name: 'Name',
      name_zh: 'Name (zh)',
      kind: 'Kind',
      region: 'Cluster',
      place: 'Place',
      city: 'City',
      lat: 'Latitude',
      lon: 'Longitude',
      coord_precision: 'Coordinates of',
      host: 'Host',
      partners: 'Partners',
      opened: 'Opened',
      status: 'Status',
      fields: 'Fields',
      url: 'Address',
      source: 'Source',
      source_status: 'Source was',
      howSure: 'How sure',
      note: 'Note',
      contact: 'Contact',
    },
    detail: ['What', 'Known'],
    counts: 'Resources opened, added up',
    counted: {
      group: 'Group',
      name: 'Name',
      year: 'Year',
      opened: 'Opened',
      byThen: 'By then',
      firm: 'Firm',
    },
    shown: (n: number, of: number) => `${n} of ${of} listed.`,
    source:
      'Sources are cited as they were seen and are no links; addresses under url are as recorded, not verified.',
    doubt: 'Fields are mostly general knowledge or read off the name. The list is not complete.',
    none: 'none',
    all: 'all',
  },
  zh: {
    title: '创新资源',
    columns: {
      id: '编号',
      name: '名称',
      name_zh: '中文名',
      kind: '类别',
      region: '城市群',
      place: '地点编号',
      city: '城市',
      lat: '纬度',
      lon: '经度',
      coord_precision: '坐标精度',
      host: '依托单位',
      partners: '合作单位',
      opened: '启用',
      status: '状态',
      fields: '领域',
      url: '网址',
      source: '来源',
      source_status: '来源状态',
      howSure: '可靠程度',
      note: '备注',
      contact: '联系',
    },
    detail: ['项目', '内容'],
    counts: '累计启用的创新资源',
    counted: { group: '组', name: '名称', year: '年份', opened: '当年启用', byThen: '累计', firm: '确证' },
    shown: (n: number, of: number) => `所列${of}项中的${n}项。`,
    source: '来源按所见引用，不作链接；url 栏网址为原样记录，未经核实。',
    doubt: '领域多为常识或据名称推断；名录并不完整。',
    none: '无',
    all: '全部',
  },
} as const;

export interface ResourceRow {
  readonly resource: ReturnType<typeof cited>;
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string } | null;
  readonly howSure: ReturnType<typeof howSure>;
}

/** A resource with the name of its place and how sure it is: a row of the JSON. */
export function resourceRow(resource: Resource, { facts }: Directory, language: Language): ResourceRow {
  const { place } = resource;
  return {
    resource: cited(resource),
    place: place === null ? null : { id: place, name: facts.name(place), nameZh: facts.name(place, 'zh') },
    howSure: howSure(resource, language),
  };
}

/** A list of resources, a row each. */
export function listOf(listed: Listed, directory: Directory, language: Language): Printable {
  const { resources, warnings } = listed;
  const texts = TEXTS[language];
  const columns: readonly (readonly [id: ColumnId, of: (one: Resource) => Cell])[] = [
    ['id', ({ id }) => id],
    ['name', ({ nameEn, nameZh }) => (language === 'zh' ? (nameZh ?? nameEn) : nameEn)],
    ['name_zh', ({ nameZh }) => nameZh],
    ['kind', ({ kind }) => (language === 'zh' ? directory.kinds.get(kind)!.nameZh : kind)],
    ['region', ({ region }) => region],
    ['place', ({ place }) => place],
    ['city', ({ place, unlocated }) => (place === null ? unlocated : directory.facts.name(place, language))],
    ['lat', ({ lat }) => lat],
    ['lon', ({ lon }) => lon],
    ['coord_precision', ({ coordPrecision }) => coordPrecision],
    ['host', ({ host }) => host],
    ['partners', ({ partners }) => partners.join('; ')],
    ['opened', ({ opened }) => opened],
    ['status', ({ status }) => status],
    ['fields', ({ fields }) => fields.join('; ')],
    ['url', ({ url }) => url],
    ['source', ({ source }) => source],
    ['source_status', ({ sourceStatus }) => sourceStatus],
    ['howSure', (one) => howSureText(one, language)],
    ['note', ({ note }) => note],
    ['contact', ({ contact }) => contact],
  ];
  return {
    title: texts.title,
    synthetic: null,
    columns: columns.map(([id]) => ({ id, title: texts.columns[id], aside: !SHOWN.includes(id) })),
    cells: resources.map((one) => columns.map(([, of]) => of(one) || null)),
    json: {
      about: { listed: directory.resources.length, warnings, notes: notesOf(resources, directory, language) },
      rows: resources.map((one) => resourceRow(one, directory, language)),
    },
    findings: [],
    about: [
      texts.shown(resources.length, directory.resources.length),
      ...warnings.map((warning) => `Warning: ${warning}.`),
      ...notesOf(resources, directory, language),
    ],
  };
}

/** One resource, a line a cell. */
export function detailOf(resource: Resource, directory: Directory, language: Language): Printable {
  const { columns, cells } = listOf(
    { resources: [resource], unlocated: 0, undated: 0, warnings: [] },
    directory,
    language,
  );
  const rows = columns.flatMap(({ title }, i) => (cells[0][i] === null ? [] : [[title, cells[0][i]]]));
  return {
    title: language === 'zh' ? (resource.nameZh ?? resource.nameEn) : resource.nameEn,
    synthetic: null,
    columns: [
      { id: 'what', title: TEXTS[language].detail[0] },
      { id: 'value', title: TEXTS[language].detail[1] },
    ],
    cells: rows,
    json: resourceRow(resource, directory, language),
    findings: [],
    about: [TEXTS[language].source],
  };
}

/** Resources added up through time: a row a group and year. */
export function countsOf(
  counts: Counts,
  by: CountedBy,
  { warnings }: Listed,
  directory: Directory,
  language: Language,
): Printable {
  const texts = TEXTS[language];
  const name = (group: string | null): string => {
    if (group === null) return texts.none;
    const kind = directory.kinds.get(group);
    if (by === 'kind' && kind !== undefined) return language === 'zh' ? kind.nameZh : kind.name;
    if (by === 'all') return texts.all;
    return by === 'city' ? directory.facts.name(group, language) : group;
  };
  const { rows, bounds, counted, undated, notOpened } = counts;
  return {
    title: texts.counts,
    synthetic: null,
    columns: Object.entries(texts.counted).map(([id, title]) => ({
      id,
      title,
      ...(['opened', 'byThen', 'firm'].includes(id) ? { digits: 0 } : {}),
    })),
    cells: rows.map((row) => [
      row.group,
      name(row.group),
      String(row.year),
      row.opened,
      row.byThen,
      row.firm,
    ]),
    json: {
      about: { by, bound: 'at least', counted, undated, notOpened, bounds, warnings },
      rows: rows.map((row) => ({ ...row, name: name(row.group) })),
    },
    findings: [],
    about: [...bounds, ...warnings.map((warning) => `Warning: ${warning}.`), texts.source],
  };
}

function notesOf(resources: readonly Resource[], { kinds }: Directory, language: Language): string[] {
  const { doubt, source } = TEXTS[language];
  return [...completeness(resources, kinds), doubt, source];
}
