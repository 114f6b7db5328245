import type { Compare, CompareRow, CompareSection } from '../../../analyses/compare/question.ts';
import { distinctNames } from '../../../figures/names.ts';
import { interval } from '../../../base/index.ts';
import { asPublished, inBrackets } from '../../../figures/format-text.ts';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface CompareProps {
  readonly compare: Compare;
}

/** Published figures side by side, each with its vintage and what forbids to compare it. */
export function Published({ compare }: CompareProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const sources = [...new Set(compare.rows.flatMap(({ source }) => source?.split('; ') ?? []))];
  const some = compare.rows.some(({ section }) => section === 'statistics');
  return (
    <section class="block">
      <h2>{text.published}</h2>
      <p class="quiet-text">{some ? text.publishedHelp : text.noPublished}</p>
      {some ? (
        <SideBySide compare={compare} section="statistics" head={text.figure} label={text.published} />
      ) : null}
      {sources.length === 0 ? null : (
        <details>
          <summary class="quiet-text">{text.sources}</summary>
          <ul class="sources">
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Resources that the directory lists, by kind. */
export function Listed({ compare }: CompareProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <section class="block">
      <h2>{text.resources}</h2>
      <p class="quiet-text">{text.resourcesHelp}</p>
      <SideBySide compare={compare} section="resources" head={text.kind} label={text.resources} />
    </section>
  );
}

interface SideProps extends CompareProps {
  readonly section: CompareSection;
  readonly head: string;
  readonly label: string;
}

/** A row a figure, a column a place. */
function SideBySide({ compare, section, head, label }: SideProps) {
  const { lang } = useSelection();
  const names = distinctNames(compare.places, lang);
  const rows = compare.rows.filter((row) => row.section === section);
  const figures = [...new Map(rows.map(({ what }) => [what.id, what])).values()];
  return (
    <Table
      name={label}
      class="compared"
      columns={[
        { id: 'what', title: head, names: true, cell: (what) => what[lang] },
        ...compare.places.map(({ id }) => ({
          id,
          title: names.get(id) ?? id,
          number: true,
          cell: (what: CompareRow['what']) => (
            <Cell row={rows.find((row) => row.what.id === what.id && row.place.id === id)} />
          ),
        })),
      ]}
      rows={figures}
      idOf={({ id }) => id}
    />
  );
}

function Cell({ row }: { readonly row: CompareRow | undefined }) {
  const { lang } = useSelection();
  if (row === undefined) return <>–</>;
  const { value, unit, reason, note, interval: ends, source, section } = row;
  if (value === null)
    return (
      <>
        –<small class="note-of">{reason?.[lang]}</small>
      </>
    );
  // What is listed of each kind says under the pointer how much of it operates; the sum says it in view.
  const whole = section !== 'resources' || row.what.id === 'all';
  const digits = (end: number): string => asPublished(Number(end.toPrecision(4)), lang);
  return (
    <span title={source ?? (whole ? undefined : note?.[lang])}>
      {ends === null ? amount(value, lang) : digits(value) + inBrackets(interval(ends, digits, lang), lang)}
      {section === 'resources' ? null : <span class="unit"> {unit[lang]}</span>}
      {note === null || !whole ? null : <small class="note-of">{note[lang]}</small>}
    </span>
  );
}

/** A published figure in full; one that was worked out, such as per head, to six digits. */
const amount = (value: number, lang: 'en' | 'zh'): string => asPublished(Number(value.toPrecision(10)), lang);
