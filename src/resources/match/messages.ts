import { defineMessages, parameter } from '../../base/index.ts';
import { kindName, type PlaceKind } from '../../places/index.ts';
import { type NamedPlace, placeNamed } from '../messages.ts';
import type { Reach } from './reach.ts';

/** Why nobody can be found for a need. */
export const messages = defineMessages('match', {
  vagueNeed: {
    en: 'The need has no word that says what is needed. Name the matter: a material, a method, an instrument, a field.',
    zh: '需求中没有说明所需之物的词。请说明材料、方法、仪器或领域。',
  },
  reachWithoutPlace: {
    en: ({ reach }: { reach: Reach }) =>
      `${parameter('reach', reach)} needs a place to start from. Give ${parameter('place')}.`,
    zh: ({ reach }) => `${parameter('reach', reach)}须有起点。请给出${parameter('place')}。`,
  },
  reachTooNarrow: {
    en: ({ place, kind, reach }: { place: NamedPlace; kind: PlaceKind; reach: 'city' | 'region' }) =>
      `${placeNamed.en(place)} is a ${kindName(kind, 'en')}, not a ${kindName(reach, 'en')}. ${
        reach === 'city' ? 'Name a city' : 'Name a city, province or region'
      }, or a wider ${parameter('reach')}.`,
    zh: ({ place, kind, reach }) =>
      `${placeNamed.zh(place)}是${kindName(kind, 'zh')}，不是${kindName(reach, 'zh')}。请指明${
        reach === 'city' ? '城市' : '城市、省份或区域'
      }，或扩大${parameter('reach')}。`,
  },
  severalCountries: {
    en: ({ place }: { place: NamedPlace }) =>
      `${placeNamed.en(place)} lies in several countries. Name a place in one, or use ${parameter('reach', 'world')}.`,
    zh: ({ place }) =>
      `${placeNamed.zh(place)}跨多个国家。请指明只在一国之内的地点，或用${parameter('reach', 'world')}。`,
  },
  cutNeed: {
    en: ({ words }: { words: number }) => `only the first ${words} words of the need count`,
    zh: ({ words }) => `只计需求的前${words}个词`,
  },
});
