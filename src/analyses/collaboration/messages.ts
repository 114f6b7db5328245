import { defineMessages, parameter } from '../../base/index.ts';
import { kindName, type PlaceKind } from '../../places/index.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

interface PairsOfOtherKind {
  readonly place: NamedPlace;
  readonly kind: PlaceKind;
  /** The kind of the pairs that the place has. */
  readonly pairsOf: PlaceKind;
}

export const messages = defineMessages('collaboration', {
  pairWithoutPlace: {
    en: `A pair needs two places. Give ${parameter('place')} too.`,
    zh: `一对须有两个地点。请同时给出${parameter('place')}。`,
  },
  selectionOfOnePair: {
    en: `${parameter('kind')} and ${parameter('rows')} select among many pairs, but one pair is asked for. Leave them out, or leave out ${parameter('with')}.`,
    zh: `${parameter('kind')}与${parameter('rows')}用于从多对中选取，而此处只问一对。请去掉它们，或去掉${parameter('with')}。`,
  },
  rowsWithoutPlace: {
    en: `${parameter('rows')} needs a place. Give ${parameter('place')}, or leave out ${parameter('rows')}.`,
    zh: `${parameter('rows')}须配合一个地点。请给出${parameter('place')}，或去掉${parameter('rows')}。`,
  },
  insideOfCity: {
    en: ({ place }: { place: NamedPlace }) =>
      `${placeLabel(place, 'en')} is a city and has no pairs inside. Leave out ${parameter('rows')}, or name a region.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}是城市，内部没有城市对。请去掉${parameter('rows')}，或指明一个区域。`,
  },
  pairsOfOtherKind: {
    en: ({ place, kind, pairsOf }: PairsOfOtherKind) =>
      `${placeLabel(place, 'en')} has pairs of kind ${kindName(pairsOf, 'en')}, not ${kindName(kind, 'en')}. Leave out ${parameter('kind')}.`,
    zh: ({ place, kind, pairsOf }) =>
      `${placeLabel(place, 'zh')}只有${kindName(pairsOf, 'zh')}之间的合作，没有${kindName(kind, 'zh')}之间的合作。请去掉${parameter('kind')}。`,
  },
  partnersOfOwnRegion: {
    en: `The tables have no partners of a region of your own. Name the other place with ${parameter('with')}.`,
    zh: `表中没有自定义区域的合作对象。请用${parameter('with')}指明另一地点。`,
  },
  threePlaces: {
    en: ({ name }: { name: string }) =>
      `The region “${name}” is not used by this question: links are of one place or between two. Leave one place out.`,
    zh: ({ name }) => `此问题用不到区域“${name}”：合作只针对一个地点或两个地点之间。请去掉一个地点。`,
  },
});
