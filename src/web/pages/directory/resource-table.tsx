import { clauses } from '../../../figures/format-text.ts';
import { type Language, nameIn } from '../../../base/index.ts';
import type { ComponentChildren } from 'preact';
import type { ResourceRow } from '../../../tabular/resources.ts';
import { Table } from '../../parts/table.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { Certainty } from './certainty.tsx';
import { words } from './words.ts';

interface ResourceTableProps {
  readonly rows: readonly ResourceRow[];
  /** Id of the resource whose details are shown: it stands in the address. */
  readonly open: string | null;
}

/** Resources, a row each, with one unfolded. */
export function ResourceTable({ rows, open }: ResourceTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <Table
      name={text.heading}
      class="resources"
      columns={[
        {
          title: text.name,
          cell: ({ resource }) => {
            const isOpen = resource.id === open;
            return (
              <button
                type="button"
                class="row-name"
                aria-expanded={isOpen}
                onClick={() => select({ id: isOpen ? null : resource.id })}
              >
                {resourceName(resource, lang)}
                <span aria-hidden="true">{isOpen ? ' ▾' : ' ▸'}</span>
              </button>
            );
          },
        },
        { title: text.kind, cell: ({ kind }) => nameIn(kind, lang) },
        {
          title: text.city,
          class: 'city',
          cell: ({ place }) => (place === null ? '–' : nameIn(place, lang)),
        },
        { title: text.opened, number: true, cell: ({ resource }) => resource.opened ?? '–' },
        { title: text.status, cell: ({ resource }) => text.statuses[resource.status] },
        { title: text.sure, cell: ({ howSure }) => <Certainty of={howSure} /> },
      ]}
      rows={rows}
      idOf={({ resource }) => resource.id}
      chosen={({ resource }) => resource.id === open}
      unfolded={(row) => (row.resource.id === open ? <Detail row={row} /> : null)}
    />
  );
}

/** A resource by its name in the reader's language. */
const resourceName = ({ nameEn, nameZh }: ResourceRow['resource'], lang: Language): string =>
  nameIn({ name: nameEn, nameZh }, lang);

/** What else is known. Sources are text and no links: nobody has verified them. */
function Detail({ row: { resource, howSure } }: { readonly row: ResourceRow }) {
  const { lang } = useSelection();
  const text = words[lang];
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [text.host, resource.host],
    [text.partners, clauses(resource.partners, lang)],
    [text.fields, clauses(resource.fields, lang)],
    [text.doubts, clauses(howSure.doubts, lang)],
    [text.source, resource.source ?? text.noSource],
    [text.url, resource.url],
    [text.unlocated, resource.unlocated],
    [text.note, resource.note],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
}
