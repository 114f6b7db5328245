import type { ProfileRow, ProfileSection } from '../analyses/profile/question.ts';
import { InputError, type Language, nameIn, whole } from '../base/index.ts';
import { asPublished, inBrackets } from '../figures/format-text.ts';
import { type Area, areaOf, browse, Directory } from '../resources/index.ts';
import type { Answers } from './answers.ts';
import { type Html, html } from './html.ts';
import { tableHtml } from './table.ts';
import { words } from './words.ts';

const rowsOf = ({ facts }: Answers, section: ProfileSection): ProfileRow[] =>
  facts.rows.filter((row) => row.section === section);
const inWords = (en: string | null, zh: string | null, language: Language): string =>
  nameIn({ name: en ?? '', nameZh: zh }, language);

/** Published figures with vintage and source. */
export function published(answers: Answers, language: Language): Html {
  const text = words[language];
  const rows = rowsOf(answers, 'statistics');
  return html`<section>
    <h2>${text.published}</h2>
    <p class="subtitle">${rows.length === 0 ? text.none : text.publishedHelp}</p>
    ${
      rows.length === 0
        ? null
        : tableHtml(
            [
              { title: text.metric },
              { title: text.value, number: true },
              { title: text.unit },
              { title: text.vintage },
              { title: text.source },
            ],
            rows.map((row) => [
              inWords(row.name, row.nameZh, language),
              asPublished(row.value, language),
              inWords(row.unit, row.unitZh, language),
              inWords(row.note, row.noteZh, language),
              row.source ?? '',
            ]),
          )
    }
  </section>`;
}

/** What was decided, by date. */
export function policies(answers: Answers, language: Language): Html {
  const text = words[language];
  const rows = rowsOf(answers, 'policies');
  return html`<section>
    <h2>${text.policies}</h2>
    <p class="subtitle">${rows.length === 0 ? text.none : text.policiesHelp}</p>
    ${
      rows.length === 0
        ? null
        : tableHtml(
            [{ title: text.date, whole: true }, { title: text.decided }, { title: text.source }],
            rows.map((row) => [
              row.key,
              inWords(row.name, row.nameZh, language) +
                inBrackets(inWords(row.note, row.noteZh, language), language),
              row.source ?? '',
            ]),
          )
    }
  </section>`;
}

/** How much the directory lists there, by kind. */
export async function resources({ place }: Answers, language: Language): Promise<Html> {
  const text = words[language];
  const directory = await Directory.open();
  const area = areaIn(directory, place.id);
  if (area === null)
    return html`<section>
      <h2>${text.resources}</h2>
      <p>${text.notListed}</p>
    </section>`;
  const listed = browse(directory, { area }, language);
  const counts = new Map<string, number>();
  for (const { kind } of listed.resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rows = [...counts].toSorted(([, a], [, b]) => b - a);
  const name = (kind: string): string => nameIn(directory.kinds.get(kind)!, language);
  return html`<section class="keep">
    <h2>${text.resources}</h2>
    <p class="subtitle">
      ${rows.length === 0 ? text.none : text.resourcesHelp(whole(listed.resources.length, language))}
    </p>
    ${
      rows.length === 0
        ? null
        : tableHtml(
            [{ title: text.kind }, { title: text.listed, number: true }],
            rows.map(([kind, n]) => [name(kind), whole(n, language)]),
          )
    }
  </section>`;
}

/** The directory has no region of the reader's own. */
function areaIn({ facts }: Directory, id: string): Area | null {
  try {
    return areaOf(id, facts);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
