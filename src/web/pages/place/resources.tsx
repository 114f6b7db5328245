import { phrases } from '../../../figures/format-text.ts';
import { whole } from '../../../base/index.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Flat } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { LazyDetails } from '../../parts/lazy-details.tsx';
import { Answer } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

type Row = Flat['table'][number];

/** What the directory lists in the place, by kind, with how sure each is. */
export function Resources({ id }: { readonly id: string }) {
  const { lang } = useSelection();
  const text = words[lang];
  const asked = { place: id, lang };
  const listed = useAnswer(pathOf('resources', { ...asked, parts: 'table,told' }));
  return (
    <section class="block">
      <h2>{text.resources}</h2>
      <Answer of={listed}>
        {({ table, told }) => (
          <>
            <p class="quiet-text">
              {table.length === 0 ? text.noResources : text.resourcesHelp(whole(table.length, lang))}{' '}
              {table.length === 0 ? null : (
                <a href={pathOf('resources', asked, '.csv')} download>
                  {text.csv}
                </a>
              )}
            </p>
            {byKind(table).map(([kind, rows]) => (
              <LazyDetails
                key={kind}
                class="kind"
                summary={
                  <>
                    {kind.replaceAll('-', ' ')} <span class="quiet-text">{whole(rows.length, lang)}</span>
                  </>
                }
              >
                {() => (
                  <ul>
                    {rows.map((row) => (
                      <Resource key={String(row.id)} row={row} />
                    ))}
                  </ul>
                )}
              </LazyDetails>
            ))}
            {table.length === 0 ? null : <p class="quiet-text">{told.slice(1).join(' ')}</p>}
          </>
        )}
      </Answer>
    </section>
  );
}

function Resource({ row }: { readonly row: Row }) {
  const { lang } = useSelection();
  const text = words[lang];
  const said = [row.city, row.status, row.opened === null ? null : `${text.opened} ${String(row.opened)}`];
  return (
    <li>
      {row.name}{' '}
      <span class="quiet-text">{phrases(said.filter((one) => one !== null).map(String), lang)}</span>
      <p class="quiet-text">{text.certainty(String(row.how_sure), String(row.source))}</p>
    </li>
  );
}

/** The kinds with most first. */
function byKind(table: readonly Row[]): [string, readonly Row[]][] {
  const kinds = new Map<string, Row[]>();
  for (const row of table) kinds.set(String(row.kind), [...(kinds.get(String(row.kind)) ?? []), row]);
  return [...kinds].sort(([, a], [, b]) => b.length - a.length);
}
