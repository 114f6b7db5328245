import { defineMessages, inBoth, type Language, parameter } from '../../base/index.ts';
import { kindName, type PlaceKind } from '../../places/index.ts';
import { COUNTING_TEXT, type CountingName } from './counting.ts';
import { NOT_ADJUSTED } from './expected-by-size.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

interface PairsOfOtherKind {
  readonly place: NamedPlace;
  readonly kind: PlaceKind;
  /** The kind of the pairs that the place has. */
  readonly pairsOf: PlaceKind;
}

/** Which pairs of works count, in an observatory with an author cap. */
export interface CountedPairs {
  readonly coaffiliation: boolean;
  readonly capped: boolean;
  readonly authorCap: number;
}

interface CountedLinks extends CountedPairs {
  readonly counting: CountingName;
}

const WITH = inBoth({
  en: (has: boolean): string => (has ? 'with' : 'without'),
  zh: (has) => (has ? '含' : '不含'),
});

/** With or without co-affiliation and works of large teams. */
export function linkFilter({ coaffiliation, capped, authorCap }: CountedPairs, language: Language): string {
  const has = WITH[language];
  return {
    en: `${has(coaffiliation)} co-affiliation, ${has(capped)} works above ${authorCap} authors`,
    zh: `${has(coaffiliation)}双重隶属，${has(capped)}作者超过${authorCap}人的论文`,
  }[language];
}

export const messages = defineMessages('collaboration', {
  pairWithoutPlace: {
    en: `A pair needs two places. Give ${parameter('place')} too.`,
    zh: `一对须有两个地点。请同时给出${parameter('place')}。`,
  },
  selectionOfOnePair: {
    en: `${parameter('kind')} and ${parameter('rows')} select among many pairs, but one pair is selected. Leave them out, or leave out ${parameter('with')}.`,
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
  /** For what an answer says of itself: observed/expected ratios have an expectation of sizes alone. */
  notAdjusted: {
    en: `observed/expected is ${NOT_ADJUSTED.en}: places that are near each other or in one country work together more than their sizes alone let expect, so a ratio above 1 shows no tie beyond these`,
    zh: `观测/预期${NOT_ADJUSTED.zh}：相近或同国的地点之间，合作本就高于仅按规模的预期，比值大于1并不表明存在距离和国家以外的联系`,
  },
  counting: {
    en: ({ counting, ...filter }: CountedLinks) =>
      `${COUNTING_TEXT[counting].en}, ${linkFilter(filter, 'en')}`,
    zh: ({ counting, ...filter }) => `${COUNTING_TEXT[counting].zh}，${linkFilter(filter, 'zh')}`,
  },
});
