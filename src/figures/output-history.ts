import type { Growth, Trend, TrendRow } from '../analyses/trend/question.ts';
import type { Figure, WithNotes } from './figure.ts';
import { interval, type Language, nameIn, number } from '../base/index.ts';
import { axisFromZero } from './parts/axis.ts';
import { drawSeries, type Series } from './parts/series.ts';
import { drawSeriesPanels } from './parts/series-panels.ts';
import { MEASURE } from './ranking.ts';
import { clauses, fromTo, hundredths, rate, side } from './format-text.ts';
import { COLUMNS } from './words/columns.ts';
import { COMMON } from './words/common.ts';
import { OUTPUT } from './words/output.ts';

/** Which hue a place has, by its id: the same in every view. */
export type Slots = ReadonlyMap<string, number>;

/** Output of places through the years, each with its interval: a panel a place, all on one scale. */
export function outputHistory(trend: Trend & WithNotes, slots: Slots, language: Language): Figure {
  const words = OUTPUT[language].history;
  const columns = COLUMNS[language];
  const { by, rows } = trend;
  const ids = [...new Set(rows.map(({ place }) => place.id))];
  const series = ids.map((id, i): Series => {
    const own = rows.filter(({ place }) => place.id === id);
    return {
      name: nameIn(own[0].place, language),
      slot: slots.get(id) ?? i,
      points: own.map((row) => ({
        year: row.year,
        value: row[by],
        ends: endsOf(row, by),
        hollow: row.incomplete || row.fewWorks,
        text: `${row.year}: ${number(row[by], language)} (${interval(endsOf(row, by), number, language)})`,
      })),
    };
  });
  const measure = MEASURE[by][language];
  const hollow = rows.some(({ incomplete, fewWorks }) => incomplete || fewWorks);
  return {
    name: 'output-by-year',
    title: historyTitle(trend, language),
    subtitle: words.subtitle(measure, hollow),
    about: trend.told,
    synthetic: trend.synthetic,
    ...(rows.length === 0 ? { empty: COMMON[language].noWorks } : {}),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.place },
        { title: columns.year },
        { title: measure, digits: 1 },
        { title: columns.from, digits: 1 },
        { title: columns.to, digits: 1 },
        { title: columns.allWorks, digits: 0 },
      ],
      rows: rows.map((row) => [
        row.place.id,
        nameIn(row.place, language),
        row.year,
        row[by],
        ...(endsOf(row, by) ?? [null, null]),
        row.works,
      ]),
    },
    draw(space) {
      const domain = axisFromZero(series.flatMap(({ points }) => points));
      const ticks = (value: number): string => number(value, language);
      if (series.length === 1) return drawSeries(space, series[0], { height: 260, domain, ticks });
      return drawSeriesPanels(space, series, { height: 190, domain, ticks, language });
    },
  };
}

const endsOf = (row: TrendRow, by: Trend['by']): readonly [number, number] | null =>
  by === 'share' ? row.shareInterval : row.countInterval;

/** How fast one place grows; of several, which outgrow all works and which fall behind them. */
function historyTitle({ growth, by }: Trend, language: Language): string {
  const words = OUTPUT[language].history;
  const measure = COMMON[language][by];
  if (growth.length === 0) return words.title(measure);
  if (growth.length === 1) return growthOfOne(growth[0], measure, language);
  const of = (where: 'above' | 'below' | 'open'): string[] =>
    growth
      .filter(({ relative }) => side(relative.interval, 0) === where)
      .map(({ place }) => nameIn(place, language));
  const [above, below, open] = [of('above'), of('below'), of('open')];
  const parts = [
    ...(above.length > 0 ? [words.faster(measure, above)] : []),
    ...(below.length > 0 ? [words.slower(measure, below, above.length === 0)] : []),
    ...(open.length > 0 ? [words.open(measure, open, above.length + below.length === 0)] : []),
  ];
  const text = clauses(parts, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function growthOfOne({ place, plain, relative }: Growth, measure: string, language: Language): string {
  const words = OUTPUT[language].history;
  const name = nameIn(place, language);
  if (plain.value === null || relative.value === null) return words.unmeasured(measure, name);
  const each = hundredths(Math.abs(plain.value) * 100, language);
  const direction = side(plain.interval, 0);
  const grows =
    direction === 'open' ? words.growth.open(measure, name) : words.growth[direction](measure, name, each);
  const than = words.relative[side(relative.interval, 0)];
  return clauses(
    [grows + fromTo(plain.interval, rate, language), than + fromTo(relative.interval, rate, language)],
    language,
  );
}
