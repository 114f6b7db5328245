import type { Language } from '../../base/index.ts';
import * as Plot from '@observablehq/plot';
import type { SensitivityRow } from '../../analyses/sensitivity/question.ts';
import type { Space } from '../figure.ts';
import { ACCENT, INK, LINE, PAPER } from '../palette.ts';
import { plot } from '../plot.ts';
import { firstOf } from './words.ts';

const ROW = 36;

/** Who comes first under each setting: a row a setting, a column each of those that are first somewhere. */
export function drawFirsts(
  space: Space,
  rows: readonly SensitivityRow[],
  names: ReadonlyMap<SensitivityRow, string>,
  language: Language,
): SVGSVGElement {
  const [base] = rows;
  const first = (row: SensitivityRow): string => firstOf(row, language) ?? '–';
  const marks = rows.map((row) => ({ label: names.get(row)!, first: first(row), base: row === base }));
  const labels = marks.map(({ label }) => label);
  return plot(space, {
    height: rows.length * ROW + 34,
    marginLeft: 4,
    marginRight: 4,
    marginTop: 30,
    marginBottom: 4,
    x: {
      type: 'band',
      domain: [...new Set(marks.map((mark) => mark.first))],
      axis: 'top',
      label: null,
      tickSize: 0,
    },
    y: { type: 'band', domain: labels, axis: null, padding: 0 },
    marks: [
      Plot.ruleY(labels, { y: (label: string) => label, dy: 8, stroke: LINE }),
      Plot.text(labels, {
        ...{ y: (label: string) => label, text: (label: string) => label },
        ...{ frameAnchor: 'left', dy: -ROW / 2 + 9, fill: INK, stroke: PAPER, strokeWidth: 3 },
      }),
      Plot.dot(marks, {
        ...{ x: 'first', y: 'label', dy: 8, r: 4.5 },
        fill: (mark: (typeof marks)[number]) => (mark.base ? ACCENT : INK),
        title: (mark: (typeof marks)[number]) => `${mark.label}: ${mark.first}`,
      }),
    ],
  });
}
