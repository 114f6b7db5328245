/** What a drawing has at a place: read from its own coordinates. */
interface Drawn {
  readonly element: Element;
  readonly mark: string;
  readonly x: number;
  readonly y: number;
}

/** A place in pixels; ems only put a text on its line. */
function number(element: Element, name: string): number {
  const text = element.getAttribute(name) ?? '0';
  return text.endsWith('em') ? 0 : Number(text);
}

/** How far an element is moved within its drawing: by itself, its groups, and panels that it stands in. */
function moved(element: Element | null, until: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at = element; at !== null && at !== until; at = at.parentElement) {
    const [, dx = '0', dy = '0'] =
      /translate\(\s*([-+.\de]+)(?:[\s,]+([-+.\de]+))?/.exec(at.getAttribute('transform') ?? '') ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return [x, y];
}

const markOf = (element: Element): string => element.closest('[data-mark]')?.getAttribute('data-mark') ?? '';

function at(element: Element, svg: Element): Drawn {
  const [x, y] = moved(element, svg);
  const own = element.tagName.toLowerCase() === 'circle' ? ['cx', 'cy'] : ['x', 'y'];
  return {
    element,
    mark: markOf(element),
    x: x + number(element, own[0]),
    y: y + number(element, own[1]),
  };
}

/** An axis as its labels say it: where a value stands, in pixels. */
export interface Axis {
  readonly place: (value: number) => number;
}

function axisOf(svg: Element, direction: 'x' | 'y', read: (label: string) => number, log: boolean): Axis {
  const ticks = [...svg.querySelectorAll(`[data-mark="${direction}-axis tick label"] text`)].map((label) => ({
    place: at(label, svg)[direction],
    value: read(label.textContent),
  }));
  const scale = (value: number): number => (log ? Math.log(value) : value);
  const [first, last] = [ticks[0], ticks.at(-1)!];
  if (ticks.length < 2 || first.value === last.value) throw new Error('an axis that cannot be read');
  const step = (last.place - first.place) / (scale(last.value) - scale(first.value));
  return { place: (value) => first.place + (scale(value) - scale(first.value)) * step };
}

export interface Expected {
  /** What the pointer is told at it. */
  readonly title: string;
  readonly value: number | null;
  readonly ends: readonly [number, number] | null;
}

interface Reading {
  readonly direction: 'x' | 'y';
  readonly log: boolean;
  /** The value that a label of the axis stands for. */
  readonly read: (label: string) => number;
  /** Whether two values are the same as far as they are written. */
  readonly same: (a: number, b: number) => boolean;
}

/** Pixels by which Plot moves thin lines so that they are sharp, and rounding. */
const NEAR = 1.1;

/** Every number in a text. */
const numbersIn = (text: string): string[] =>
  text.match(/[+−]?(?:\d[\d,]*(?:\.\d+)?|∞)(?:e[+-]?\d+)?(?:[\s\u00a0]?%)?/g) ?? [];

/**
 * What is drawn falsely: a value or an end of an interval that stands elsewhere than the labels of the axis say, and no
 * arrow with its number says that it lies beyond.
 */
export function falselyDrawn(svg: Element, expected: readonly Expected[], reading: Reading): string[] {
  const { direction, log, read, same } = reading;
  const across = direction === 'x' ? 'y' : 'x';
  const axis = axisOf(svg, direction, read, log);
  const titled = [...svg.querySelectorAll('title')].map((title) => ({
    text: title.textContent,
    ...at(title.parentElement!, svg),
  }));
  const texts = [...svg.querySelectorAll('[data-mark="text"] text, text[data-mark="text"]')].map((text) =>
    at(text, svg),
  );
  const lines = [...svg.querySelectorAll('line')].map((line) => {
    const [x, y] = moved(line, svg);
    return {
      from: { x: x + number(line, 'x1'), y: y + number(line, 'y1') },
      to: { x: x + number(line, 'x2'), y: y + number(line, 'y2') },
    };
  });
  const corners = [
    ...svg.querySelectorAll('[data-mark="area"] path, path[data-mark="area"], [data-mark="link"] path'),
  ].flatMap((path) => {
    const [dx, dy] = moved(path, svg);
    return [...path.getAttribute('d')!.matchAll(/([-\d.e]+),([-\d.e]+)/g)].map(([, x, y]) => ({
      x: dx + Number(x),
      y: dy + Number(y),
    }));
  });
  const faults: string[] = [];
  for (const { title, value, ends } of expected) {
    if (value === null) continue;
    const own = titled.filter(({ text }) => text === title);
    if (own.length !== 1) {
      faults.push(`${title}: ${own.length} marks`);
      continue;
    }
    const [mark] = own;
    const near = (other: Pick<Drawn, 'x' | 'y'>): boolean => Math.abs(other[across] - mark[across]) <= NEAR;
    const isArrow = isArrowhead(mark.element);
    const written = (one: number): boolean =>
      texts.some((text) => {
        const beside = direction === 'x' ? near(text) : Math.abs(text.x - mark.x) < 80;
        return beside && numbersIn(text.element.textContent).some((found) => same(read(found), one));
      });
    const isPlaced = (one: number, where: number): boolean => Math.abs(axis.place(one) - where) <= NEAR;
    if (isArrow ? isPlaced(value, mark[direction]) || !written(value) : !isPlaced(value, mark[direction]))
      faults.push(`${title}: ${value} ${isArrow ? 'has an arrow without its number' : 'stands elsewhere'}`);
    if (ends === null) continue;
    const reach = [
      ...lines.filter(({ from, to }) => near(from) && near(to)).flatMap(({ from, to }) => [from, to]),
      ...corners.filter(near),
    ].map((point) => point[direction]);
    const arrows = [...svg.querySelectorAll('[data-mark="dot"] path, path[data-mark="dot"]')]
      .filter(isArrowhead)
      .map((path) => at(path, svg))
      .filter(near);
    for (const end of ends) {
      const isDrawn = reach.some((where) => isPlaced(end, where));
      if (!isDrawn && (arrows.length === 0 || !written(end)))
        faults.push(`${title}: ends at ${end}, drawn to ${reach.join()}`);
    }
  }
  return faults;
}

/** Whether a sign is an arrowhead: of three points, one of them straight ahead. */
function isArrowhead(element: Element): boolean {
  const points = [...(element.getAttribute('d') ?? '').matchAll(/([-\d.e]+),([-\d.e]+)/g)];
  const isAhead = ([, x, y]: RegExpMatchArray): boolean =>
    (Number(x) === 0 && AHEAD.has(Math.abs(Number(y)))) ||
    (Number(y) === 0 && AHEAD.has(Math.abs(Number(x))));
  return points.length === 3 && points.some(isAhead);
}
/** Pixels from where the axis ends to the tip of an arrow, filled or open. */
const AHEAD: ReadonlySet<number> = new Set([8, 9]);
