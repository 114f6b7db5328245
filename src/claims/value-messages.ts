import {
  type Bilingual,
  defineMessages,
  inBoth,
  joined,
  type Language,
  type Message,
  phrase,
  type Reason,
  sayReason,
} from '../base/index.ts';
import { type Stage, STAGE_NAMES } from '../facts/index.ts';
import type { Hedge } from './bound.ts';
import { humanQuantity, humanYears, twoDigits } from './numbers.ts';
import { words } from './words.ts';

interface MissingYears {
  readonly metric: string;
  readonly stored: readonly number[];
  readonly year: number;
}
interface NoPolicy {
  readonly region: Bilingual;
  readonly stage: Stage;
  readonly stored: readonly { readonly stage: Stage; readonly year: number }[];
}
interface PartOfProvince {
  readonly name: Bilingual;
  /** So many of all its cities are in the place. */
  readonly inside: number;
  readonly all: number;
}
interface Unlisted {
  readonly what: 'cities' | 'provinces';
  readonly place: Bilingual;
}
interface NotStored {
  readonly absent: number;
  readonly top: number;
  readonly metric: string;
  readonly year: number;
}
interface OnlyHedged {
  readonly hedge: Hedge;
  readonly value: number;
  readonly unit: string | null;
}

/** Why a figure of a claim has no value, what stands in the way of a verdict, and what is to be noted: phrases. */
export const messages = defineMessages('claims', {
  /** Says a reason that measures and analyses have. */
  undefined: {
    en: ({ reason }: { reason: Reason }) => sayReason(reason, 'en'),
    zh: ({ reason }) => sayReason(reason, 'zh'),
  },
  /** Words of a claims file, or of an answer, that there are in both languages. */
  words: {
    en: ({ text }: { text: Bilingual }) => text.en,
    zh: ({ text }) => text.zh,
  },

  /** The mark of works that are made up, which an answer rests on. */
  synthetic: {
    en: ({ mark }: { mark: Bilingual }) => mark.en,
    zh: ({ mark }) => mark.zh,
  },

  // Why there is no value.
  dividesByZero: { en: 'it would divide by 0', zh: '除数为0' },
  needsObservatory: {
    en: ({ name }: { name: string }) => `${name}() needs an observatory, and none is open`,
    zh: ({ name }) => `${name}()需要观测库，而当前没有打开观测库`,
  },
  yearNotStored: {
    en: ({ metric, stored, year }: MissingYears) =>
      `${metric} is stored for ${joined(stored, 'en')}, not for ${year}`,
    zh: ({ metric, stored, year }) => `${metric}只收录了${joined(stored, 'zh')}年，没有${year}年`,
  },
  noPolicy: {
    en: ({ region, stage, stored }: NoPolicy) =>
      `no policy of ${region.en} is stored as ${stage}${stored.length === 0 ? '' : `; stored are: ${stages(stored, 'en')}`}`,
    zh: ({ region, stage, stored }) =>
      `没有收录${region.zh}的“${STAGE_NAMES[stage].zh}”${stored.length === 0 ? '' : `，已收录：${stages(stored, 'zh')}`}`,
  },
  unknownKind: {
    en: ({ place }: { place: Bilingual }) => `the kind of ${place.en} is not known`,
    zh: ({ place }) => `${place.zh}的类型未知`,
  },
  unknownProvince: {
    en: ({ city }: { city: Bilingual }) => `the province of ${city.en} is not known`,
    zh: ({ city }) => `${city.zh}所属的省份未知`,
  },
  unlisted: {
    en: ({ what, place }: Unlisted) => `the ${what} of ${place.en} are not known`,
    zh: ({ what, place }) => `${place.zh}的${what === 'cities' ? '城市' : '省级行政区'}未知`,
  },

  // What stands in the way of a verdict.
  leftOpen: {
    en: ({ probability }: { probability: number | readonly [number, number] }) =>
      `the works leave it open (probability ${digits(probability)})`,
    zh: ({ probability }) => `论文数据不足以定论（概率${digits(probability)}）`,
  },
  onlyHedged: {
    en: ({ hedge, value, unit }: OnlyHedged) =>
      `the figure is only known to be ${words.en.hedge[hedge]} ${humanQuantity(value, unit)}`,
    zh: ({ hedge, value, unit }) => `仅知该数值${words.zh.hedge[hedge]}${humanQuantity(value, unit)}`,
  },
  yearsMissing: {
    en: ({ years }: { years: readonly number[] }) => `years missing: ${humanYears(years, 'en')}`,
    zh: ({ years }) => `缺少年份：${humanYears(years, 'zh')}`,
  },
  ofYear: {
    en: ({ year, why }: { year: number; why: Message }) => `${year}: ${phrase(why, 'en')}`,
    zh: ({ year, why }) => `${year}年：${phrase(why, 'zh')}`,
  },
  oneYearOnly: {
    en: ({ year }: { year: number }) => `only ${year} is stored, and one year shows no trend`,
    zh: ({ year }) => `只收录了${year}年，一年看不出趋势`,
  },

  // What is to be noted.
  notTrueIn: {
    en: ({ years }: { years: readonly number[] }) => `not so in ${humanYears(years, 'en')}`,
    zh: ({ years }) => `${humanYears(years, 'zh')}年并非如此`,
  },
  vintagesDiffer: {
    en: ({ vintages }: { vintages: readonly string[] }) =>
      `its parts are of several vintages: ${vintages.join('; ')}`,
    zh: ({ vintages }) => `各部分的版本不同：${vintages.map((one) => `“${one}”`).join('、')}`,
  },
  otherThing: {
    en: ({ what }: { what: string }) => `true of a different thing: ${what}`,
    zh: ({ what }) => `所言实为另一事物：${what}`,
  },
  inPart: {
    en: ({ parts }: { parts: readonly PartOfProvince[] }) =>
      `in part: ${parts.map(({ name, inside, all }) => `${name.en} with ${inside} of its ${all} cities`).join(', ')}`,
    zh: ({ parts }) =>
      `仅含一部分：${parts.map(({ name, inside, all }) => `${name.zh}（${all}个城市中的${inside}个）`).join('、')}`,
  },
  firstOfSeveral: {
    en: ({ later }: { later: readonly number[] }) => `the first of several; later ${joined(later, 'en')}`,
    zh: ({ later }) => `此为首次，其后还有${joined(later, 'zh')}年`,
  },
  ranksNotStored: {
    en: ({ absent, top, metric, year }: NotStored) =>
      `${absent} of the first ${top} of ${metric} ${year} are not stored`,
    zh: ({ absent, top, metric, year }) => `${year}年${metric}的前${top}名中有${absent}个没有收录`,
  },
  unknownNations: {
    en: ({ places }: { places: readonly Bilingual[] }) =>
      `the nation of ${places.map(({ en }) => en).join(', ')} is not known`,
    zh: ({ places }) => `${places.map(({ zh }) => zh).join('、')}所属的国家未知`,
  },
  widestInterval: {
    en: 'the intervals of several figures were added as if they moved against each other, the widest case',
    zh: '多个数值的区间按相互抵触的最宽情形相加',
  },
  intervalOfOne: {
    en: ({ name }: { name: string }) => `the interval of ${name}() is that of the value picked`,
    zh: ({ name }) => `${name}()的区间即所取数值的区间`,
  },
});

const STAGE = inBoth({
  en: (stage: string, year: number) => `${stage} ${year}`,
  zh: (stage, year) => `${year}年${stage}`,
});

const stages = (stored: NoPolicy['stored'], language: Language): string =>
  joined(
    [...new Set(stored.map(({ stage, year }) => STAGE[language](STAGE_NAMES[stage][language], year)))],
    language,
  );

const digits = (probability: number | readonly [number, number]): string =>
  typeof probability === 'number' ? twoDigits(probability) : probability.map(twoDigits).join('–');
