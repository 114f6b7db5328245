import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import * as Plot from '@observablehq/plot';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, number, span } from '../../base/index.ts';
import { INK } from '../palette.ts';
import { ratioAxis } from '../parts/axis.ts';
import type { Series } from '../parts/series.ts';
import { drawSeriesPanels } from '../parts/series-panels.ts';
import { fromTo, times } from '../format-text.ts';
import { isOwn, labelOf, ratioSaid } from './words.ts';

/** How much the cities of regions work together through the years: a panel a region, on one scale. */
export function regionYears(coordination: Coordination & Told, language: Language): Figure {
  const zh = language === 'zh';
  const { rows } = coordination;
  const ids = [...new Set(rows.map(({ place }) => place.id))];
  const of = (id: string): CoordinationRow[] => rows.filter(({ place }) => place.id === id);
  const values = rows.flatMap(({ ratio }) => (ratio.value === null ? [] : [ratio.value]));
  const series = ids.map((id): Series => ({
    name: labelOf(of(id)[0].place, language),
    slot: isOwn(of(id)[0].place) ? 1 : 0,
    points: of(id).map(({ years, ratio, fewWorks }) => ({
      year: years.to,
      value: ratio.value,
      ends: ratio.interval,
      hollow: fewWorks,
      text: `${span(years)}: ${number(ratio.value, language)}${fromTo(ratio.interval, times, language)}`,
    })),
  }));
  const last = ids.map((id) => of(id).at(-1)!);
  const said = last.map(
    ({ place, ratio }) =>
      `${labelOf(place, language)}${zh ? '' : ': '}${ratioSaid(ratio.value, ratio.interval, ratio.reason, language)}`,
  );
  const window = last.length === 0 ? '' : span(last[0].years);
  const wide = last.length > 0 && last[0].years.from !== last[0].years.to;
  const width = wide ? last[0].years.to - last[0].years.from + 1 : 1;
  return {
    name: 'region-years',
    title: `${zh ? `${window}年区域内合作与按规模的预期之比（${NOT_ADJUSTED.zh}）：` : `Collaboration inside relative to the level expected from size alone, ${window} (${NOT_ADJUSTED.en}). `}${said.join(zh ? '；' : '; ')}`,
    subtitle: zh
      ? `区域内合作的观测/期望（${NOT_ADJUSTED.zh}）${wide ? `，每点为截至该年的${width}年` : '，按年'}（对数刻度；1为与期望相同）；色带为95%区间；空心点：合作成果不足30篇`
      : `Observed over expected collaboration inside (${NOT_ADJUSTED.en}), ${wide ? `${width} years up to each` : 'by year'} (logarithmic scale; 1 is as expected); ribbons are 95 % intervals; hollow: fewer than 30 joint works`,
    about: coordination.told,
    synthetic: coordination.synthetic,
    ...(values.length === 0
      ? { empty: zh ? '区域内没有可比较的合作' : 'no links inside that could be compared' }
      : {}),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '区域' : 'Region' },
        { title: zh ? '年份' : 'Years' },
        { title: zh ? '合作成果' : 'Joint works', digits: 0 },
        { title: zh ? '观测/期望' : 'Observed/expected', digits: 3 },
        { title: zh ? '下限' : 'From', digits: 3 },
        { title: zh ? '上限' : 'To', digits: 3 },
      ],
      rows: rows.map(({ place, years, jointWorks, ratio }) => [
        place.id,
        labelOf(place, language),
        span(years),
        jointWorks,
        ratio.value,
        ...(ratio.interval ?? [null, null]),
      ]),
    },
    draw: (space) =>
      drawSeriesPanels(space, series, {
        height: 200,
        domain: ratioAxis(series.flatMap(({ points }) => points)),
        log: true,
        under: () => [Plot.ruleY([1], { stroke: INK })],
        ticks: (value) => number(value, language),
        language,
      }),
  };
}
