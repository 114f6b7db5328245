import { FEW_FIELD_WORKS } from '../analyses/specialisation/question.ts';
import { coordinationHistory } from '../figures/coordination/history.ts';
import { policyKey } from './policy-key.ts';
import type { Figure } from '../figures/figure.ts';
import { outputHistory } from '../figures/output-history.ts';
import { partnersFigure } from '../figures/partners.ts';
import { rankHistory } from '../figures/rank-history.ts';
import { specialisationFigure } from '../figures/specialisation.ts';
import type { Answers } from './answers.ts';
import { figureHtml, type Paper } from './figure-html.ts';
import { type Html, html } from './html.ts';
import { inShort, masthead } from './masthead.ts';
import { neighbours } from './neighbours.ts';
import { conclusions, sentencesHtml, uncertainties } from './sentences.ts';
import { sources } from './sources.ts';
import { words } from './words.ts';

/** A figure over the whole width of a page, and one beside another, in the pixels that they are drawn in. */
const WHOLE = 740;
const HALF = 470;
const FIELDS = 6;

/** Two pages for a minister: what holds, how sure it is, and what may be said of it. */
export function brief(answers: Answers, command: string, paper: Paper): Html {
  const { language } = paper;
  const { place, trend, history } = answers;
  const text = words[language];
  const half = (figure: Figure, heading: string): Html => figureHtml(figure, paper, { width: HALF, heading });
  return html`${masthead(answers, language)} ${inShort(answers, language)}
    ${sentencesHtml(text.may, conclusions(answers, language))}
    <div class="pair">
      ${half(outputHistory(trend, new Map([[place.id, 0]]), language), text.outputByYear)}
      ${half(rankHistory(history, 0, language), text.rankByYear)}
    </div>
    ${neighbours(answers, language)}
    <div class="second">
      ${together(answers, paper)} ${fieldsOf(answers, paper)}
      ${sentencesHtml(text.uncertain, uncertainties(answers, language))}
      ${sources(answers, command, language)}
    </div>`;
}

/** How its cities work together, or with whom it works. */
function together({ coordination, partners, place }: Answers, paper: Paper): Html {
  const { language } = paper;
  const text = words[language];
  if (coordination === null)
    return figureHtml(partnersFigure(partners, place, 0, language), paper, {
      width: WHOLE,
      heading: text.withWhom,
    });
  const alone = {
    ...coordination,
    peers: [],
    rows: coordination.rows.filter((row) => row.place.id === place.id),
  };
  const slots = new Map([[place.id, 0]]);
  return html`<div class="pair">
      ${figureHtml(coordinationHistory(alone, 'ratio', slots, language), paper, { width: HALF, heading: text.ratioByYear })}
      ${figureHtml(coordinationHistory(alone, 'intraShare', slots, language), paper, { width: HALF, heading: text.insideByYear })}
    </div>
    ${policyKey(alone, language)}`;
}

/** The fields that it has most of, beside others, where works are enough to tell. */
function fieldsOf({ fields }: Answers, paper: Paper): Html | null {
  if (fields === null) return null;
  const { language } = paper;
  const text = words[language];
  const known = fields.rows.filter(({ quotient }) => quotient !== null);
  const enough = known.filter(({ fewWorks }) => !fewWorks);
  const rows = (enough.length === 0 ? known : enough)
    .toSorted((a, b) => b.quotient! - a.quotient!)
    .slice(0, FIELDS);
  const figure = specialisationFigure({ ...fields, rows }, 0, language);
  return figureHtml(figure, paper, {
    width: WHOLE,
    heading: text.goodAt,
    note:
      enough.length === 0
        ? null
        : html`<p class="subtitle">
            ${text.highest(String(rows.length), String(FEW_FIELD_WORKS), String(fields.fields))}
          </p>`,
  });
}
