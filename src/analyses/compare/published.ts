import { cover } from '../../facts/cover.ts';
import { convert, type Facts, type Figure, type Metric, perHead } from '../../facts/index.ts';
import { type Bilingual, InputError, renderBoth } from '../../base/index.ts';
import { boundIn, unitIn } from '../statistics/texts.ts';
import { type PartFigures, partFigures } from '../statistics/member-statistics.ts';
import { newestFigure } from '../profile/facts.ts';
import type { CompareRow } from './question.ts';
import { type Comparison, rowOf } from './subjects.ts';
import { WHAT } from './texts.ts';

const POPULATION = 'population';

/**
 * Published figures that at least two of the places have: of one year and vintage where all of them have that, and then
 * per head too; else the newest of each, which says that they may not be held against each other.
 */
export function statisticRows(
  { subjects }: Comparison,
  facts: Facts,
  shares: ReadonlyMap<string, Pick<CompareRow, 'value' | 'interval'>>,
): CompareRow[] {
  const ids = subjects.map(({ name }) => name.id);
  const tiles = new Map(ids.map((id) => [id, cover(id, facts)]));
  const may = (metric: Metric): string[] => ids.filter((id) => mayHave(facts, metric, id, tiles.get(id)!));
  const people = commonFigures(facts, POPULATION, ids, null);
  const rows = [...facts.metrics.values()].flatMap((metric) => {
    const having = may(metric);
    if (having.length < 2) return [];
    const alike = having.length < ids.length ? null : commonFigures(facts, metric.id, ids, null);
    if (alike === null) return newestRows({ subjects }, facts, metric, having);
    return [
      ...alikeRows({ subjects }, alike),
      ...(metric.id === POPULATION || !spread(metric) ? [] : perHeadRows({ subjects }, facts, alike, people)),
    ];
  });
  return [...rows, ...sharesPerHead({ subjects }, people, shares)];
}

type Subjects = Pick<Comparison, 'subjects'>;

/** Whether a place has any figure of a metric, or each of its parts one that might be summed: told without adding up. */
function mayHave(facts: Facts, metric: Metric, place: string, tiles: ReturnType<typeof cover>): boolean {
  const has = (id: string): boolean => facts.of(id, metric.id).length > 0;
  if (has(place)) return true;
  return (
    metric.additive &&
    tiles !== null &&
    tiles.every(({ whole, cities }) => (whole !== null && has(whole)) || cities.every(has))
  );
}

/** Amounts that grow with a place, and so say more per head. */
function spread({ kind, additive, constant }: Metric): boolean {
  return additive && !constant && (kind === 'amount' || kind === 'count');
}

/** One metric of all places in one year, all of one vintage; null where they have none in common, or it is no amount. */
function commonFigures(
  facts: Facts,
  metric: string,
  places: readonly string[],
  year: number | null,
): PartFigures | null {
  try {
    const found = partFigures(facts, { metric, places, year, vintage: null });
    return found.values === null ? null : found;
  } catch (error) {
    // A rank or rate, or several vintages of which the catalogue prefers none.
    if (error instanceof InputError) return null;
    throw error;
  }
}

function alikeRows(
  { subjects }: Subjects,
  { metric, year, vintage, unit, values, figures }: PartFigures,
): CompareRow[] {
  return subjects.map(({ name }, i) =>
    rowOf('statistics', whatOf(metric, String(year)), name, {
      value: values![i],
      unit: unitIn(unit),
      note: noted(vintage, figures[i]),
      source: sourceOf([figures[i]]),
    }),
  );
}

/** Per head of the same year where all have their population in it, else of the newest year in which all have. */
function perHeadRows(
  { subjects }: Subjects,
  facts: Facts,
  { metric, year, figures }: PartFigures,
  newest: PartFigures | null,
): CompareRow[] {
  const ids = subjects.map(({ name }) => name.id);
  const people = commonFigures(facts, POPULATION, ids, year) ?? newest;
  if (people === null) return [];
  return subjects.map(({ name }, i) => {
    const { value, unit, reason } = perHead(figures[i], people.figures[i]);
    const what = whatOf(metric, String(year));
    return rowOf(
      'statistics',
      { id: `${metric.id}-per-head`, en: `${what.en}, per head`, zh: `${what.zh}（人均）` },
      name,
      {
        value,
        unit: unitIn(unit),
        reason: reason === null ? null : renderBoth(reason),
        note: {
          en: `people of ${people.year} (${people.vintage ?? 'no vintage'})`,
          zh: `按${people.year}年人口（${people.vintage ?? '无版本'}）`,
        },
        source: sourceOf([figures[i], people.figures[i]]),
      },
    );
  });
}

/** Share per million people, with the interval of Share. */
function sharesPerHead(
  { subjects }: Subjects,
  people: PartFigures | null,
  shares: ReadonlyMap<string, Pick<CompareRow, 'value' | 'interval'>>,
): CompareRow[] {
  if (people === null) return [];
  return subjects.flatMap(({ name }, i) => {
    const share = shares.get(name.id);
    const heads = people.figures[i];
    if (share?.value == null || people.values![i] === 0) return [];
    const millions = convert(heads.value!, heads.unit, 'persons')! / 1e6;
    const each = (amount: number): number => Number((amount / millions).toPrecision(12));
    return [
      rowOf('statistics', WHAT.perMillion, name, {
        value: each(share.value),
        interval: share.interval === null ? null : [each(share.interval[0]), each(share.interval[1])],
        unit: { en: 'works per million people', zh: '篇/百万人' },
        note: {
          en: `people of ${people.year} (${people.vintage ?? 'no vintage'})`,
          zh: `按${people.year}年人口（${people.vintage ?? '无版本'}）`,
        },
        source: sourceOf([heads]),
      }),
    ];
  });
}

const APART: Bilingual = {
  en: 'years or vintages differ: not to be compared',
  zh: '年份或版本不同：不宜比较',
};

/** The newest of each place, where at least two have one. */
function newestRows(
  { subjects }: Subjects,
  facts: Facts,
  metric: Metric,
  having: readonly string[],
): CompareRow[] {
  const found = subjects.map(({ name }) =>
    having.includes(name.id) ? newestFigure(facts, metric, name.id) : null,
  );
  if (found.filter((one) => one !== null).length < 2) return [];
  const vintages = found.flatMap((one) => (one === null ? [] : [`${one.years} ${one.vintage ?? ''}`]));
  const apart = new Set(vintages).size > 1;
  return subjects.map(({ name }, i) => {
    const own = found[i];
    if (own === null)
      return rowOf('statistics', whatOf(metric, null), name, {
        unit: unitIn(metric.unit),
        reason: { en: 'no published figure is stored', zh: '没有收录公布数据' },
      });
    const note = noted(own.vintage, own);
    return rowOf('statistics', whatOf(metric, null), name, {
      value: own.value,
      unit: unitIn(own.unit),
      note: {
        en: `${own.years}; ${note.en}${apart ? `; ${APART.en}` : ''}`,
        zh: `${own.years}；${note.zh}${apart ? `；${APART.zh}` : ''}`,
      },
      source: sourceOf([own]),
    });
  });
}

function whatOf(metric: Metric, year: string | null): CompareRow['what'] {
  return {
    id: metric.id,
    en: year === null ? metric.name : `${metric.name}, ${year}`,
    zh: year === null ? metric.nameZh : `${metric.nameZh}，${year}年`,
  };
}

function noted(vintage: string | null, { bound, from }: Figure): Bilingual {
  const en = [vintage ?? 'no vintage', ...(bound === null ? [] : [bound])];
  const zh = [vintage ?? '无版本', ...(bound === null ? [] : [boundIn(bound).zh])];
  return {
    en: [...en, ...(from.length > 1 ? [`sum of ${from.length} parts`] : [])].join('; '),
    zh: [...zh, ...(from.length > 1 ? [`${from.length}个部分之和`] : [])].join('；'),
  };
}

function sourceOf(figures: readonly Figure[]): string {
  return [...new Set(figures.flatMap(({ from }) => from.map(({ source }) => source)))].join('; ');
}
