import { syntheticShort } from '../analyses/about/synthetic.ts';
import type { Figure } from '../figures/figure.ts';
import { labelled } from '../figures/format-text.ts';
import { decimals, type Language } from '../base/index.ts';
import { Html, html } from './html.ts';
import { words } from './words.ts';

/** The document that figures are drawn in, and the language of their words. */
export interface Paper {
  readonly document: Document;
  readonly language: Language;
}

interface FigureOptions {
  /** In CSS pixels: as wide as it is drawn; it is shown as wide as its place is. */
  readonly width: number;
  /** Instead of its sentence, which then stands elsewhere. */
  readonly heading?: string;
  /** Whether it says here what its numbers mean; else the report does at its end. */
  readonly about?: boolean;
  readonly level?: 2 | 3;
  /** Between words and drawing. */
  readonly note?: Html | null;
}

/** A figure with its words, its drawing and, for those who read on a screen, its numbers. */
export function figureHtml(figure: Figure, paper: Paper, options: FigureOptions): Html {
  const { width, heading, about = false, level = 3, note = null } = options;
  const { document, language } = paper;
  const text = words[language];
  const title = heading ?? figure.title;
  const mark =
    figure.synthetic === null
      ? null
      : html`<span class="mark">${syntheticShort(figure.synthetic, language)}</span>`;
  return html`<figure class="figure">
    ${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <p class="subtitle">${figure.subtitle} ${mark}</p>
    ${note}
    ${
      figure.empty === undefined
        ? drawn(figure, document, width)
        : html`<p class="empty">${labelled(text.nothing, figure.empty, language)}</p>`
    }
    <figcaption>
      ${
        about
          ? html`<ul class="about">
              ${figure.about.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : null
      }
      ${numbersTable(figure, language)}
    </figcaption>
  </figure>`;
}

/** The drawing as it stands in HTML, with its sentence for screen readers. */
function drawn(figure: Figure, document: Document, width: number): Html {
  const svg = figure.draw({ document, width });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', figure.title);
  if (svg.getAttribute('viewBox') === null)
    svg.setAttribute('viewBox', `0 0 ${width} ${svg.getAttribute('height') ?? width}`);
  // What HTML writes so, XML does not know.
  return new Html(svg.outerHTML.replaceAll('&nbsp;', '\u00a0'));
}

function numbersTable({ numbers }: Figure, language: Language): Html {
  const { columns, rows } = numbers;
  const say = (value: string | number | boolean | null, digits: number | undefined): string =>
    value === null
      ? '–'
      : typeof value === 'number' && digits !== undefined
        ? decimals(value, digits, language)
        : String(value);
  return html`<details class="numbers">
    <summary>${words[language].numbers}</summary>
    <table>
      <thead>
        <tr>
          ${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((value, i) => html`<td>${say(value, columns[i].digits)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
