import { useEffect, useRef } from 'preact/hooks';
import type { Figure } from '../../figures/figure.ts';

/** A page of A4 between its margins, in CSS pixels. */
const WIDTH = 700;

/** The drawing of a figure for a printer: made anew as wide as paper is, in its light colours, when a page is printed. */
export function PrintFigure({ figure }: { readonly figure: Pick<Figure, 'draw'> }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = (): void => {
      const drawing = figure.draw({ document, width: WIDTH });
      drawing.setAttribute('aria-hidden', 'true');
      box.current?.replaceChildren(drawing);
    };
    const drop = (): void => box.current?.replaceChildren();
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', drop);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', drop);
    };
  }, [figure]);
  return <div class="on-paper" ref={box} />;
}
