import { type Bilingual, defineMessages, inBoth, type Language } from '../base/index.ts';
import { kindName, kindNames } from './kind-names.ts';
import type { PlaceKind } from './place.ts';

/** A place with what tells it from others of its name. */
export interface ListedPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: Bilingual;
  /** The province or state of a city, where it is known. */
  readonly state: Bilingual | null;
  /** The ISO code in English. */
  readonly country: Bilingual;
}

interface Unknown {
  readonly text: string;
  /** ISO 3166-1 alpha-2, where only places there were looked for. */
  readonly country: string | null;
  /** Places of nearly that name. */
  readonly near: readonly ListedPlace[];
}

interface OtherKind {
  readonly text: string;
  readonly kinds: readonly PlaceKind[];
  readonly places: readonly ListedPlace[];
}

/** Why a text names no place, with the places that it might mean. */
export const messages = defineMessages('resolution', {
  severalPlaces: {
    kind: 'ambiguous',
    en: ({ text, places }: { text: string; places: readonly ListedPlace[] }) =>
      `“${text}” fits ${places.length} places: ${listed(places, 'en')}. Give the id of the one meant.`,
    zh: ({ text, places }) =>
      `“${text}”对应${places.length}个地点：${listed(places, 'zh')}。请给出所指地点的编号。`,
  },
  insideCity: {
    en: ({ text, cities }: { text: string; cities: readonly ListedPlace[] }) =>
      `“${text}” lies inside a city: ${listed(cities, 'en')}. Give the city.`,
    zh: ({ text, cities }) => `“${text}”位于城市之内：${listed(cities, 'zh')}。请给出其所在城市。`,
  },
  otherKind: {
    en: ({ text, kinds, places }: OtherKind) =>
      `“${text}” is not the name of a ${kindNames(kinds, 'en')} but of ${listed(places, 'en')}. Give the place id of a ${kindNames(kinds, 'en')}.`,
    zh: ({ text, kinds, places }) =>
      `“${text}”不是${kindNames(kinds, 'zh')}的名称，而是：${listed(places, 'zh')}。请给出${kindNames(kinds, 'zh')}的地点编号。`,
  },
  unknownName: {
    kind: 'not-found',
    en: ({ text, country, near }: Unknown) =>
      `Unknown place “${text}”${country === null ? '' : ` in ${country}`}. ${nearMisses(near)}`,
    zh: ({ text, country, near }) =>
      `${country === null ? '' : country}没有名为“${text}”的地点。${near.length === 0 ? '请给出地点编号，如cn:3205。' : `是否指：${listed(near, 'zh')}？`}`,
  },
  unknownId: {
    kind: 'not-found',
    en: ({ id }: { id: string }) => `${id} is not a place of the gazetteer. Check the id.`,
    zh: ({ id }) => `地名录没有${id}。请核对编号。`,
  },
  idOfOtherKind: {
    en: ({
      id,
      name,
      kind,
      kinds,
    }: {
      id: string;
      name: Bilingual;
      kind: PlaceKind;
      kinds: readonly PlaceKind[];
    }) =>
      `${id} (${name.en}) is a ${kindName(kind, 'en')}, not a ${kindNames(kinds, 'en')}. Give the place id of a ${kindNames(kinds, 'en')}.`,
    zh: ({ id, name, kind, kinds }) =>
      `${id}（${name.zh}）是${kindName(kind, 'zh')}，不是${kindNames(kinds, 'zh')}。请给出${kindNames(kinds, 'zh')}的地点编号。`,
  },
  partOfCity: {
    en: ({ id, city }: { id: string; city: ListedPlace }) =>
      `${id} counts in ${listed([city], 'en')}. Give that id.`,
    zh: ({ id, city }) => `${id}计入${listed([city], 'zh')}。请给出该编号。`,
  },
  countyOfCity: {
    en: ({ id, city }: { id: string; city: ListedPlace }) =>
      `${id} is a county or district of ${listed([city], 'en')}. Give the city.`,
    zh: ({ id, city }) => `${id}是${listed([city], 'zh')}的县或区。请给出其所在城市。`,
  },
});

function nearMisses(near: readonly ListedPlace[]): string {
  if (near.length === 0) return 'Give a place id, such as cn:3205.';
  return `Did you mean ${near.length === 1 ? '' : 'one of: '}${listed(near, 'en')}?`;
}

const LIST = inBoth({
  en: { one: (id: string, all: readonly string[]) => `${id} (${all.join(', ')})`, between: '; ' },
  zh: { one: (id, all) => `${id}（${all.join('，')}）`, between: '；' },
});

/** Places by id, with what tells two of one name apart: the province or state, the kind of what is not a city. */
function listed(places: readonly ListedPlace[], language: Language): string {
  const say = LIST[language];
  return places
    .map(({ id, kind, name, state, country }) => {
      const further = kind === 'city' ? state?.[language] : kindName(kind, language);
      const said = [
        name[language],
        ...(further === undefined || further === name[language] ? [] : [further]),
      ];
      const all = [...said, ...(country[language] === name[language] ? [] : [country[language]])];
      return say.one(id, all);
    })
    .join(say.between);
}
