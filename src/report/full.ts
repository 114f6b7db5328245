import { aroundPolicy } from '../figures/coordination/around-policy.ts';
import { coordinationHistory } from '../figures/coordination/history.ts';
import type { Figure } from '../figures/figure.ts';
import { outputHistory } from '../figures/output-history.ts';
import { partnersFigure } from '../figures/partners.ts';
import { rankHistory } from '../figures/rank-history.ts';
import { specialisationFigure } from '../figures/specialisation.ts';
import type { Observatory } from '../observatory/index.ts';
import type { Answers } from './answers.ts';
import { cities } from './cities.ts';
import { effectChapter } from './effect.ts';
import { policies, published, resources } from './facts.ts';
import { figureHtml, type Paper } from './figure-html.ts';
import { type Html, html } from './html.ts';
import { placeMap } from './map.ts';
import { inShort, masthead } from './masthead.ts';
import { neighbours } from './neighbours.ts';
import type { ReportAsked } from './question.ts';
import { conclusions, sentencesHtml, uncertainties } from './sentences.ts';
import { policyKey } from './policy-key.ts';
import { sources } from './sources.ts';
import { words } from './words.ts';

/** A figure over the whole width of a page, in the pixels that it is drawn in. */
const WIDTH = 680;

/** All that is known of a place, a chapter a question, each figure with what its numbers mean. */
export async function full(
  observatory: Observatory,
  answers: Answers,
  asked: ReportAsked,
  command: string,
  paper: Paper,
): Promise<Html> {
  const { language } = paper;
  const { place, trend, history, fields, partners, effect } = answers;
  const text = words[language];
  const map = await placeMap(observatory, answers, asked);
  const slots = new Map([[place.id, 0]]);
  const told = (figure: Figure): Html => figureHtml(figure, paper, { width: WIDTH, about: true });
  return html`${masthead(answers, language)} ${inShort(answers, language)}
    ${sentencesHtml(text.may, conclusions(answers, language))}
    ${sentencesHtml(text.uncertain, uncertainties(answers, language))}
    <section class="chapter">
      <h2>${text.map}</h2>
      ${told(map.figure)}
      <p class="subtitle">${text.coast}</p>
      ${neighbours(answers, language)}
    </section>
    <section class="chapter">
      <h2>${text.output}</h2>
      ${told(outputHistory(trend, slots, language))} ${told(rankHistory(history, 0, language))}
    </section>
    ${place.kind === 'city' ? null : cities(map.ranking, language)}
    ${fields === null ? null : chapter(text.labels.fields, told(specialisationFigure(fields, 0, language)))}
    ${chapter(text.labels.partners, told(partnersFigure(partners, place, 0, language)))}
    ${coordinationChapter(answers, paper)} ${effect === null ? null : effectChapter(effect, WIDTH, paper)}
    <div class="chapter">
      ${published(answers, language)} ${policies(answers, language)} ${await resources(answers, language)}
      ${sources(answers, command, language)}
    </div>`;
}

const chapter = (title: string, inner: Html): Html =>
  html`<section class="chapter">
    <h2>${title}</h2>
    ${inner}
  </section>`;

/** How its cities work together through the years, beside peers where some were named, and around its policy. */
function coordinationChapter({ coordination, place }: Answers, paper: Paper): Html | null {
  if (coordination === null) return null;
  const { language } = paper;
  const slots = new Map([place, ...coordination.peers].map(({ id }, i) => [id, i]));
  const figures = (['ratio', 'intraShare', 'throughFirst', 'gini'] as const).map((measure) =>
    coordinationHistory(coordination, measure, slots, language),
  );
  // What the answer says of itself is the same under each: it stands once, under the last.
  return chapter(
    words[language].coordination,
    html`${figures.map((figure) => figureHtml(figure, paper, { width: WIDTH }))}
    ${policyKey(coordination, language)}
    ${figureHtml(aroundPolicy(coordination, language), paper, { width: WIDTH, about: true })}`,
  );
}
