import { defineMessages, type Message, type Named, nameIn, phrase, whole } from '../../base/index.ts';
import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import { claimMessages } from '../../claims/index.ts';

interface Pair {
  readonly a: Named;
  readonly b: Named;
}

type Years = { readonly from: number; readonly to: number } | null;

interface Listed {
  /** Null for resources of any kind. */
  readonly kind: Named | null;
  readonly area: Named;
  readonly field: string | null;
  /** Opened by the end of one year, or in a period. */
  readonly years: Years;
}

interface Answered {
  readonly title: string | null;
  readonly built: string;
  readonly works: number;
  readonly locatedShare: number | null;
  readonly counting: Message;
}

const KINDS: Readonly<Record<string, string>> = {
  cities: '城市',
  provinces: '省份',
  nations: '国家',
  regions: '区域',
};

function opened(years: Years): string {
  if (years === null) return '';
  return years.from === years.to ? `, opened by ${years.to}` : `, opened ${years.from}–${years.to}`;
}

function openedZh(years: Years): string {
  if (years === null) return '';
  return years.from === years.to ? `，${years.to}年底前开放` : `，${years.from}–${years.to}年开放`;
}

/** What an observatory or the directory of resources says of a claim's figure: phrases. */
export const messages = defineMessages('claims-world', {
  noWork: {
    en: ({ place }: { place: string }) => `${place} has no work under these filters`,
    zh: ({ place }) => `所选条件下${place}没有论文`,
  },
  notAmongFirst: {
    en: ({ place, first }: { place: string; first: number }) => `${place} is not among the first ${first}`,
    zh: ({ place, first }) => `${place}不在前${first}名之内`,
  },
  noInside: {
    en: ({ place }: { place: string }) => `${place} has no collaboration inside it to measure`,
    zh: ({ place }) => `${place}没有可计算的内部合作`,
  },
  incompleteDirectory: {
    en: 'the directory does not list everything that exists',
    zh: '名录并不包含全部',
  },
  fromMemory: {
    en: ({ count }: { count: number }) => `${count} more rest on memory and are not counted`,
    zh: ({ count }) => `另有${count}项未核实，不计入`,
  },
  fieldsFromNames: { en: 'fields are mostly read off names', zh: '领域大多由名称推断' },
  // What was asked, for the line of arithmetic.
  outputOf: {
    en: ({ by, place }: { by: 'share' | 'count'; place: Named }) =>
      `${by === 'share' ? 'Share' : 'Count'} of ${place.name}`,
    zh: ({ by, place }) => `${nameIn(place, 'zh')}的${by === 'share' ? '份额' : '论文数'}`,
  },
  rankOf: {
    en: ({ place }: { place: Named }) => `rank of ${place.name}`,
    zh: ({ place }) => `${nameIn(place, 'zh')}的名次`,
  },
  rankAmong: {
    en: ({ place, ranked, of }: { place: Named; ranked: number; of: string }) =>
      `rank of ${place.name} among ${ranked} ${of}`,
    zh: ({ place, ranked, of }) => `${nameIn(place, 'zh')}在${ranked}个${KINDS[of] ?? of}中的名次`,
  },
  ahead: {
    en: ({ first, second }: { first: Named; second: Named }) => `P(${first.name} ahead of ${second.name})`,
    zh: ({ first, second }) => `${nameIn(first, 'zh')}领先${nameIn(second, 'zh')}的概率`,
  },
  jointWorks: {
    en: ({ a, b }: Pair) => `joint works of ${a.name} and ${b.name}`,
    zh: ({ a, b }) => `${nameIn(a, 'zh')}与${nameIn(b, 'zh')}的合作论文`,
  },
  ratioOfPair: {
    en: ({ a, b }: Pair) => `observed over expected (${NOT_ADJUSTED.en}) of ${a.name} and ${b.name}`,
    zh: ({ a, b }) => `${nameIn(a, 'zh')}与${nameIn(b, 'zh')}的观测/预期（${NOT_ADJUSTED.zh}）`,
  },
  ratioInside: {
    en: ({ place }: { place: Named }) => `observed over expected (${NOT_ADJUSTED.en}) of ${place.name}`,
    zh: ({ place }) => `${nameIn(place, 'zh')}内部的观测/预期（${NOT_ADJUSTED.zh}）`,
  },
  intraShare: {
    en: ({ place }: { place: Named }) => `intra share of ${place.name}`,
    zh: ({ place }) => `${nameIn(place, 'zh')}的内部合作比重`,
  },
  listedResources: {
    en: ({ kind, area, field, years }: Listed) =>
      `${kind === null ? 'Resources of any kind' : kind.name} listed in ${area.name}${field === null ? '' : `, ${field}`}${opened(years)}`,
    zh: ({ kind, area, field, years }) =>
      `${nameIn(area, 'zh')}名录所载${kind === null ? '各类资源' : nameIn(kind, 'zh')}${field === null ? '' : `，${field}`}${openedZh(years)}`,
  },

  // Which observatory or directory answered.
  observatory: {
    en: ({ title, built, works, locatedShare, counting }: Answered) =>
      `observatory “${title ?? 'without a title'}” built ${built} (${whole(works, 'en')} works${locatedShare === null ? '' : `, ${(locatedShare * 100).toFixed(1)}% of Share located`}; ${phrase(counting, 'en')})`,
    zh: ({ title, built, works, locatedShare, counting }) =>
      `观测库${title === null ? '（无标题）' : `“${title}”`}，${built}建成（${whole(works, 'zh')}篇论文${locatedShare === null ? '' : `，份额的${(locatedShare * 100).toFixed(1)}%可定位`}；${phrase(counting, 'zh')}）`,
  },
  directory: {
    en: ({ rows }: { rows: number }) => `directory of resources (${whole(rows, 'en')} rows)`,
    zh: ({ rows }) => `创新资源名录（${whole(rows, 'zh')}项）`,
  },
  moreSources: {
    en: ({ count }: { count: number }) => `${count} more sources of its rows`,
    zh: ({ count }) => `其各项的另外${count}个来源`,
  },
});

/** Lines that there are in both languages, one for one. */
export const paired = (en: readonly string[], zh: readonly string[]): Message[] =>
  en.map((line, i) => claimMessages.words({ text: { en: line, zh: zh[i] } }));
