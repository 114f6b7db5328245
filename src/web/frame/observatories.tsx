import { whole } from '../../base/index.ts';
import type { ObservatoryRow } from '../../analyses/scope/describe.ts';
import type { Path } from '../api-client/contract.ts';
import { useAnswer } from '../api-client/use-answer.ts';
import { addressOf, changed, type Query, useLocation } from '../state/location.ts';
import { Trouble } from '../parts/states.tsx';
import { LOCATED_BY_KEY, OBSERVATORY, OBSERVATORY_KEY } from '../state/observatory.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';

/** The observatories of the server, where it has several: the one in view, and what each of the others is. */
export function Observatories() {
  const { lang } = useSelection();
  const words = useWords();
  const { path, query } = useLocation();
  const { last, problem, again } = useAnswer(listIn(lang));
  // The page itself asks for a token.
  if (problem !== null && problem.status !== 401)
    return <Trouble problem={problem} name={words.observatories} again={again} />;
  if (last === null || last.rows.length < 2) return null;
  const { default: first, rows } = last;
  const here = OBSERVATORY ?? first;
  const inView = rows.find(({ id }) => id === here);
  const title = inView === undefined ? here : nameOf(inView, rows);
  return (
    <details
      class="observatories"
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape' || !currentTarget.open) return;
        currentTarget.open = false;
        currentTarget.querySelector('summary')!.focus();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget as Node))
          currentTarget.open = false;
      }}
    >
      <summary>
        <span class="visually-hidden">{words.named(words.observatory)}</span>
        {title}
      </summary>
      <ul aria-label={words.observatories}>
        {rows.map((row) => (
          <li key={row.id}>
            <a
              href={addressOf(path, queryIn(query, row, first))}
              aria-current={row.id === here ? 'true' : undefined}
            >
              {nameOf(row, rows)}
            </a>
            <About row={row} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Its title, with its id where another has the same title. */
const nameOf = ({ id, title }: ObservatoryRow, rows: readonly ObservatoryRow[]): string =>
  rows.filter((row) => row.title === title).length > 1 ? `${title} (${id})` : title;

/** What it is, what it can answer and what it cannot. */
function About({ row }: { readonly row: ObservatoryRow }) {
  const { lang } = useSelection();
  const words = useWords();
  const { kind, works, years, vintage, licence, can, cannot } = row;
  if (kind === null) return <p>{words.notAvailable}</p>;
  const facts = [
    words.observatoryKinds[kind],
    works === null ? null : words.works(works, whole(works, lang)),
    years === null ? null : `${years.from}–${years.to}`,
    vintage.to === null ? null : words.vintage(vintage.from, vintage.to),
    licence === null ? words.noLicence : words.named(words.licence) + licence,
  ];
  return (
    <>
      <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <p>
        {words.named(words.can)}
        {can.map(({ text }) => text).join(words.between)}
      </p>
      <p>
        {words.named(words.cannot)}
        {cannot.map(({ text }) => text).join(words.between)}
      </p>
    </>
  );
}

interface ObservatoryList {
  readonly default: string;
  readonly rows: readonly ObservatoryRow[];
  /** Where a demonstration of real records can be fetched; null but on one's own machine. */
  readonly demonstration: string | null;
}

export const listIn = (lang: string): Path<ObservatoryList> => `/api/observatories?lang=${lang}`;

/** The same question of another observatory; years that it has not go away. */
function queryIn(query: Query, { id, years }: ObservatoryRow, first: string): Query {
  const [from = 0, to = from] = (query.years?.at(-1) ?? '').split('-').map(Number);
  const isThere = years !== null && from >= years.from && to <= years.to;
  return changed(query, {
    [OBSERVATORY_KEY]: id === first ? null : id,
    // It may have no addresses.
    [LOCATED_BY_KEY]: null,
    ...(isThere ? {} : { years: null }),
  });
}
