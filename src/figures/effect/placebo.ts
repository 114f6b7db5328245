import * as Plot from '@observablehq/plot';
import type { Effect } from '../../analyses/effect/question.ts';
import { sayPlacebo } from '../../analyses/effect/say.ts';
import { greatest, least } from '../../measures/extremes.ts';
import type { Figure, Space, WithNotes } from '../figure.ts';
import { change as changed, type Language, nameIn, whole } from '../../base/index.ts';
import { ACCENT, INK, QUIET } from '../palette.ts';
import { amountTicks, ratioTicks, roomyTicks } from '../parts/ticks.ts';
import { plot } from '../plot.ts';
import { emsIn } from '../text-width.ts';
import { COLUMNS } from '../words/columns.ts';
import { changeTick, pooledOf, WORDS } from './words.ts';

const BINS = 32;
/** Room beyond the outermost bin, as a factor; at the right, in pixels; pixels of an em, and a little more. */
const ROOM = 1.06;
const RIGHT = 24;
const EM = 12.2;

/** Effects found in placebo regions, with the region's own marked among them. */
export function placeboFigure(answer: Effect & WithNotes, language: Language): Figure {
  const words = WORDS[language].placebo;
  const { change, b } = WORDS[language].columns;
  const { placebo } = answer;
  const drawn = placebo?.distribution ?? [];
  return {
    name: 'placebo',
    title: placeboTitle(answer, language),
    subtitle: words.subtitle,
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [{ title: COLUMNS[language].place }, { title: change, digits: 1 }, { title: b, digits: 4 }],
      rows: [
        [
          nameIn(answer.place, language),
          percentOf(pooledOf(answer)?.estimate),
          pooledOf(answer)?.estimate ?? null,
        ],
        ...drawn.map((one, i) => [words.region(i + 1), percentOf(one), one]),
      ],
    },
    ...(drawn.length === 0 ? { empty: whyNone(answer, language) } : {}),
    draw: (space) => drawPlacebo(drawn, pooledOf(answer)?.estimate ?? null, space, language),
  };
}

const percentOf = (b: number | null | undefined): number | null => (b == null ? null : 100 * Math.expm1(b));

function whyNone({ rows }: Effect, language: Language): string {
  const row = rows.find(({ section }) => section === 'placebo');
  return row?.reason?.[language] ?? WORDS[language].placebo.none;
}

/** Those as far from none as the effect, either way. */
const asLarge = (b: number, effect: number): boolean => Math.abs(b) >= Math.abs(effect);

/** How many placebo regions changed as much, in either direction, and how far they are like the region. */
export function placeboTitle(answer: Effect, language: Language): string {
  return sayPlacebo(answer)?.[language] ?? WORDS[language].placebo.noneToCompare;
}

interface Bin {
  readonly x1: number;
  readonly x2: number;
  readonly count: number;
  readonly large: boolean;
}

/** Counts on a logarithmic scale; where the dark begins, a bin begins, so that each is of one kind. */
export function placeboBins(distribution: readonly number[], effect: number | null): Bin[] {
  const ends = [...distribution, ...(effect === null ? [] : [effect])];
  const [low, high] = [least(ends), greatest(ends)];
  const step = (high - low) / BINS || 0.01;
  const bins = new Map<string, Bin>();
  for (const b of distribution) {
    const k = Math.min(BINS - 1, Math.floor((b - low) / step));
    const large = effect !== null && asLarge(b, effect);
    const key = `${k} ${large}`;
    const count = (bins.get(key)?.count ?? 0) + 1;
    bins.set(key, { x1: Math.exp(low + k * step), x2: Math.exp(low + (k + 1) * step), count, large });
  }
  return [...bins.values()].sort((a, b) => a.x1 - b.x1 || Number(a.large) - Number(b.large));
}

function drawPlacebo(
  distribution: readonly number[],
  effect: number | null,
  space: Space,
  language: Language,
): SVGSVGElement {
  const bins = placeboBins(distribution, effect);
  // All of them are on it, and what is as far from none on the other side.
  const shown = [1, ...bins.flatMap(({ x1, x2 }) => [x1, x2])];
  if (effect !== null) shown.push(Math.exp(effect), Math.exp(-effect));
  const domain = [least(shown) / ROOM, greatest(shown) * ROOM] as const;
  const ems = emsIn(space.document);
  const counts = new Map<number, number>();
  for (const { x1, count } of bins) counts.set(x1, (counts.get(x1) ?? 0) + count);
  const most = Math.max(1, greatest(counts.values()));
  const levels = amountTicks([0, most], 4).filter(Number.isInteger);
  const left = Math.max(44, greatest(levels.map((count) => ems(whole(count, language)) * EM + 10)));
  const across = (ratio: number): number =>
    (Math.log(ratio / domain[0]) / Math.log(domain[1] / domain[0])) * (space.width - left - RIGHT);
  const ratioText = (ratio: number): string => changeTick(ratio, language);
  const own = effect === null ? '' : WORDS[language].placebo.own(changed(Math.expm1(effect), language));
  const isLeft = effect !== null && across(Math.exp(effect)) + left > ems(own, true) * EM;
  return plot(space, {
    height: 260,
    marginLeft: left,
    marginRight: RIGHT,
    marginTop: 34,
    x: {
      type: 'log',
      domain: [...domain],
      axis: null,
    },
    y: {
      domain: [0, most],
      label: null,
      grid: true,
      tickSize: 0,
      ticks: levels,
      tickFormat: (count: number) => whole(count, language),
    },
    marks: [
      Plot.axisX({
        ticks: roomyTicks(ratioTicks(domain, 'decimals'), {
          from: 1,
          text: ratioText,
          place: (ratio) => across(ratio) / EM,
          ems,
        }),
        text: ratioText,
        label: null,
      }),
      Plot.rectY(
        bins,
        Plot.stackY({
          x1: 'x1',
          x2: 'x2',
          y: 'count',
          fill: fillOf,
          fillOpacity: opacityOf,
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
      ),
      Plot.ruleY([0], { stroke: INK }),
      Plot.ruleX([1], { stroke: INK, strokeOpacity: 0.5 }),
      ...(effect === null
        ? []
        : [
            Plot.ruleX([Math.exp(-effect)], { stroke: ACCENT, strokeDasharray: '2 4' }),
            Plot.ruleX([Math.exp(effect)], { stroke: ACCENT, strokeWidth: 2 }),
            Plot.text([own], {
              x: [Math.exp(effect)],
              frameAnchor: 'top',
              dy: -16,
              textAnchor: isLeft ? 'end' : 'start',
              dx: isLeft ? 4 : -4,
              fill: ACCENT,
              fontWeight: 600,
            }),
          ]),
    ],
  });
}

const fillOf = ({ large }: Bin): string => (large ? INK : QUIET);
const opacityOf = ({ large }: Bin): number => (large ? 1 : 0.4);
