import type { Profile, ProfileRow, ProfileSection } from '../../../analyses/profile/question.ts';
import { decimals, nameIn } from '../../../base/index.ts';
import { asPublished, inBrackets } from '../../../figures/format-text.ts';
import type { Flat } from '../../api-client/contract.ts';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface ProfileProps {
  readonly profile: Pick<Profile & Flat, 'rows' | 'table'>;
}

interface Said {
  readonly key: string;
  /** What the row is about, in the language asked for. */
  readonly what: string;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly note: string;
  readonly source: string;
}

/** The rows of a section in the reader's language. */
function useRows(
  { rows, table }: Pick<Profile & Flat, 'rows' | 'table'>,
  section: ProfileSection,
): readonly Said[] {
  const { lang } = useSelection();
  return rows.flatMap((row: ProfileRow, i) =>
    row.section !== section
      ? []
      : {
          key: `${row.key} ${row.name ?? ''}`,
          what: String(table[i]?.key ?? row.key),
          name: nameIn({ name: row.name ?? '', nameZh: row.nameZh }, lang),
          value: row.value,
          unit: nameIn({ name: row.unit ?? '', nameZh: row.unitZh }, lang),
          note: nameIn({ name: row.note ?? '', nameZh: row.noteZh }, lang),
          source: row.source ?? '',
        },
  );
}

/** Published figures with vintage and source. */
export function Published({ profile }: ProfileProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const rows = useRows(profile, 'statistics');
  return (
    <section class="block">
      <h2>{text.published}</h2>
      <p class="quiet-text">{rows.length === 0 ? text.noPublished : text.publishedHelp}</p>
      {rows.length === 0 ? null : (
        <Table
          name={text.published}
          class="published"
          columns={[
            { title: text.metric, names: true, cell: ({ name }) => name },
            { title: text.value, number: true, cell: ({ value }) => asPublished(value, lang) },
            { title: text.unit, cell: ({ unit }) => unit },
            { title: text.vintage, class: 'told', cell: ({ note }) => note },
            { title: text.source, class: 'told', cell: ({ source }) => source },
          ]}
          rows={rows}
          idOf={({ key }) => key}
        />
      )}
    </section>
  );
}

/** What was decided, by date. */
export function Policies({ profile }: ProfileProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const rows = useRows(profile, 'policies');
  return (
    <section class="block">
      <h2>{text.policies}</h2>
      <p class="quiet-text">{rows.length === 0 ? text.noPolicies : text.policiesHelp}</p>
      <ol class="timeline">
        {rows.map((row) => (
          <li key={row.key}>
            <time>{row.what}</time>
            <div>
              {row.name}
              <span class="quiet-text">{inBrackets(row.note, lang)}</span>
              <p class="quiet-text">{row.source}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How much of the country's output is in no city, and why. */
export function Unlocated({ profile }: ProfileProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const rows = useRows(profile, 'unlocated');
  return (
    <section class="block">
      <h2>{text.unlocated}</h2>
      <p class="quiet-text">{rows.length === 0 ? text.noUnlocated : text.unlocatedHelp}</p>
      {rows.length === 0 ? null : (
        <ul class="lines">
          {rows.map((row) => (
            <li key={row.key}>
              {text.missing(row.name, `${row.unit} ${decimals(row.value, 1, lang)}`, row.note, row.what)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
