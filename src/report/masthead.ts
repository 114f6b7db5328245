import { syntheticBanner } from '../analyses/about/synthetic.ts';
import { type Language, nameIn, span, whole } from '../base/index.ts';
import { greatest, least } from '../measures/extremes.ts';
import type { Answers } from './answers.ts';
import { type Headline, headlines } from './headlines.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** Which place this is, what was counted, and that it is made up where it is. */
export function masthead(answers: Answers, language: Language): Html {
  const text = words[language];
  const { place } = answers;
  const other = text.otherName(place);
  const within = [place.province, place.nation].filter(
    (one) => one !== null && one.id !== place.id && one.name !== place.name,
  );
  const where = within.map((one) => nameIn(one!, language)).join(text.comma);
  const { years, field } = answers.ranking.about;
  const facts = [
    `${text.kinds[place.kind]}${where === '' ? '' : text.in + where}`,
    ...(place.kind === 'city' ? [] : [text.members(whole(place.cities.length, language))]),
    text.institutions(place.institutions),
    ...(place.version === null ? [] : [`${text.version} ${place.version}`]),
    spanOf(answers, years),
    field === null ? text.allFields : nameIn({ name: field.name, nameZh: field.nameZh }, language),
  ].filter((one) => one !== '');
  const { synthetic } = answers.ranking;
  return html`<header class="masthead">
    <h1>
      ${nameIn(place, language)}${
        other === null || other === nameIn(place, language)
          ? null
          : html` <span class="other" lang="${text.otherLang}">${other}</span>`
      }
    </h1>
    <p>${facts.join(' · ')}</p>
    ${synthetic === null ? null : html`<p class="mark">${syntheticBanner(synthetic, language)}</p>`}
  </header>`;
}

/** The years that were asked for, else those of the records. */
function spanOf({ trend }: Answers, years: { from: number; to: number } | null): string {
  if (years !== null) return span(years);
  const all = trend.rows.map(({ year }) => year);
  return all.length === 0 ? '' : span({ from: least(all), to: greatest(all) });
}

/** The sentences of who has one minute, numbered so that figures can name theirs. */
export function inShort(answers: Answers, language: Language): Html {
  const text = words[language];
  const item = ({ label, sentence }: Headline): Html =>
    html`<li><strong>${text.labels[label]}</strong> ${text.sentence(sentence)}</li>`;
  return html`<section class="short">
    <h2>${text.short}</h2>
    <ul>
      ${headlines(answers, language).map(item)}
    </ul>
  </section>`;
}
