import type { Facts, Metric } from '../../facts/index.ts';
import type { Bilingual } from '../../base/index.ts';

/** One metric in one year and vintage. */
export interface MetricYear {
  readonly metric: Metric;
  readonly year: number;
  readonly vintage: string | null;
}

/** So many places are named that lack a figure. */
const NAMED = 8;

/** A metric of a year with its vintage, as a note names it. */
export function metricYear({ metric, year, vintage }: MetricYear): Bilingual {
  return {
    en: `${metric.id} ${year} (${vintage ?? 'no vintage'})`,
    zh: `${year}年${metric.nameZh}（${vintage ?? '无版本'}）`,
  };
}

/** Which of the places lack their figure. */
export function isMissing(
  asked: MetricYear,
  missing: readonly string[],
  all: number,
  facts: Facts,
): Bilingual {
  const what = metricYear(asked);
  const more = missing.length - NAMED;
  const shown = missing.slice(0, NAMED);
  const en = shown.map((place) => facts.name(place)).join(', ');
  const zh = shown.map((place) => facts.name(place, 'zh')).join('、');
  return {
    en: `${what.en} is missing for ${missing.length} of ${all}: ${en}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `${what.zh}在${all}个中缺${missing.length}个：${zh}${more > 0 ? `等，另有${more}个` : ''}`,
  };
}

export function unitsApart({ metric, year }: Omit<MetricYear, 'vintage'>): Bilingual {
  return {
    en: `${metric.id} ${year} is in units that do not convert`,
    zh: `${year}年${metric.nameZh}的单位无法换算`,
  };
}

export function isNegative(asked: MetricYear): Bilingual {
  const what = metricYear(asked);
  return { en: `${what.en} is negative somewhere`, zh: `${what.zh}有负值` };
}

export function yearless(metric: Metric): Bilingual {
  return {
    en: `${metric.id} is not stored for any single year`,
    zh: `没有收录任何单独年份的${metric.nameZh}`,
  };
}

/** Why no vintage makes a series of all places. */
export function noSeries(
  metric: Metric,
  years: { readonly from: number; readonly to: number } | null,
  places: number,
  lacking: Bilingual | null,
): Bilingual {
  const [en, zh] =
    years === null
      ? ['two years', '两个年份']
      : [`both ${years.from} and ${years.to}`, `${years.from}年和${years.to}年`];
  return {
    en: `no vintage of ${metric.id} has ${en} for all ${places} parts${lacking === null ? '' : `; ${lacking.en}`}`,
    zh: `没有一个版本的${metric.nameZh}同时具备全部${places}个组成部分的${zh}${lacking === null ? '' : `；${lacking.zh}`}`,
  };
}

export const PUBLISHED: Bilingual = {
  en: 'these are published figures: no work of this observatory is in them',
  zh: '这些是公布数据：不含本观测库的任何成果',
};

/** Where the cities asked about are those of the observatory alone. */
export const CITIES_KNOWN: Bilingual = {
  en: 'the cities of a province or nation are those with an institution in this observatory',
  zh: '省份或国家的城市，指在本观测库中有机构的城市',
};

/** The sources of figures, as they were cited. */
export function sources(
  from: readonly { readonly source: string; readonly sourceKind: string | null }[],
): Bilingual[] {
  const named = [...new Set(from.map(({ source }) => source))].sort().join('; ');
  return named === ''
    ? []
    : [{ en: `sources, as they were seen: ${named}`, zh: `来源（按所见引用）：${named}` }];
}

/** Of which year and vintage the populations are that weight. */
export function populationNotes(
  heads: readonly (MetricYear & { readonly values: readonly number[] | null })[],
): Bilingual[] {
  return unique(
    heads.flatMap((found) => {
      if (found.values === null) return [];
      const { en, zh } = metricYear(found);
      return [{ en: `populations: ${en}`, zh: `人口数据：${zh}` }];
    }),
  );
}

/** Texts in both languages, each once. */
export function unique(texts: readonly Bilingual[]): Bilingual[] {
  return texts.filter(({ en }, i) => texts.findIndex((other) => other.en === en) === i);
}
