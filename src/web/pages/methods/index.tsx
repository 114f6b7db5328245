import { useMemo } from 'preact/hooks';
import { pathOf } from '../../api-client/client.ts';
import { useShared } from '../../api-client/use-shared.ts';
import { type Language, whole } from '../../../base/index.ts';
import { Link } from '../../parts/link.tsx';
import { Table } from '../../parts/table.tsx';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { GROUPS } from './documents.ts';
import { TITLES_ZH } from './titles-zh.ts';
import { titles, words } from './words.ts';

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** In both languages, for the search. */
  readonly text: string;
}

/** All pages under their questions, found by words of either language. */
export function Index() {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const find = query.find?.at(-1) ?? '';
  const groups = useGroups(lang);
  const parts = find.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups
    .map((group) => ({
      ...group,
      pages: group.pages.filter((page) => parts.every((part) => page.text.includes(part))),
    }))
    .filter(({ pages }) => pages.length > 0);
  const count = shown.reduce((sum, { pages }) => sum + pages.length, 0);
  return (
    <div class="methods">
      <h1>{text.heading}</h1>
      <p class="lead">{text.lead}</p>
      <p class="find" role="search">
        <input
          type="search"
          aria-label={text.find}
          placeholder={text.find}
          value={find}
          onInput={(event) =>
            select(
              { find: event.currentTarget.value === '' ? null : event.currentTarget.value },
              { replace: true },
            )
          }
        />{' '}
        <span class="quiet-text" role="status">
          {count === 0 ? text.none : text.found(whole(count, lang))}
        </span>
      </p>
      <div class="groups">
        {shown.map(({ title, pages }) => (
          <section key={title}>
            <h2>{title}</h2>
            <Table
              name={title}
              columns={[
                {
                  title: text.page,
                  class: 'title',
                  cell: (page) => <Link to={`/methods/${page.name}`}>{page.title}</Link>,
                },
                { title: text.answers, cell: ({ question }) => question },
              ]}
              rows={pages}
              idOf={({ name }) => name}
            />
          </section>
        ))}
      </div>
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function useGroups(lang: Language): readonly { readonly title: string; readonly pages: readonly Entry[] }[] {
  const { answer: analyses } = useShared(pathOf('analyses'), 'analyses');
  return useMemo(() => {
    const text = words[lang];
    const entry = (name: string, en: readonly [string, string], zh: readonly [string, string]): Entry => {
      const [title, question] = titles[lang].entry(en, zh);
      return { name, title, question, text: [name, ...en, ...zh].join(' ').toLowerCase() };
    };
    const documents = GROUPS.map((group) => ({
      title: text.group(group.title),
      pages: group.pages.map(({ name, title, question }) =>
        entry(name, [title, capital(question)], TITLES_ZH[name]),
      ),
    }));
    const asked = (analyses?.rows ?? []).map(({ id, title, description }) =>
      entry(`analyses/${id}`, [title.en, description.en], [title.zh, description.zh]),
    );
    return [...documents, { title: text.analyses, pages: asked }];
  }, [analyses, lang]);
}
