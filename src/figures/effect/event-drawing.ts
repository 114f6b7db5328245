import * as Plot from '@observablehq/plot';
import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { greatest } from '../../measures/extremes.ts';
import type { Space } from '../figure.ts';
import { change as changed, type Language } from '../../base/index.ts';
import { ACCENT, AMOUNT, INK, LINE as LINE_COLOUR, PAPER, QUIET } from '../palette.ts';
import { beyond, edgeOf, ratioAxis, type Spread } from '../parts/axis.ts';
import { cutsOf, sayCuts } from '../parts/cut.ts';
import { ratioTicks } from '../parts/ticks.ts';
import { inLanes, roomAt, yearArrows } from '../parts/year-cuts.ts';
import { plot } from '../plot.ts';
import { emsIn, folded } from '../text-width.ts';
import { changeTick, type Changed, changedIn, pooledOf, sayChange, WORDS } from './words.ts';

const NARROW = 560;

/** Height of a line of what arrows mean, and the pixels of an em of it. */
const LINE = 15;
const SMALL = 11.2;

interface Point extends Spread {
  /** Years since the policy. */
  readonly x: number;
  /** What the pointer is told. */
  readonly text: string;
}

const pointOf = (row: EffectRow, language: Language): Point => ({
  x: row.since!,
  text: `${row.what[language]}: ${row.changeInterval === null ? changed(row.change, language) : sayChange(changedIn(row)!, language)}`,
  value: 1 + row.change!,
  ends: row.changeInterval === null ? null : [1 + row.changeInterval[0], 1 + row.changeInterval[1]],
});

/** The change of every year with its interval, around the line of the policy; the pooled effect as a band. */
export function drawEvent(
  answer: Effect,
  rows: readonly EffectRow[],
  space: Space,
  language: Language,
): SVGSVGElement {
  const words = WORDS[language].event;
  const ems = emsIn(space.document);
  const narrow = space.width < NARROW;
  const points = rows.map((row) => pointOf(row, language));
  const policy = answer.policy!;
  const [first, last] = [points[0].x, points.at(-1)!.x];
  const lag = policy.from - policy.year;
  const pooled = bandOf(changedIn(pooledOf(answer)), (lag + last) / 2, language);
  const domain = ratioAxis([...points, ...pooled]);
  const label = new Map(rows.map((row) => [row.since, row.what[language].replace(/年$/, '')]));
  const reference = points.filter(({ ends }) => ends === null);
  const known = points.filter(({ ends }) => ends !== null);
  // With few years after it, its year stands before the line.
  const isLate = last < (last - first) / 3;
  const say = (ratio: number): string => changed(ratio - 1, language);
  const ticks = ratioTicks(domain, 'decimals');
  const left = 14 + greatest(ticks.map((tick) => ems(changeTick(tick, language)) * 13));
  const beside = pooled.map(({ value }) => say(value!));
  const right = Math.max(24, greatest(beside.map((text) => ems(text, true) * 12.2 + 8)));
  const across = (x: number): number =>
    left + ((x - first + 0.6) / (last - first + 1.2)) * (space.width - left - right);
  const cuts = inLanes(
    [
      ...points.map((point) => ({ point, colour: INK })),
      ...pooled.map((point) => ({ point, colour: AMOUNT })),
    ].flatMap(({ point, colour }) =>
      cutsOf(point, domain, { log: true, say }).map((cut) => ({
        ...{ ...cut, x: point.x, colour, title: point.text },
      })),
    ),
    { across, width: space.width, ems },
  );
  const [above, below] = [roomAt('high', cuts), roomAt('low', cuts)];
  const meaning = sayCuts(cuts, language).flatMap((text) => folded(text, space.width / SMALL, ems));
  const foot = meaning.length === 0 ? 0 : meaning.length * LINE + 6;
  const bottom = (narrow ? 62 : 40) + below;
  const isOn = ({ value }: Point): boolean => value !== null && beyond(value, domain) === null;
  const reach = { x1: lag - 0.5, x2: last + 0.5 };
  return plot(space, {
    height: (narrow ? 330 : 400) + above + below + foot,
    marginLeft: left,
    marginRight: right,
    marginBottom: bottom + foot,
    marginTop: 34 + above,
    x: { type: 'linear', domain: [first - 0.6, last + 0.6], axis: null },
    y: {
      type: 'log',
      domain: [...domain],
      axis: null,
    },
    marks: [
      Plot.axisY({
        ticks: [...ticks],
        text: (ratio: number) => changeTick(ratio, language),
        tickSize: 0,
        label: null,
      }),
      Plot.gridY({ stroke: LINE_COLOUR, strokeOpacity: 1, ticks: [...ticks] }),
      Plot.axisX({
        ticks: points.map(({ x }) => x),
        tickFormat: (x: number) => label.get(x) ?? '',
        tickSize: 0,
        tickPadding: 9 + below,
        label: null,
        ...(narrow ? { tickRotate: -45 } : {}),
      }),
      ...pooled.flatMap((point) => [
        Plot.rect(
          pooled.filter(({ ends }) => ends![0] <= domain[1] && ends![1] >= domain[0]),
          {
            ...reach,
            y1: ({ ends }: Point) => edgeOf(ends![0], domain),
            y2: ({ ends }: Point) => edgeOf(ends![1], domain),
            fill: AMOUNT,
            fillOpacity: 0.13,
          },
        ),
        ...(isOn(point) ? [Plot.ruleY([point.value!], { ...reach, stroke: AMOUNT, strokeWidth: 1.5 })] : []),
      ]),
      Plot.ruleY([1], { stroke: INK }),
      Plot.ruleX([-0.5], { stroke: ACCENT, strokeWidth: 1.5, strokeDasharray: '5 3' }),
      Plot.text([words.policy(policy.year)], {
        ...{ x: [-0.5], frameAnchor: 'top', textAnchor: isLate ? 'end' : 'start' },
        ...{ dx: isLate ? -5 : 5, dy: -18 - above, fill: ACCENT },
      }),
      Plot.link(
        known.filter(({ ends }) => ends![0] <= domain[1] && ends![1] >= domain[0]),
        {
          x1: 'x',
          x2: 'x',
          y1: ({ ends }: Point) => edgeOf(ends![0], domain),
          y2: ({ ends }: Point) => edgeOf(ends![1], domain),
          stroke: INK,
          strokeWidth: 1.6,
        },
      ),
      Plot.dot(known.filter(isOn), {
        x: 'x',
        y: 'value',
        r: 4.5,
        fill: ({ x }: Point) => (x < 0 ? PAPER : x < lag ? QUIET : INK),
        stroke: INK,
        strokeWidth: 1.5,
        title: 'text',
      }),
      Plot.dot(reference, { x: 'x', y: 'value', symbol: 'diamond2', r: 5, fill: PAPER, stroke: QUIET }),
      Plot.text(reference, {
        ...{ x: 'x', y: 'value', dy: 18, fill: QUIET, text: () => words.reference },
        ...{ stroke: PAPER, strokeWidth: 4 },
      }),
      // Beside its band, where no year is.
      ...pooled.filter(isOn).map(({ value }) =>
        Plot.text([say(value!)], {
          ...{ frameAnchor: 'right', y: [value!], textAnchor: 'start', dx: 5, fill: AMOUNT, fontWeight: 600 },
        }),
      ),
      ...yearArrows(cuts, domain),
      Plot.text(meaning.length === 0 ? [] : [meaning.join('\n')], {
        ...{ frameAnchor: 'bottom-left', lineAnchor: 'top', lineHeight: LINE / 11, fontSize: 11 },
        ...{ dx: -left, dy: bottom, fill: QUIET },
      }),
    ],
  });
}

/** The pooled effect with its interval, in the middle of the years that it is of; nothing where there is none. */
function bandOf(found: Changed | null, x: number, language: Language): Point[] {
  if (found === null) return [];
  const ends = [1 + found.ends[0], 1 + found.ends[1]] as const;
  return [{ x, text: sayChange(found, language), value: 1 + found.change, ends }];
}
