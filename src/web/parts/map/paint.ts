import type { ZoomTransform } from 'd3-zoom';
import type { Language } from '../../../base/index.ts';
import { placeLabels } from '../../../figures/map/labels.ts';
import type { MapLayout } from '../../../figures/map/layout.ts';
import { legendItems } from '../../../figures/map/legend.ts';

/** Paths as a canvas takes them, made once: a frame only places them. */
export interface DrawnPaths {
  readonly land: Path2D;
  readonly hull: Path2D;
  readonly arcs: readonly { readonly path: Path2D; readonly width: number; readonly faded: boolean }[];
}

export function paths({ land, hull, arcs }: MapLayout): DrawnPaths {
  return {
    land: new Path2D(land),
    hull: new Path2D(hull),
    arcs: arcs.map(({ d, width, faded }) => ({ path: new Path2D(d), width, faded })),
  };
}

/** Colours of the page as it is now, light or dark. */
export type Colours = Readonly<Record<'ink' | 'quiet' | 'paper' | 'land' | 'accent' | 'amount', string>>;

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    quiet: of('quiet'),
    paper: of('paper'),
    land: of('land'),
    accent: of('accent'),
    amount: of('amount'),
  };
}

interface Scene {
  readonly layout: MapLayout;
  readonly drawn: DrawnPaths;
  readonly chosen: ReadonlySet<string>;
  readonly at: ZoomTransform;
  readonly colours: Colours;
  readonly language: Language;
}

/** Labels on a map that is not zoomed, and at most. */
const LABELS = { least: 18, most: 60 };
/** Size of letters. */
const PIXELS = 12;

/** One frame: coast, region, arcs, circles, labels, legend. Circles and lines keep their size when the map grows. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, drawn, at, colours } = scene;
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, layout.width, layout.height);
  context.setTransform(ratio * at.k, 0, 0, ratio * at.k, ratio * at.x, ratio * at.y);
  context.fillStyle = colours.land;
  context.fill(drawn.land);
  if (layout.hull !== '') {
    context.lineJoin = 'round';
    context.lineWidth = 14 / at.k;
    context.strokeStyle = colours.accent;
    context.fillStyle = colours.accent;
    context.globalAlpha = 0.16;
    context.stroke(drawn.hull);
    context.globalAlpha = 0.05;
    context.fill(drawn.hull);
  }
  context.strokeStyle = colours.quiet;
  for (const { path, width, faded } of drawn.arcs) {
    context.globalAlpha = faded ? 0.15 : 0.4;
    context.lineWidth = width / at.k;
    context.stroke(path);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  circles(context, scene);
  labels(context, scene);
  legend(context, scene);
}

function circles(context: CanvasRenderingContext2D, { layout, chosen, at, colours }: Scene): void {
  context.globalAlpha = 0.78;
  for (const { id, x, y, r, least } of layout.circles) {
    const [cx, cy] = at.apply([x, y]);
    if (cx < -r || cy < -r || cx > layout.width + r || cy > layout.height + r) continue;
    const colour = chosen.has(id) ? colours.accent : colours.amount;
    context.fillStyle = least ? colours.paper : colour;
    context.strokeStyle = least ? colour : colours.paper;
    context.lineWidth = least ? 0.8 : 0.6;
    context.beginPath();
    context.arc(cx, cy, r, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
}

function labels(context: CanvasRenderingContext2D, { layout, chosen, at, colours }: Scene): void {
  context.font = `${PIXELS}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.lineJoin = 'round';
  const most = Math.round(Math.min(LABELS.most, LABELS.least * Math.sqrt(at.k) * (layout.width / 700)));
  for (const { text, x, y } of placeLabels(
    layout.circles,
    chosen,
    (circle) => at.apply([circle.x, circle.y]),
    {
      width: layout.width,
      height: layout.height,
      most,
      ems: (text) => context.measureText(text).width / PIXELS,
    },
  )) {
    context.strokeStyle = colours.paper;
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = colours.ink;
    context.fillText(text, x, y);
  }
}

function legend(context: CanvasRenderingContext2D, { layout, colours, language }: Scene): void {
  const bottom = layout.height - 10;
  const ems = (text: string): number => context.measureText(text).width / PIXELS;
  context.fillStyle = colours.quiet;
  for (const { x, r, least, text, textX } of legendItems(layout.legend, language, ems)) {
    context.strokeStyle = least ? colours.amount : colours.quiet;
    context.lineWidth = 1;
    context.beginPath();
    context.arc(x, bottom - (least ? 4 : r), r, 0, 2 * Math.PI);
    context.stroke();
    context.fillText(text, textX, bottom);
  }
}
