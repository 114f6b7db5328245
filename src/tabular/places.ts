import { inBoth, type Language, nameIn } from '../base/index.ts';
import type { FoundPlace, PlaceDetail } from '../analyses/places/index.ts';
import type { Definition } from '../places/index.ts';
import type { Printable } from './printable.ts';

export const PLACE_COLUMNS = [
  { id: 'id', title: { en: 'Id', zh: '编号' } },
  { id: 'kind', title: { en: 'Kind', zh: '类型' } },
  { id: 'name', title: { en: 'Name', zh: '名称' } },
  { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' } },
  { id: 'country', title: { en: 'Country', zh: '国家' } },
  { id: 'latitude', title: { en: 'Latitude', zh: '纬度' }, digits: 3 },
  { id: 'longitude', title: { en: 'Longitude', zh: '经度' }, digits: 3 },
  { id: 'share', title: { en: 'Share', zh: '份额' }, digits: 1 },
  { id: 'fit', title: { en: 'Match', zh: '匹配方式' } },
  { id: 'edits', title: { en: 'Edit distance', zh: '相差字符' }, digits: 0 },
] as const;

export const DEFINITION_COLUMNS = [
  { id: 'id', title: { en: 'Id', zh: '编号' } },
  { id: 'name', title: { en: 'Name', zh: '名称' } },
  { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' } },
  { id: 'version', title: { en: 'Version', zh: '版本' } },
  { id: 'policyYear', title: { en: 'Policy', zh: '政策年份' }, digits: 0 },
  { id: 'cities', title: { en: 'Cities', zh: '城市数' }, digits: 0 },
  { id: 'partial', title: { en: 'Partial', zh: '部分属于' }, digits: 0 },
  { id: 'source', title: { en: 'Source', zh: '来源' } },
] as const;

/** Columns in one language. */
export function titled<C extends { readonly id: string; readonly title: Readonly<Record<Language, string>> }>(
  columns: readonly C[],
  language: Language,
): (Omit<C, 'title'> & { readonly title: string })[] {
  return columns.map((column) => ({ ...column, title: column.title[language] }));
}

const ABOUT = inBoth({
  en: {
    places: 'Places',
    found: (shown: number, all: number) => `${shown} of ${all} places.`,
    share: 'Share is over all years and fields; places that match equally well are in its order.',
    definitions: 'Regions',
    partial: 'Members that belong only in part are counted in full.',
  },
  zh: {
    places: '地点',
    found: (shown, all) => `共${all}个地点，显示${shown}个。`,
    share: '份额为全部年份和领域之和；匹配程度相同时按份额排列。',
    definitions: '区域',
    partial: '部分属于的成员按全部计入。',
  },
});

/** Places that were searched for, a row each. */
export function placesOf(
  { found, all }: { readonly found: readonly FoundPlace[]; readonly all: number },
  synthetic: string | null,
  language: Language,
): Printable {
  const texts = ABOUT[language];
  return {
    title: texts.places,
    language,
    synthetic,
    columns: titled(PLACE_COLUMNS, language),
    cells: found.map((place) =>
      PLACE_COLUMNS.map(({ id }) => {
        if (id === 'name') return place.label;
        return id === 'nameZh' && place.nameZh !== null ? place.labelZh : place[id];
      }),
    ),
    json: { all, rows: found },
    findings: [],
    about: [texts.found(found.length, all), texts.share],
  };
}

/** One place: itself as the only row, with what belongs to it in the JSON. */
export function placeOf(place: PlaceDetail, synthetic: string | null, language: Language): Printable {
  const columns = PLACE_COLUMNS.filter(({ id }) => id !== 'fit' && id !== 'edits');
  return {
    title: nameIn(place, language),
    language,
    synthetic,
    columns: titled(columns, language),
    cells: [columns.map(({ id }) => place[id as keyof PlaceDetail] as string | number | null)],
    json: { place },
    findings: [],
    about: [ABOUT[language].share],
  };
}

/** The definitions of an observatory, a row each. */
export function definitionsOf(
  definitions: readonly Definition[],
  synthetic: string | null,
  language: Language,
): Printable {
  const texts = ABOUT[language];
  const rows = definitions.map((one) => ({
    ...one,
    cities: one.members.length,
    partial: one.members.filter(({ membership }) => membership === 'partial').length,
  }));
  return {
    title: texts.definitions,
    language,
    synthetic,
    columns: titled(DEFINITION_COLUMNS, language),
    cells: rows.map((one) => DEFINITION_COLUMNS.map(({ id }) => one[id])),
    json: { rows },
    findings: [],
    about: rows.some(({ partial }) => partial > 0) ? [texts.partial] : [],
  };
}
