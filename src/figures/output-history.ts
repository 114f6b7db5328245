import type { Growth, Trend, TrendRow } from '../analyses/trend/question.ts';
import type { Figure, Told } from './figure.ts';
import { decimals, interval, type Language, list, nameIn, number } from '../base/index.ts';
import { axisFromZero } from './parts/axis.ts';
import { drawSeries, type Series } from './parts/series.ts';
import { drawSeriesPanels } from './parts/series-panels.ts';
import { MEASURE } from './ranking.ts';
import { fromTo, rate, side } from './format-text.ts';

/** Which hue a place has, by its id: the same in every view. */
export type Slots = ReadonlyMap<string, number>;

/** Output of places through the years, each with its interval: a panel a place, all on one scale. */
export function outputHistory(trend: Trend & Told, slots: Slots, language: Language): Figure {
  const zh = language === 'zh';
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
  const hollow = rows.some(({ incomplete, fewWorks }) => incomplete || fewWorks);
  const about = zh
    ? `色带为95%区间${hollow ? '；空心点：该年似未收录完整，或成果不足30篇' : ''}`
    : `Ribbons: 95 % intervals${hollow ? '. Hollow: a year that seems not recorded in full, or fewer than 30 works' : ''}`;
  return {
    name: 'output-by-year',
    title: historyTitle(trend, language),
    subtitle: `${MEASURE[by][language]}${zh ? '，按年。' : ', by year. '}${about}`,
    about: trend.told,
    synthetic: trend.synthetic,
    ...(rows.length === 0 ? { empty: zh ? '所选条件下没有成果' : 'no works under these filters' } : {}),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '地点' : 'Place' },
        { title: zh ? '年份' : 'Year' },
        { title: MEASURE[by][language], digits: 1 },
        { title: zh ? '下限' : 'From', digits: 1 },
        { title: zh ? '上限' : 'To', digits: 1 },
        { title: zh ? '全部成果' : 'All works', digits: 0 },
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
  const zh = language === 'zh';
  const measure = zh ? (by === 'share' ? '份额' : '论文数') : by === 'share' ? 'Share' : 'Count';
  if (growth.length === 0) return zh ? `历年${measure}` : `${measure} by year`;
  if (growth.length === 1) return growthOfOne(growth[0], measure, language);
  const of = (where: 'above' | 'below' | 'open'): string[] =>
    growth
      .filter(({ relative }) => side(relative.interval, 0) === where)
      .map(({ place }) => nameIn(place, language));
  const [above, below, open] = [of('above'), of('below'), of('open')];
  const parts = zh
    ? [
        ...(above.length > 0 ? [`${list(above, 'zh')}的${measure}增长快于全部成果`] : []),
        ...(below.length > 0 ? [`${list(below, 'zh')}慢于全部成果`] : []),
        ...(open.length > 0 ? [`${list(open, 'zh')}尚无定论`] : []),
      ]
    : [
        ...(above.length > 0
          ? [
              `${measure} of ${list(above, 'en')} ${above.length === 1 ? 'grows' : 'grow'} faster than all works`,
            ]
          : []),
        ...(below.length > 0
          ? [`${above.length > 0 ? 'that' : measure} of ${list(below, 'en')} more slowly`]
          : []),
        ...(open.length > 0
          ? [
              `${above.length + below.length > 0 ? 'for' : `whether ${measure} grows faster than all works: for`} ${list(open, 'en')} it is not settled`,
            ]
          : []),
      ];
  const text = parts.join(zh ? '；' : '; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function growthOfOne({ place, plain, relative }: Growth, measure: string, language: Language): string {
  const zh = language === 'zh';
  const name = nameIn(place, language);
  if (plain.value === null || relative.value === null)
    return zh
      ? `${name}历年${measure}：无法计算增长`
      : `${measure} of ${name} by year; growth cannot be measured`;
  const grows = side(plain.interval, 0);
  const each = `${decimals(Math.abs(plain.value) * 100, 1, language)}${zh ? '%' : '\u00a0%'}`;
  const ends = fromTo(plain.interval, rate, language);
  const beyond = fromTo(relative.interval, rate, language);
  const than = side(relative.interval, 0);
  if (zh) {
    const first =
      grows === 'open'
        ? `${name}的${measure}是否增长尚无定论${ends}`
        : `${name}的${measure}每年${grows === 'above' ? '增长' : '下降'}${each}${ends}`;
    const second = { above: '快于全部成果', below: '慢于全部成果', open: '是否快于全部成果尚无定论' }[than];
    return `${first}；${second}${beyond}`;
  }
  const first =
    grows === 'open'
      ? `Whether ${measure} of ${name} grows is not settled${ends}`
      : `${measure} of ${name} ${grows === 'above' ? 'grows' : 'falls'} by ${each} a year${ends}`;
  const second = {
    above: 'faster than all works',
    below: 'more slowly than all works',
    open: 'whether faster than all works is not settled',
  }[than];
  return `${first}; ${second}${beyond}`;
}
