import { type Bilingual, counted, defineMessages, inBoth, joined, type Language } from '../base/index.ts';
import { yearText } from './statistic.ts';

/** A vintage with the years that it has figures of: how many, the first and the last. */
export interface StoredVintage {
  readonly vintage: string;
  readonly years: number;
  readonly from: number;
  readonly to: number;
}
interface OfPlace {
  readonly metric: string;
  readonly place: Bilingual;
}
interface OfVintage extends OfPlace {
  readonly vintage: string;
}
/** The years of a series that were asked for; null where none were. */
interface AskedYears {
  readonly from: number | null;
  readonly to: number | null;
}
interface Choices extends OfPlace {
  readonly stored: readonly StoredVintage[];
}
interface NotAmong {
  readonly column: string;
  readonly text: string;
  readonly choices: readonly string[];
  readonly mayBeEmpty: boolean;
}
interface Valued {
  readonly vintage: string;
  readonly value: number;
  readonly unit: string;
}
interface InUnit {
  readonly metric: string;
  readonly unit: string;
}

export const messages = defineMessages('facts', {
  // Of tables.
  correctThem: {
    en: 'Correct them; `synopolis facts check FILE` looks again.',
    zh: '请逐一改正；可用`synopolis facts check FILE`再次检查。',
  },
  notAmong: {
    en: ({ column, text, choices, mayBeEmpty }: NotAmong) =>
      `${column} is “${text}”. Use ${joined(choices, 'en')}${mayBeEmpty ? ', or leave it empty' : ''}.`,
    zh: ({ column, text, choices, mayBeEmpty }) =>
      `${column}不能取“${text}”。可选：${joined(choices, 'zh')}${mayBeEmpty ? '；也可留空' : ''}。`,
  },
  noSource: { en: 'it has no source. State where it was read.', zh: '没有来源。请写明出处。' },
  notMetricId: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not a valid metric id. Use lower-case letters, digits and _.`,
    zh: ({ text }) => `“${text}”不能作指标编号。请使用小写字母、数字和“_”。`,
  },
  unknownUnit: {
    en: ({ unit, choices }: { unit: string; choices: readonly string[] }) =>
      `Unknown unit “${unit}”. Use one of ${joined(choices, 'en')}.`,
    zh: ({ unit, choices }) => `没有单位“${unit}”。可选：${joined(choices, 'zh')}。`,
  },
  notSummable: {
    en: ({ kind }: { kind: string }) => `figures of the kind ${kind} cannot be summed. Set additive to no.`,
    zh: ({ kind }) => `类别为${kind}的数值不可加总。请将additive填为no。`,
  },
  notDate: {
    en: ({ text }: { text: string }) => `“${text}” is not a date. Write 2014-02-26, 2015-06 or 2010.`,
    zh: ({ text }) => `“${text}”不是日期。请写成2014-02-26、2015-06或2010。`,
  },
  noEvent: {
    en: 'the event is not named. State what was decided.',
    zh: '没有写明事件。请写明作出了何种决定。',
  },
  notYear: {
    en: ({ text }: { text: string }) => `“${text}” is not a year. Write 2024, or 2015-2020 for a period.`,
    zh: ({ text }) => `“${text}”不是年份。请写成2024，时段写成2015-2020。`,
  },
  notNumber: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not a number. Write digits with a decimal point and without a thousands separator.`,
    zh: ({ text }) => `“${text}”不是数。请用数字与小数点，不加千位分隔符。`,
  },
  otherDimension: {
    en: ({ metric, unit, dimension, given, measures }: InUnit & OtherDimension) =>
      `${metric} is in ${unit} (${dimension}), and “${given}” measures ${measures}. Give the figure in a unit of the same kind.`,
    zh: ({ metric, unit, given }) => `${metric}以${unit}计，“${given}”不是同类单位。请改用同类单位。`,
  },
  noVintage: {
    en: 'it has no vintage. State which edition or basis it is of, such as “communique Mar 2025”.',
    zh: '没有版本。请写明取自哪一版或哪一口径，如“communique Mar 2025”。',
  },
  storeNumber: {
    en: 'its source names a number that a reader cannot look up. Cite what was read: publisher, title, date.',
    zh: '来源中的编号读者无从查找。请写明所读文献：发布者、标题、日期。',
  },
  noGrade: {
    en: ({ grades }: { grades: readonly string[] }) =>
      `its source has no grade. Grade the source in the column evidence: ${joined(grades, 'en')}.`,
    zh: ({ grades }) =>
      `没有写明来源的等级。请在evidence列填写：${grades.map((one) => `“${one}”`).join('')}。`,
  },
  givenBefore: {
    en: ({ file, line }: { file: string | null; line: number }) =>
      `${file === null ? '' : `${file}, `}line ${line} has a figure for the same place, metric, year and vintage. Remove one, or state how their vintages differ.`,
    zh: ({ file, line }) =>
      `${file ?? ''}第${line}行已有同一地点、指标、年份和版本的数值。请删去其一，或注明两者版本的区别。`,
  },
  // Of what is asked.
  unknownMetric: {
    kind: 'not-found',
    en: ({ metric, near }: { metric: string; near: readonly string[] }) =>
      `Unknown metric “${metric}”. ${near.length > 0 ? `Did you mean ${joined(near, 'en')}?` : '`synopolis facts metrics` lists the metrics.'}`,
    zh: ({ metric, near }) =>
      `指标目录没有“${metric}”。${near.length > 0 ? `是否指${joined(near, 'zh')}？` : '`synopolis facts metrics`列有全部指标。'}`,
  },
  unknownPlace: {
    kind: 'not-found',
    en: ({ id, near, isId }: UnknownPlace) =>
      `Unknown place “${id}”. ${near.length > 0 ? `Did you mean ${joined(near, 'en')}?` : isId ? 'Check the id.' : 'Give a place id, such as cn:3205, cn-p:32, iso:CN or def:yrd_41.'}`,
    zh: ({ id, near, isId }) =>
      `没有地点“${id}”。${near.length > 0 ? `是否指${joined(near, 'zh')}？` : isId ? '请核对编号。' : '请给出地点编号，如cn:3205、cn-p:32、iso:CN或def:yrd_41。'}`,
  },
  severalPlaces: {
    kind: 'ambiguous',
    en: ({ text, ids }: { text: string; ids: readonly string[] }) =>
      `“${text}” fits ${ids.length} places: ${joined(ids, 'en')}. Give the id of the one meant.`,
    zh: ({ text, ids }) => `“${text}”对应${ids.length}个地点：${joined(ids, 'zh')}。请给出所指地点的编号。`,
  },
  unknownVintage: {
    kind: 'not-found',
    en: ({ metric, vintage, vintages }: { metric: string; vintage: string; vintages: readonly string[] }) =>
      `${metric} has no vintage “${vintage}”. Its vintages are: ${vintages.join('; ')}.`,
    zh: ({ metric, vintage, vintages }) =>
      `${metric}没有版本“${vintage}”。其版本有：${vintages.join('；')}。`,
  },
  severalVintages: {
    en: ({ metric, place, years, figures }: OfPlace & { years: string; figures: readonly Valued[] }) =>
      `${metric} of ${place.en} ${years} has ${figures.length} vintages: ${valued(figures, ': ').join('; ')}. Name the vintage meant.`,
    zh: ({ metric, place, years, figures }) =>
      `${place.zh}${years}年的${metric}有${figures.length}个版本：${valued(figures, '为').join('；')}。请指明所指版本。`,
  },
  notStored: {
    en: ({ metric, place }: OfPlace) =>
      `${metric} of ${place.en} is not stored, nor are all its parts. Ask for another place or metric.`,
    zh: ({ metric, place }) => `没有${place.zh}的${metric}，其各部分也不齐全。请改问其他地点或指标。`,
  },
  noSeries: {
    en: ({
      metric,
      place,
      vintage,
      years,
      stored,
    }: Choices & { vintage: string | null; years: AskedYears }) =>
      `${metric} of ${place.en} has no series ${vintage === null ? asked(years, 'en') : `with the vintage “${vintage}”`}: vintages may not be mixed, and there are ${listed(stored, 'en')}. Name one of them, or years that one covers.`,
    zh: ({ metric, place, vintage, years, stored }) =>
      `${place.zh}的${metric}没有所求序列（${vintage === null ? asked(years, 'zh') : `版本“${vintage}”`}）：版本不可混用，现有${listed(stored, 'zh')}。请指明其中之一，或取某一版本覆盖的年份。`,
  },
  severalSeries: {
    en: ({ metric, place, stored, fitting }: Choices & { fitting: number }) =>
      `${metric} of ${place.en} has ${counted(fitting, 'vintage')}, which may not be mixed: ${listed(stored, 'en')}. Name the one meant.`,
    zh: ({ metric, place, stored, fitting }) =>
      `${place.zh}的${metric}有${fitting}个版本，不可混用：${listed(stored, 'zh')}。请指明所指版本。`,
  },
  noFigure: {
    en: ({ metric, place, vintage, years, stored }: OfVintage & Choices & { years: AskedYears }) =>
      `${metric} of ${place.en} (${vintage}) has no figure ${asked(years, 'en')}: there are ${listed(stored, 'en')}. Ask for years that it covers.`,
    zh: ({ metric, place, vintage, years, stored }) =>
      `${place.zh}的${metric}（${vintage}）没有所求数值（${asked(years, 'zh')}）：现有${listed(stored, 'zh')}。请取其覆盖的年份。`,
  },
  severalUnits: {
    en: ({ metric, place, vintage, units }: OfVintage & { units: readonly string[] }) =>
      `${metric} of ${place.en} (${vintage}) is in several units: ${joined(units, 'en')}. Ask for its figures one by one.`,
    zh: ({ metric, place, vintage, units }) =>
      `${place.zh}的${metric}（${vintage}）用了几种单位：${joined(units, 'zh')}。请逐年查询。`,
  },
  // Why a figure is missing: phrases.
  lacksParts: {
    en: ({ metric, place, years, lacking, more, vintage }: LacksParts) =>
      `${metric} of ${place.en} ${years} is not stored, and its parts lack ${namesOf(lacking, 'en')}${more > 0 ? ` and ${more} more` : ''} (${vintage})`,
    zh: ({ metric, place, years, lacking, more, vintage }) =>
      `没有收录${place.zh}${years}年的${metric}，其组成部分中缺${namesOf(lacking, 'zh')}${more > 0 ? `等（另有${more}个）` : ''}（版本“${vintage}”）`,
  },
  partsInSeveralUnits: {
    en: ({ metric, place }: OfPlace) =>
      `the parts of ${metric} of ${place.en} are in units that do not add up`,
    zh: ({ metric, place }) => `${place.zh}的${metric}各部分单位不一，不能相加`,
  },
  storedForOthers: {
    en: ({ metric, place, stored, vintage, years }: StoredForOthers) =>
      `${metric} of ${place.en} is stored for ${joined(stored, 'en')}${vintage === null ? '' : ` (${vintage})`}, not for ${years}`,
    zh: ({ metric, place, stored, vintage, years }) =>
      `${place.zh}的${metric}${vintage === null ? '' : `（版本“${vintage}”）`}只收录了${joined(stored, 'zh')}年，没有${years}年`,
  },
  notOfVintage: {
    en: ({ metric, place, vintage }: OfVintage) =>
      `${metric} of ${place.en} is not stored with the vintage ${vintage}`,
    zh: ({ metric, place, vintage }) => `没有收录${place.zh}的${metric}的版本“${vintage}”`,
  },
  notThere: {
    en: ({ metric, place }: OfPlace) => `${metric} of ${place.en} is not stored`,
    zh: ({ metric, place }) => `没有收录${place.zh}的${metric}`,
  },
  notSummed: {
    en: ({ metric, place }: OfPlace) =>
      `${metric} of ${place.en} is not stored, and ${metric} may not be summed from parts`,
    zh: ({ metric, place }) => `没有收录${place.zh}的${metric}，且该指标不能由组成部分相加`,
  },
  isZero: {
    en: ({ metric, place }: OfId) => `${metric} of ${place} is 0`,
    zh: ({ metric, place }) => `${place}的${metric}为0`,
  },
  // What a figure warns of: phrases.
  recalled: {
    en: ({ place, years }: { place: Bilingual; years: string }) =>
      `${place.en} ${years} is recalled, not read in a source`,
    zh: ({ place, years }) => `${place.zh}${years}年的数值未核实，未在来源中读到`,
  },
  countedWhole: {
    en: ({ places }: { places: readonly Bilingual[] }) =>
      `${namesOf(places, 'en')} belong in part and are counted whole`,
    zh: ({ places }) => `${namesOf(places, 'zh')}只部分属于该地点，按全部计入`,
  },
  vintagesDiffer: {
    en: ({ top, bottom }: { top: string | null; bottom: string | null }) =>
      `vintages differ: ${top ?? 'no vintage'} over ${bottom ?? 'no vintage'}`,
    zh: ({ top, bottom }) => `版本不同：分子${versionZh(top)}，分母${versionZh(bottom)}`,
  },
  // Of arithmetic.
  mixedFigures: {
    en: ({ before, after }: { before: OfId; after: OfId }) =>
      `growth from ${before.metric} of ${before.place} to ${after.metric} of ${after.place} would mix figures. Ask for two years of one place and metric.`,
    zh: ({ before, after }) =>
      `从${before.place}的${before.metric}到${after.place}的${after.metric}不是同一指标的增长。请取同一地点、同一指标的两个年份。`,
  },
  mixedVintages: {
    en: ({ before, after }: { before: OfYears; after: OfYears }) =>
      `growth from ${before.years} (${before.vintage}) to ${after.years} (${after.vintage}) would mix vintages. Ask for both years of one vintage.`,
    zh: ({ before, after }) =>
      `从${before.years}年（${before.vintage}）到${after.years}年（${after.vintage}）的增长会混用版本。两个年份请取同一版本。`,
  },
  notMoney: {
    en: ({ unit }: { unit: string }) => `${unit} is not a unit of money. Exchange an amount of money.`,
    zh: ({ unit }) => `${unit}不是金额单位。请换算一笔金额。`,
  },
  sameCurrency: {
    en: ({ unit, currency }: { unit: string; currency: string }) =>
      `${unit} is already in ${currency}. Name another currency.`,
    zh: ({ unit, currency }) => `${unit}已经以${currency}计。请换一种货币。`,
  },
  impossibleRate: {
    en: ({ rate }: { rate: number }) => `${rate} is not an exchange rate. Give a rate above 0.`,
    zh: ({ rate }) => `${rate}不能作汇率。请给出大于0的汇率。`,
  },
  notPopulation: {
    en: ({ metric, unit }: InUnit) => `${metric} in ${unit} is not a population. Give a figure in persons.`,
    zh: ({ metric, unit }) => `${metric}（${unit}）不是人口。请给出以persons计的数值。`,
  },
  notArea: {
    en: ({ metric, unit }: InUnit) => `${metric} in ${unit} is not an area. Give a figure in km2.`,
    zh: ({ metric, unit }) => `${metric}（${unit}）不是面积。请给出以km2计的数值。`,
  },
  notDivisible: {
    en: ({ top, bottom }: { top: InUnit; bottom: InUnit }) =>
      `${top.metric} in ${top.unit} cannot be divided by ${bottom.metric} in ${bottom.unit}. Give both in one unit; money in two currencies needs a stated rate.`,
    zh: ({ top, bottom }) =>
      `${top.metric}（${top.unit}）不能除以${bottom.metric}（${bottom.unit}）。请统一单位；两种货币须给出汇率。`,
  },
});

interface LacksParts extends OfVintage {
  readonly years: string;
  /** The first of the places that lack a figure; `more` counts the others. */
  readonly lacking: readonly Bilingual[];
  readonly more: number;
}
interface StoredForOthers extends OfPlace {
  /** Years and periods that have a figure, of the vintage where one was named. */
  readonly stored: readonly string[];
  readonly vintage: string | null;
  readonly years: string;
}
interface OtherDimension {
  readonly dimension: string;
  readonly given: string;
  readonly measures: string;
}
interface UnknownPlace {
  readonly id: string;
  readonly near: readonly string[];
  /** Whether it has the form of an id. */
  readonly isId: boolean;
}
interface OfId {
  readonly metric: string;
  readonly place: string;
}
interface OfYears {
  readonly years: string;
  readonly vintage: string;
}

const versionZh = (vintage: string | null): string => (vintage === null ? '无版本' : `为“${vintage}”`);

const namesOf = (places: readonly Bilingual[], language: Language): string =>
  joined(
    places.map((place) => place[language]),
    language,
  );

const valued = (figures: readonly Valued[], between: string): string[] =>
  figures.map(({ vintage, value, unit }) => `${vintage}${between}${value} ${unit}`);

function asked({ from, to }: AskedYears, language: Language): string {
  const say = ASKED[language];
  if (from === null) return say.to(String(to));
  return to === null ? say.from(from) : say.over(yearText({ from, to }));
}

const ASKED = inBoth({
  en: {
    to: (year: string) => `to ${year}`,
    from: (year: number) => `from ${year}`,
    over: (years: string) => `over ${years}`,
  },
  zh: { to: (year) => `至${year}年`, from: (year) => `${year}年起`, over: (years) => `${years}年` },
});

function listed(stored: readonly StoredVintage[], language: Language): string {
  const say = STORED[language];
  return stored
    .map(({ vintage, years, ...ends }) =>
      ends.to - ends.from + 1 === years
        ? say.all(vintage, yearText(ends))
        : say.some(vintage, yearText(ends), years),
    )
    .join(say.between);
}

const STORED = inBoth({
  en: {
    all: (vintage: string, span: string) => `${vintage} (${span})`,
    some: (vintage: string, span: string, years: number) =>
      `${vintage} (${counted(years, 'year')} of ${span})`,
    between: '; ',
  },
  zh: {
    all: (vintage, span) => `${vintage}（${span}）`,
    some: (vintage, span, years) => `${vintage}（${span}之中${years}年）`,
    between: '；',
  },
});
