import * as Plot from '@observablehq/plot';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import type { Figure, Language, Space, Told } from '../figure.ts';
import { nameOf } from '../names.ts';
import { number, span } from '../numbers.ts';
import { HUES, INK, PAPER, QUIET } from '../palette.ts';
import { drawPanels } from '../parts/panels.ts';
import { ratioDomain, within } from '../parts/ticks.ts';
import { drawSeries, fromZero, type Series } from '../parts/series.ts';
import {
  COORDINATION_MEASURES,
  type CoordinationMeasure,
  type CoordinationMeasureId,
  rowsOfPlace,
  sayValue,
} from './measures.ts';
import { marksOf, type PolicyMark, sayPolicies } from './policies.ts';
import { coordinationTitle } from './title.ts';

/** A region and its peers through time by one measure: a panel a place on a common scale, policies marked. */
export function coordinationHistory(
  answer: Coordination & Told,
  id: CoordinationMeasureId,
  slots: ReadonlyMap<string, number>,
  language: Language,
): Figure {
  const zh = language === 'zh';
  const measure: CoordinationMeasure = COORDINATION_MEASURES[id];
  const places = [answer.place, ...answer.peers];
  const known = answer.rows.some((row) => measure.of(row).value !== null);
  const wide = answer.rows.some(({ years }) => years.from !== years.to);
  const key = zh
    ? `色带为95%区间${wide ? '；各点在其时段末年' : ''}；空心点：成果不足；灰线：其他区域`
    : `Ribbons: 95 % intervals${wide ? '. A point stands at the last of its years' : ''}. Hollow: few joint works. Grey: the other regions`;
  return {
    name: `coordination-${id}`,
    title: coordinationTitle(answer, id, language),
    subtitle: zh ? `${measure.unit.zh}。${key}` : `${measure.unit.en}. ${key}`,
    about: [...sayPolicies(answer, language), ...answer.told],
    synthetic: answer.synthetic,
    ...(known ? {} : { empty: zh ? '没有任何时段有此数值' : 'no years have this figure' }),
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '区域' : 'Region' },
        { title: zh ? '年份' : 'Years' },
        { title: measure.title[language], digits: measure.digits },
        { title: zh ? '下限' : 'From', digits: measure.digits },
        { title: zh ? '上限' : 'To', digits: measure.digits },
        ...(id === 'intraShare' ? [{ title: zh ? '期望' : 'Expected', digits: 3 }] : []),
        { title: zh ? '合作成果' : 'Joint works', digits: 0 },
      ],
      rows: answer.rows.map((row) => {
        const { value, interval } = measure.of(row);
        return [
          row.place.id,
          nameOf(row.place, language),
          span(row.years),
          value,
          ...(interval ?? [null, null]),
          ...(id === 'intraShare' ? [row.expectedShare] : []),
          row.jointWorks,
        ];
      }),
    },
    draw(space) {
      const series = places.map((place, i) =>
        seriesOf(rowsOfPlace(answer, place.id), measure, slots.get(place.id) ?? i, language),
      );
      const domain = measure.log === true ? ratios(series) : fromZero(series);
      return drawPanels(
        space,
        places.map((place, i) => ({
          title: nameOf(place, language),
          colour: HUES[series[i].slot % HUES.length],
          draw: (inner: Space) =>
            drawSeries(inner, series[i], {
              height: 210,
              top: 22,
              domain,
              log: measure.log === true,
              ticks: (value) => (id === 'ratio' ? number(value, language) : measure.say(value, language)),
              behind: series.filter((_, other) => other !== i),
              under: [
                ...(measure.log === true ? [Plot.ruleY([1], { stroke: INK })] : []),
                ...rules(marksOf(answer, place.id)),
                ...(id === 'intraShare' ? [expected(rowsOfPlace(answer, place.id))] : []),
              ],
            }),
        })),
      );
    },
  };
}

function seriesOf(
  rows: readonly CoordinationRow[],
  measure: CoordinationMeasure,
  slot: number,
  language: Language,
): Series {
  return {
    name: nameOf(rows[0].place, language),
    slot,
    points: rows.map((row) => ({
      year: row.years.to,
      value: measure.of(row).value,
      ends: measure.of(row).interval,
      hollow: row.fewWorks,
      text: `${span(row.years)}: ${sayValue(measure.of(row), measure.say, language)}`,
    })),
  };
}

/** Both ends of an axis of ratios; a wild interval of few works is cut so that it does not flatten all others. */
function ratios(series: readonly Series[]): readonly [number, number] {
  return ratioDomain(
    series.flatMap(({ points }) =>
      points.flatMap(({ value, ends }) => [...(value === null ? [] : [value]), ...(ends ?? [])]),
    ),
  ).map((end) => within(end, [0.1, 20])) as unknown as readonly [number, number];
}

function rules(decided: readonly PolicyMark[]): Plot.Markish[] {
  const marks = decided.filter(({ sign }) => sign !== null);
  return [
    Plot.ruleX(marks, { x: 'year', stroke: QUIET, strokeDasharray: '3 3' }),
    Plot.text(marks, {
      x: 'year',
      text: 'sign',
      frameAnchor: 'top',
      dy: -16,
      fill: QUIET,
      stroke: PAPER,
      strokeWidth: 3,
    }),
  ];
}

const expected = (rows: readonly CoordinationRow[]): Plot.Markish =>
  Plot.line(rows, {
    x: ({ years }: CoordinationRow) => years.to,
    y: ({ expectedShare }: CoordinationRow) => expectedShare ?? NaN,
    stroke: INK,
    strokeDasharray: '4 3',
    strokeWidth: 1.2,
  });
