import * as Plot from '@observablehq/plot';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { type Language, nameIn, number, span } from '../../base/index.ts';
import { INK, PAPER, QUIET } from '../palette.ts';
import { axisFromZero, ratioAxis } from '../parts/axis.ts';
import type { Series } from '../parts/series.ts';
import { drawSeriesPanels } from '../parts/series-panels.ts';
import {
  COORDINATION_MEASURES,
  type CoordinationMeasure,
  type CoordinationMeasureId,
  rowsOfPlace,
  sayValue,
} from './measures.ts';
import { marksOf, type PolicyMark, sayPolicies } from './policies.ts';
import { coordinationTitle } from './title.ts';
import { COLUMNS } from '../words/columns.ts';
import { WORDS } from './words.ts';

/** A region and its peers through time by one measure: a panel a place on a common scale, policies marked. */
export function coordinationHistory(
  answer: Coordination & WithNotes,
  id: CoordinationMeasureId,
  slots: ReadonlyMap<string, number>,
  language: Language,
): Figure {
  const words = WORDS[language].history;
  const columns = COLUMNS[language];
  const measure: CoordinationMeasure = COORDINATION_MEASURES[id];
  const places = [answer.place, ...answer.peers];
  const known = answer.rows.some((row) => measure.of(row).value !== null);
  const wide = answer.rows.some(({ years }) => years.from !== years.to);
  return {
    name: `coordination-${id}`,
    title: coordinationTitle(answer, id, language),
    subtitle: words.subtitle(measure.unit[language], words.key(wide)),
    about: [...sayPolicies(answer, language), ...answer.told],
    synthetic: answer.synthetic,
    ...(known ? {} : { empty: words.none }),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.region },
        { title: columns.years },
        { title: measure.title[language], digits: measure.digits },
        { title: columns.from, digits: measure.digits },
        { title: columns.to, digits: measure.digits },
        ...(id === 'intraShare' ? [{ title: columns.expected, digits: 3 }] : []),
        { title: columns.jointWorks, digits: 0 },
      ],
      rows: answer.rows.map((row) => {
        const { value, interval } = measure.of(row);
        return [
          row.place.id,
          nameIn(row.place, language),
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
      const log = measure.log === true;
      const points = series.flatMap((one) => one.points);
      const expectedOf = (id === 'intraShare' ? answer.rows : []).map(({ expectedShare }) => ({
        value: expectedShare,
        ends: null,
      }));
      return drawSeriesPanels(space, series, {
        height: 210,
        top: 22,
        domain: log ? ratioAxis(points) : axisFromZero([...points, ...expectedOf]),
        log,
        ticks: (value) => (id === 'ratio' ? number(value, language) : measure.say(value, language)),
        language,
        under: (i, above) => [
          ...(log ? [Plot.ruleY([1], { stroke: INK })] : []),
          ...rules(marksOf(answer, places[i].id), above),
          ...(id === 'intraShare' ? [expected(rowsOfPlace(answer, places[i].id))] : []),
        ],
      });
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
    name: nameIn(rows[0].place, language),
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

function rules(decided: readonly PolicyMark[], above: number): Plot.Markish[] {
  const marks = decided.filter(({ sign }) => sign !== null);
  return [
    Plot.ruleX(marks, { x: 'year', stroke: QUIET, strokeDasharray: '3 3' }),
    Plot.text(marks, {
      x: 'year',
      text: 'sign',
      frameAnchor: 'top',
      dy: -16 - above,
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
