import { sayEffect, sayPlacebo, sayPretrend } from '../analyses/effect/say.ts';
import { sensitivity } from '../analyses/sensitivity/analysis.ts';
import type { Sensitivity } from '../analyses/sensitivity/question.ts';
import { type Language, list, nameIn, ordinal, render } from '../base/index.ts';
import { labelled } from '../figures/format-text.ts';
import type { Answers } from './answers.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** So many rivals are named. */
const NAMED = 5;

/** Sentences under their title. */
export const sentencesHtml = (title: string, said: readonly string[]): Html =>
  html`<section class="keep">
    <h2>${title}</h2>
    <ul>
      ${said.map((one) => html`<li>${one}</li>`)}
    </ul>
  </section>`;

/** What the answers let one say, and what not: of the rank, and of what a policy did. */
export function conclusions(answers: Answers, language: Language): string[] {
  return [...ofRank(answers, language), ...ofEffect(answers, language)];
}

function ofRank({ own, place }: Answers, language: Language): string[] {
  const text = words[language];
  if (own.rankInterval === null) return [];
  const [low, high] = own.rankInterval;
  const name = nameIn(place, language);
  return [
    low === high
      ? text.sayCertain(name, ordinal(own.rank, language))
      : text.sayRank(name, ordinal(low, language), ordinal(high, language)),
  ];
}

function ofEffect({ effect }: Answers, language: Language): string[] {
  const text = words[language];
  if (effect === null) return [text.noEffect];
  // Conditions that works cannot show are not assumed here.
  const said = sayEffect(effect, []);
  if (said === null) {
    const why = effect.rows.find(({ section }) => section === 'effect')?.reason?.[language];
    return [why === undefined ? text.noEffect : text.noEstimate(why)];
  }
  return [
    labelled(text.cause[said.verb], said[language], language),
    ...[sayPlacebo(effect)?.[language] ?? []].flat(),
    sayPretrend(effect)[language],
  ];
}

/** What moves the numbers or is missing from them, in the order of how much that matters to a reader. */
export function uncertainties(answers: Answers, language: Language): string[] {
  const { trend, own } = answers;
  const text = words[language];
  const incomplete = trend.rows.filter((one) => one.incomplete).map(({ year }) => String(year));
  return [
    ...rivals(answers, language),
    ...answers.sensitivity.flatMap((one) => moved(one, language)),
    ...unlocated(answers, language),
    ...(incomplete.length === 0 ? [] : [text.incomplete(list(incomplete, language))]),
    ...(own.fewWorks ? [text.fewWorks] : []),
    text.notSampling,
  ];
}

/** What holds under other definitions and countings and what does not; a level has no verdict and is left out. */
function moved(answer: Sensitivity, language: Language): string[] {
  const verdicts = answer.verdicts.filter(({ verdict }) => verdict !== 'no verdict');
  return (sensitivity.findings?.({ ...answer, verdicts }) ?? []).map((one) => render(one, language));
}

/** Places whose rank intervals reach into that of the place. */
function rivals({ ranking, own, place }: Answers, language: Language): string[] {
  if (own.rankInterval === null) return [];
  const [low, high] = own.rankInterval;
  const others = ranking.rows.filter(
    ({ place: other, insteadOf, rankInterval: ends }) =>
      other.id !== place.id &&
      // It is not ranked with what it overlaps, nor with what is ranked instead of others.
      insteadOf.length === 0 &&
      !own.insteadOf.some(({ id }) => id === other.id) &&
      ends !== null &&
      ends[0] <= high &&
      ends[1] >= low,
  );
  if (others.length === 0) return [];
  const named = others.slice(0, NAMED).map((one) => nameIn(one.place, language));
  const more = others.length - named.length;
  const rest = more === 0 ? [] : [words[language].more(more)];
  return [words[language].notApart(list([...named, ...rest], language))];
}

/** How much of the country's output is in no city. */
function unlocated({ facts }: Answers, language: Language): string[] {
  const notes = facts.rows
    .filter(({ section }) => section === 'unlocated')
    .flatMap(({ note, noteZh }) => (note === null ? [] : [nameIn({ name: note, nameZh: noteZh }, language)]));
  return notes.length === 0 ? [] : [words[language].missing(list([...new Set(notes)], language))];
}
