import { defineMessages, parameter } from '../../base/index.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

interface SamePlace {
  readonly place: NamedPlace;
}

export const messages = defineMessages('ranking', {
  citiesInside: {
    en: `Only cities are ranked inside a place. Leave out ${parameter('of')} and ${parameter('definition')}, or ${parameter('inside')}.`,
    zh: `在一个地点之内只能排列其城市。请去掉${parameter('of')}与${parameter('definition')}，或去掉${parameter('inside')}。`,
  },
  notRanked: {
    en: ({ place }: SamePlace) =>
      `${placeLabel(place, 'en')} is not in this ranking. Rank its kind with ${parameter('of')}, or ask for more years or fields.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}不在这一排名之中。请用${parameter('of')}排列其类别，或放宽年份与领域。`,
  },
  samePlace: {
    en: ({ place }: SamePlace) => `Both places are ${placeLabel(place, 'en')}. Give two different places.`,
    zh: ({ place }) => `两个地点都是${placeLabel(place, 'zh')}。请给出两个不同的地点。`,
  },
});
