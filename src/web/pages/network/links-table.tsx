import type { Network } from '../../../analyses/network/question.ts';
import type { Shown } from '../../../figures/network/link-filter.ts';
import { decimals, nameIn } from '../../../base/index.ts';
import { Table } from '../../parts/table.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { linkKey } from './link-key.ts';
import { RatioNote, useRatioColumns } from './ratio-columns.tsx';
import { words } from './words.ts';

const ROWS = 25;

interface LinksTableProps {
  readonly network: Network;
  readonly shown: Shown;
  readonly pinned: string | null;
  readonly open: string | null;
  readonly onPin: (id: string | null) => void;
}

/** The heaviest links that are drawn, of all cities or of one; a click shows a link's numbers and fields. */
export function LinksTable({ network, shown, pinned, open, onPin }: LinksTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const names = new Map(network.rows.map(({ place }) => [place.id, nameIn(place, lang)]));
  const rows = shown.links
    .filter(({ a, b }) => pinned === null || a === pinned || b === pinned)
    .map((link) => ({
      ...link,
      key: linkKey(link.a, link.b),
      name: `${names.get(link.a) ?? link.a} – ${names.get(link.b) ?? link.b}`,
    }));
  const shownRows = rows.slice(0, ROWS);
  const ratio = useRatioColumns<(typeof rows)[number]>(shownRows);
  const heading = pinned === null ? text.links : text.linksOf(names.get(pinned) ?? pinned);
  return (
    <section>
      <h3>
        {heading}{' '}
        {pinned === null ? null : (
          <button type="button" class="quiet" onClick={() => onPin(null)}>
            {text.everyLink}
          </button>
        )}
      </h3>
      <Table
        name={heading}
        class="ranks"
        columns={[
          {
            title: text.link,
            cell: ({ key, name }) => (
              <button
                type="button"
                class="row-name"
                aria-pressed={open === key}
                onClick={() => select({ link: open === key ? null : key })}
              >
                {name}
              </button>
            ),
          },
          {
            title: text.weight,
            number: true,
            largestFirst: true,
            order: (a, b) => a.weight - b.weight,
            cell: ({ weight }) => decimals(weight, 1, lang),
          },
          ...ratio,
        ]}
        rows={shownRows}
        idOf={({ key }) => key}
        chosen={({ key }) => key === open}
      />
      <RatioNote rows={shownRows} />
    </section>
  );
}
