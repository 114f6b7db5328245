import {
  cited,
  completeness,
  type Directory,
  howSure,
  howSureText,
  type Listed,
  type Resource,
} from '../resources/index.ts';
import { nameIn } from '../base/index.ts';
import type { Cell, Printable } from './printable.ts';
import { type ColumnId, type Language, STATUSES, TEXTS } from './resource-texts.ts';

/** What a printed list shows; exports have every column. */
const SHOWN: readonly ColumnId[] = ['id', 'name', 'kind', 'city', 'opened', 'status', 'fields', 'how_sure'];

/** In English; a list in Chinese has titles of its own. */
export const RESOURCE_COLUMNS: Printable['columns'] = (Object.keys(TEXTS.en.columns) as ColumnId[]).map(
  (id) => ({
    id,
    title: TEXTS.en.columns[id],
    aside: !SHOWN.includes(id),
  }),
);

export interface ResourceRow {
  readonly resource: ReturnType<typeof cited>;
  readonly kind: { readonly id: string; readonly name: string; readonly nameZh: string };
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string } | null;
  readonly howSure: ReturnType<typeof howSure>;
}

/** A resource with the names of its kind and place and how sure it is: a row of the JSON. */
export function resourceRow(
  resource: Resource,
  { facts, kinds }: Directory,
  language: Language,
): ResourceRow {
  const { place } = resource;
  const { id, name, nameZh } = kinds.get(resource.kind)!;
  return {
    resource: cited(resource),
    kind: { id, name, nameZh },
    place: place === null ? null : { id: place, name: facts.name(place), nameZh: facts.name(place, 'zh') },
    howSure: howSure(resource, language),
  };
}

/** A list of resources, a row each. */
export function listOf(listed: Listed, directory: Directory, language: Language): Printable {
  const { resources, warnings } = listed;
  const notes = [...listed.notes, ...notesOf(resources, directory, language)];
  const texts = TEXTS[language];
  const columns: readonly (readonly [id: ColumnId, of: (one: Resource) => Cell])[] = [
    ['id', ({ id }) => id],
    ['name', ({ nameEn, nameZh }) => nameIn({ name: nameEn, nameZh }, language)],
    ['name_zh', ({ nameZh }) => nameZh],
    ['kind', ({ kind }) => texts.kind(directory.kinds.get(kind)!)],
    ['region', ({ region }) => region],
    ['place', ({ place }) => place],
    ['city', ({ place, unlocated }) => (place === null ? unlocated : directory.facts.name(place, language))],
    ['lat', ({ lat }) => lat],
    ['lon', ({ lon }) => lon],
    ['coord_precision', ({ coordPrecision }) => coordPrecision],
    ['host', ({ host }) => host],
    ['partners', ({ partners }) => partners.join('; ')],
    ['opened', ({ opened }) => opened],
    ['status', ({ status }) => STATUSES[language][status] ?? status],
    ['fields', ({ fields }) => fields.join('; ')],
    ['url', ({ url }) => url],
    ['source', ({ source }) => source],
    ['source_status', ({ sourceStatus }) => sourceStatus],
    ['how_sure', (one) => howSureText(one, language)],
    ['note', ({ note }) => note],
    ['contact', ({ contact }) => contact],
  ];
  return {
    title: texts.title,
    synthetic: null,
    columns: columns.map(([id]) => ({ id, title: texts.columns[id], aside: !SHOWN.includes(id) })),
    cells: resources.map((one) => columns.map(([, of]) => (of(one) === '' ? null : of(one)))),
    json: {
      about: { listed: directory.resources.length, warnings, notes },
      rows: resources.map((one) => resourceRow(one, directory, language)),
    },
    findings: [],
    about: [
      texts.shown(resources.length, directory.resources.length),
      ...warnings.map(texts.warning),
      ...notes,
    ],
  };
}

/** One resource, a line a cell. */
export function detailOf(resource: Resource, directory: Directory, language: Language): Printable {
  const { columns, cells } = listOf(
    { resources: [resource], unlocated: 0, undated: 0, warnings: [], notes: [] },
    directory,
    language,
  );
  const [own] = cells;
  const rows = columns.flatMap(({ title }, i) => (own[i] === null ? [] : [[title, own[i]]]));
  return {
    title: nameIn({ name: resource.nameEn, nameZh: resource.nameZh }, language),
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

function notesOf(resources: readonly Resource[], { kinds }: Directory, language: Language): string[] {
  const { doubt, source } = TEXTS[language];
  return [...completeness(resources, kinds, language), doubt, source];
}
