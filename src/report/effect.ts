import type { Effect } from '../analyses/effect/question.ts';
import { eventKey, eventStudy } from '../figures/effect/event.ts';
import { placeboFigure } from '../figures/effect/placebo.ts';
import { effectSensitivity } from '../figures/effect/sensitivity.ts';
import type { WithNotes } from '../figures/figure.ts';
import { figureHtml, type Paper } from './figure-html.ts';
import { type Html, html } from './html.ts';
import { tableHtml } from './table.ts';
import { words } from './words.ts';

/** What must hold before one may say "caused", the years around the policy, and what else it might be. */
export function effectChapter(effect: Effect & WithNotes, width: number, paper: Paper): Html {
  const { language } = paper;
  const text = words[language];
  const { fit, conditions } = effect;
  const holds = (value: boolean | null): string =>
    value === true ? `✓ ${text.yes}` : value === false ? `✕ ${text.no}` : `? ${text.open}`;
  return html`<section class="chapter">
    <h2>${text.effect}</h2>
    ${figureHtml(eventStudy(effect, language), paper, {
      width,
      note: fit === null ? null : html`<p class="subtitle">${eventKey(effect, language)}</p>`,
    })}
    ${
      conditions.length === 0
        ? null
        : html`<section class="keep">
            <h3>${text.conditions}</h3>
            ${tableHtml(
              [{ title: text.condition }, { title: text.holds }],
              conditions.map(({ holds: known, text: condition }) => [condition[language], holds(known)]),
            )}
          </section>`
    }
    ${
      fit === null || fit.warnings.length === 0
        ? null
        : html`<section class="keep">
            <h3>${text.warnings}</h3>
            <ul>
              ${fit.warnings.map((one) => html`<li>${one[language]}</li>`)}
            </ul>
          </section>`
    }
    ${figureHtml(placeboFigure(effect, language), paper, { width })}
    ${figureHtml(effectSensitivity(effect, language), paper, { width, about: true })}
  </section>`;
}
