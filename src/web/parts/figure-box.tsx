import { labelled } from '../../figures/format-text.ts';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { syntheticShort } from '../../analyses/about/synthetic.ts';
import type { Figure } from '../../figures/figure.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { AboutLines } from './about-lines.tsx';
import { Downloads } from './downloads.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { PrintFigure } from './print-figure.tsx';
import { useWidth } from './use-width.ts';

interface FigureBoxProps {
  readonly figure: Figure;
  /** Heading level under the page's. */
  readonly level?: 2 | 3;
  /** What stands between words and drawing, such as a fragility note. */
  readonly note?: ComponentChildren;
  /** A drawing of the page’s own that can be moved; downloads have the figure’s. */
  readonly drawing?: ComponentChildren;
  /** What a page does with the drawing: clicks, say. */
  readonly onDrawn?: (drawing: SVGSVGElement) => void;
}

/** A figure with its words, its downloads, and its numbers as a table. */
export function FigureBox({ figure, level = 2, note, drawing, onDrawn }: FigureBoxProps) {
  const id = useId();
  const words = useWords();
  const { lang } = useSelection();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure class="figure" aria-labelledby={id}>
      <Heading id={id}>{figure.title}</Heading>
      <p class="subtitle">
        {figure.subtitle}
        {figure.synthetic === null ? null : (
          <span class="mark">{syntheticShort(figure.synthetic, lang)}</span>
        )}
      </p>
      {note}
      {figure.empty === undefined ? (
        <>
          {drawing ?? <Drawing figure={figure} onDrawn={onDrawn} />}
          <PrintFigure figure={figure} />
        </>
      ) : (
        <p class="empty">{labelled(words.empty, figure.empty, lang)}</p>
      )}
      <figcaption>
        <AboutLines lines={figure.about} />
        <Downloads figure={figure} />
        <NumbersTable figure={figure} />
      </figcaption>
    </figure>
  );
}

function Drawing({
  figure,
  onDrawn,
}: Pick<FigureBoxProps, 'figure'> & { readonly onDrawn: FigureBoxProps['onDrawn'] }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { lang } = useSelection();
  const [failed, setFailed] = useState<unknown>(null);
  useLayoutEffect(() => {
    if (box.current === null || width === 0) return;
    try {
      const drawing = figure.draw({ document, width, interactive: true });
      drawing.setAttribute('aria-hidden', 'true');
      box.current.replaceChildren(drawing);
      onDrawn?.(drawing);
    } catch (error) {
      setFailed(error);
    }
  }, [figure, width, lang]);
  // The page's own boundary says what is to be done.
  if (failed !== null) throw failed as Error;
  return <div class="drawing" ref={box} />;
}
