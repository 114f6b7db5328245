import { select as selectElement } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { layoutMap, type MapData } from '../../../figures/map/layout.ts';
import { BEYOND } from '../../../figures/map/projection.ts';
import { number } from '../../../base/index.ts';
import { useWidth } from '../use-width.ts';
import { useSelection } from '../../state/selection.ts';
import { coloursOf, paint, paths } from './paint.ts';
import { nearest } from './nearest.ts';
import { words } from './words.ts';

interface CityMapProps {
  readonly data: MapData;
  readonly selected: readonly string[];
  /** What a click on a city does. */
  readonly onPick: (id: string) => void;
}

const ZOOM: [number, number] = [0.8, 40];
/** What a key does: pixels to move by, or a factor to zoom by. */
const MOVES: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};
const SCALES: Readonly<Record<string, number | undefined>> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5 };

/** The map that is moved: by wheel, fingers, and keys. The table beside it has the same cities. */
export function CityMap({ data, selected, onPick }: CityMapProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const height = Math.round(Math.max(320, width * 0.62));
  const layout = useMemo(
    () => (width === 0 ? null : layoutMap(data, { width, height })),
    [data, width, height],
  );
  const drawn = useMemo(() => (layout === null ? null : paths(layout)), [layout]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const find = useMemo(() => (layout === null ? null : nearest(layout.circles)), [layout]);
  const at = useRef<ZoomTransform>(zoomIdentity);
  const behaviour = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  const frame = useRef(0);
  const [hover, setHover] = useState<{
    readonly x: number;
    readonly y: number;
    readonly text: string;
  } | null>(null);

  const draw = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d') ?? null;
      if (context === null || layout === null || drawn === null) return;
      paint(context, {
        layout,
        drawn,
        chosen,
        at: at.current,
        colours: coloursOf(canvas.current!),
        language: lang,
      });
    });
  };
  useEffect(() => {
    draw();
    const colours = matchMedia('(prefers-color-scheme: dark)');
    addEventListener('themechange', draw);
    colours.addEventListener('change', draw);
    return () => {
      removeEventListener('themechange', draw);
      colours.removeEventListener('change', draw);
    };
  }, [layout, drawn, chosen, lang]);
  useEffect(() => {
    if (canvas.current === null || layout === null) return;
    const element = selectElement(canvas.current);
    const made = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent(ZOOM)
      .translateExtent([
        [-width * BEYOND, -height * BEYOND],
        [width * (1 + BEYOND), height * (1 + BEYOND)],
      ])
      .on('zoom', ({ transform }: { readonly transform: ZoomTransform }) => {
        at.current = transform;
        setHover(null);
        draw();
      });
    element.call(made).on('dblclick.zoom', null);
    behaviour.current = made;
    return () => void element.on('.zoom', null);
  }, [layout]);

  const under = (event: MouseEvent) => {
    const frameOf = canvas.current!.getBoundingClientRect();
    return find?.(event.clientX - frameOf.left, event.clientY - frameOf.top, at.current) ?? null;
  };
  const act = (key: string): boolean => {
    if (canvas.current === null || behaviour.current === null) return false;
    const element = selectElement(canvas.current);
    const [move, scale] = [MOVES[key], SCALES[key]];
    if (move !== undefined)
      behaviour.current.translateBy(element, move[0] / at.current.k, move[1] / at.current.k);
    else if (scale !== undefined) behaviour.current.scaleBy(element, scale);
    else if (key === '0') behaviour.current.transform(element, zoomIdentity);
    else return false;
    return true;
  };
  return (
    <div class="map" ref={box}>
      <canvas
        ref={canvas}
        width={width * devicePixelRatio}
        height={height * devicePixelRatio}
        style={{ width: `${width}px`, height: `${height}px` }}
        tabIndex={0}
        role="img"
        aria-label={text.help}
        onKeyDown={(event) => {
          if (act(event.key)) event.preventDefault();
        }}
        onMouseMove={(event) => {
          const city = under(event);
          setHover(
            city === null
              ? null
              : { x: event.offsetX, y: event.offsetY, text: `${city.name} ${number(city.value, lang)}` },
          );
        }}
        onMouseLeave={() => setHover(null)}
        onClick={(event) => {
          const city = under(event);
          if (city !== null) onPick(city.id);
        }}
      />
      {hover === null ? null : (
        <div class="hover" style={{ left: `${hover.x + 12}px`, top: `${hover.y + 8}px` }}>
          {hover.text}
        </div>
      )}
      <p class="map-buttons">
        <button type="button" aria-label="+" onClick={() => act('+')}>
          +
        </button>
        <button type="button" aria-label="−" onClick={() => act('-')}>
          −
        </button>
        <button type="button" onClick={() => act('0')}>
          {text.reset}
        </button>
      </p>
    </div>
  );
}
