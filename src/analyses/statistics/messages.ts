import {
  defineMessages,
  inBoth,
  joined,
  type Message,
  type Named,
  nameIn,
  phrase,
} from '../../base/index.ts';
import { unitZh } from './texts.ts';

/** A metric as a message names it. */
export interface NamedMetric {
  readonly id: string;
  readonly nameZh: string;
}

/** One metric in one year and vintage. */
export interface MetricYear {
  readonly metric: NamedMetric;
  readonly year: number;
  readonly vintage: string | null;
}

interface Missing extends MetricYear {
  /** The places that lack the figure, of so many. */
  readonly missing: readonly Named[];
  readonly all: number;
}

interface NoSeries {
  readonly metric: NamedMetric;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly places: number;
  readonly lacking: Message | null;
}

interface InUnit extends MetricYear {
  readonly unit: string;
}

/** So many places are named that lack a figure. */
const NAMED = 8;

const METRIC = inBoth({
  en: ({ metric, year, vintage }: MetricYear) => `${metric.id} ${year} (${vintage ?? 'no vintage'})`,
  zh: ({ metric, year, vintage }) => `${year}年${metric.nameZh}（${vintage ?? '无版本'}）`,
});

/** Notes and warnings about published figures: phrases. */
export const messages = defineMessages('statistics', {
  missing: {
    en({ missing, all, ...asked }: Missing) {
      const more = missing.length - NAMED;
      const shown = missing.slice(0, NAMED).map(({ name }) => name);
      return `${METRIC.en(asked)} is missing for ${missing.length} of ${all}: ${joined(shown, 'en')}${more > 0 ? ` and ${more} more` : ''}`;
    },
    zh({ missing, all, ...asked }) {
      const more = missing.length - NAMED;
      const shown = missing.slice(0, NAMED).map((one) => nameIn(one, 'zh'));
      return `${METRIC.zh(asked)}在${all}个中缺${missing.length}个：${joined(shown, 'zh')}${more > 0 ? `等，另有${more}个` : ''}`;
    },
  },
  unitsApart: {
    en: ({ metric, year }: Omit<MetricYear, 'vintage'>) =>
      `${metric.id} ${year} is in units that do not convert`,
    zh: ({ metric, year }) => `${year}年${metric.nameZh}的单位无法换算`,
  },
  negative: {
    en: (asked: MetricYear) => `${METRIC.en(asked)} is negative somewhere`,
    zh: (asked) => `${METRIC.zh(asked)}有负值`,
  },
  yearless: {
    en: ({ metric }: { metric: NamedMetric }) => `${metric.id} is not stored for any single year`,
    zh: ({ metric }) => `没有收录任何单独年份的${metric.nameZh}`,
  },
  /** Why no vintage makes a series of all places. */
  noSeries: {
    en: ({ metric, years, places, lacking }: NoSeries) =>
      `no vintage of ${metric.id} has ${years === null ? 'two years' : `both ${years.from} and ${years.to}`} for all ${places} parts${lacking === null ? '' : `; ${phrase(lacking, 'en')}`}`,
    zh: ({ metric, years, places, lacking }) =>
      `没有一个版本的${metric.nameZh}同时具备全部${places}个组成部分的${years === null ? '两个年份' : `${years.from}年和${years.to}年`}${lacking === null ? '' : `；${phrase(lacking, 'zh')}`}`,
  },
  published: {
    en: 'these are published figures: no work of this observatory is in them',
    zh: '这些是公布数据：不含本观测库的任何论文',
  },
  /** Where the cities asked about are those of the observatory alone. */
  citiesKnown: {
    en: 'the cities of a province or nation are those with an institution in this observatory',
    zh: '省份或国家的城市，指在本观测库中有机构的城市',
  },
  /** The sources of figures, as they were cited. */
  sources: {
    en: ({ sources }: { sources: readonly string[] }) => `sources, as they were seen: ${sources.join('; ')}`,
    zh: ({ sources }) => `来源（按所见引用）：${sources.join('；')}`,
  },
  /** Of which year and vintage the populations are that weight. */
  populations: {
    en: (asked: MetricYear) => `populations: ${METRIC.en(asked)}`,
    zh: (asked) => `人口数据：${METRIC.zh(asked)}`,
  },
  /** What the parts of a place are compared by. */
  figure: {
    en: ({ metric, year, vintage, unit }: InUnit) =>
      `${metric.id} ${year} in ${unit} (${vintage ?? 'no vintage'})`,
    zh: ({ metric, year, vintage, unit }) =>
      `${year}年${metric.nameZh}，单位：${unitZh(unit)}（${vintage ?? '无版本'}）`,
  },
});
