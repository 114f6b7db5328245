import type { Ems } from '../text-width.ts';
import type { Circle } from './layout.ts';

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 14;
const GAP = 3;

/** Pixels of an em. */
const EM = 12;

/**
 * Names beside circles, for as many as fit without overlap: first those that must be, then in the order given.
 * @param place where a circle stands on the screen
 */
export function placeLabels(
  circles: readonly Circle[],
  must: ReadonlySet<string>,
  place: (circle: Circle) => readonly [number, number],
  {
    width,
    height,
    most,
    ems,
  }: { readonly width: number; readonly height: number; readonly most: number; readonly ems: Ems },
): Label[] {
  const labels: (Label & { readonly wide: number })[] = [];
  const order = [...circles.filter(({ id }) => must.has(id)), ...circles.filter(({ id }) => !must.has(id))];
  for (const circle of order) {
    if (labels.length >= most) break;
    const [x, y] = place(circle);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const wide = EM * ems(circle.name);
    const right = { x: x + circle.r + GAP, y: y + 4 };
    const label = right.x + wide > width ? { x: x - circle.r - GAP - wide, y: y + 4 } : right;
    const free = labels.every(
      (other) =>
        label.x > other.x + other.wide + GAP ||
        other.x > label.x + wide + GAP ||
        Math.abs(label.y - other.y) > HEIGHT,
    );
    if (free || must.has(circle.id)) labels.push({ ...label, text: circle.name, wide });
  }
  return labels;
}
