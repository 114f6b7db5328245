import type { About } from '../analyses/about/about.ts';
import type { Language } from '../base/index.ts';
import { clauses } from '../figures/format-text.ts';
import type { Answers } from './answers.ts';
import { type Html, html } from './html.ts';
import { words } from './words.ts';

/** Lines that every answer has, and those of one kind: told once. */
export function sources(answers: Answers, command: string, language: Language): Html {
  const text = words[language];
  const { place } = answers;
  const abouts = aboutsOf(answers);
  // Several answers count alike, or in part.
  const once = (of: (about: About) => string | null): string =>
    clauses([...new Set(abouts.flatMap((about) => of(about)?.split(text.clause) ?? []))], language);
  const counting = once((about) => text.countingOf(about));
  const intervals = once((about) => text.intervalsOf(about));
  // What every answer says of the observatory stands at the end of what it says of itself.
  const observatory = answers.ranking.told.at(-1)!;
  const items = [
    [text.counting, counting],
    [text.intervals, intervals],
    [text.records, observatory],
    ...(place.source === null ? [] : [[text.definedBy, place.source]]),
    [text.repeat, command],
  ];
  return html`<section class="sources keep">
    <h2>${text.sources}</h2>
    <ul>
      ${items.map(([name, said]) => html`<li><strong>${name}</strong>${text.colon}${said}</li>`)}
    </ul>
  </section>`;
}

/** What each answer says of itself. */
function aboutsOf(answers: Answers): About[] {
  const { ranking, trend, history, fields, partners, coordination, effect } = answers;
  return [ranking, trend, history, fields, partners, coordination, effect].flatMap((one) =>
    one === null ? [] : one.about,
  );
}
