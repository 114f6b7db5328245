import { inBoth, type Language } from '../../base/index.ts';
import { beyond, type Domain, type Spread } from './axis.ts';

/** What of a mark goes on beyond one end of the axis. */
export interface Cut {
  readonly side: 'low' | 'high';
  /** Whether the value lies there; else its interval only reaches there. */
  readonly value: boolean;
  /** What zero is called, where it is that or less, which has no place on an axis of ratios. */
  readonly none: string | null;
  /** What lies beyond: the value, with its interval where that is not drawn either; or the end of the interval. */
  readonly text: string;
  /** Whether the interval lies beyond as a whole, so that nothing of it is drawn. */
  readonly isAll: boolean;
}

/** What of a value and its interval an axis cuts off, at most once at each end. */
export function cutsOf(
  { value, ends }: Spread,
  domain: Domain,
  { log, say }: { readonly log: boolean; readonly say: (value: number) => string },
): Cut[] {
  const written = (one: number): string =>
    Number.isFinite(one) ? say(one) : one > 0 ? '∞' : one < 0 ? '−∞' : '–';
  const isAll = (of: Spread['ends']): boolean =>
    of !== null && beyond(of[0], domain) !== null && beyond(of[0], domain) === beyond(of[1], domain);
  return (['low', 'high'] as const).flatMap((side): Cut[] => {
    const end = ends?.[side === 'low' ? 0 : 1] ?? null;
    if (value !== null && beyond(value, domain) === side) {
      const own = written(value);
      // An end that is drawn needs no words here, nor one with an arrow of its own, nor one written as the value is.
      const isTold = ends?.every((one) => beyond(one, domain) !== side || written(one) === own) ?? true;
      const text = isTold ? own : `${own} (${ends!.map(written).join('–')})`;
      return [{ side, value: true, none: log && value <= 0 ? say(0) : null, text, isAll: isAll(ends) }];
    }
    if (end === null || beyond(end, domain) !== side) return [];
    return [{ side, value: false, none: log && end <= 0 ? say(0) : null, text: written(end), isAll: false }];
  });
}

/** What the arrows of a drawing mean, a sentence each; nothing where nothing is cut. */
export function sayCuts(cuts: readonly Cut[], language: Language): string[] {
  const words = WORDS[language];
  return [
    ...(cuts.some(({ value }) => value) ? [words.value] : []),
    ...(cuts.some(({ value }) => !value) ? [words.interval] : []),
    ...new Set(cuts.flatMap(({ none }) => (none === null ? [] : [words.none(none)]))),
  ];
}

const WORDS = inBoth({
  en: {
    value: 'Filled arrow: the value lies beyond the axis; it is the number at the arrow.',
    interval: 'Open arrow: the interval goes on beyond the axis, to the number at the arrow.',
    none: (zero: string) => `A logarithmic axis has no ${zero}.`,
  },
  zh: {
    value: '实心箭头：数值超出坐标轴，其值为箭头旁的数字。',
    interval: '空心箭头：区间超出坐标轴，延伸至箭头旁的数字。',
    none: (zero: string) => `对数坐标轴上没有${zero}。`,
  },
});

/** How far an arrow reaches beyond the axis, in pixels. */
export const ARROW = 9;
const HALF = 4.5;

type Direction = 'left' | 'right' | 'up' | 'down';
const TURN: Readonly<Record<Direction, (along: number, across: number) => [number, number]>> = {
  right: (along, across) => [along, across],
  left: (along, across) => [-along, across],
  up: (along, across) => [across, -along],
  down: (along, across) => [across, along],
};

/** A symbol as Plot draws one of somebody's own. */
interface Arrow {
  draw(context: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>): void;
}

/** An arrow that begins where the axis ends and points away from it: filled for a value, open for an interval. */
export function arrow(direction: Direction, isValue: boolean): Arrow {
  const at = TURN[direction];
  return {
    draw(context) {
      context.moveTo(...at(isValue ? 0 : 1, -HALF));
      context.lineTo(...at(isValue ? ARROW : ARROW - 1, 0));
      context.lineTo(...at(isValue ? 0 : 1, HALF));
      if (isValue) context.closePath();
    },
  };
}
