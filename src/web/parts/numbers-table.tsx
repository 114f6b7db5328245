import type { Cell, Figure } from '../../figures/figure.ts';
import { decimals } from '../../base/index.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { LazyDetails } from './lazy-details.tsx';
import { type Column, Table } from './table.tsx';

interface Numbered {
  readonly id: string;
  readonly cells: readonly Cell[];
}

/** The numbers of a figure as a table: for screen readers, and for whoever wants to read them. */
export function NumbersTable({ figure: { title, numbers } }: { readonly figure: Figure }) {
  const words = useWords();
  const { lang } = useSelection();
  const text = (cell: Cell, digits: number | undefined): string => {
    if (cell === null) return '–';
    if (typeof cell === 'number') return digits === undefined ? String(cell) : decimals(cell, digits, lang);
    return String(cell);
  };
  return (
    <LazyDetails class="numbers" summary={words.numbers}>
      {() => (
        <Table
          name={title}
          columns={numbers.columns.map(({ title: head, digits }, i): Column<Numbered> => ({
            id: String(i),
            title: head,
            number: digits !== undefined,
            cell: ({ cells }) => text(cells[i], digits),
          }))}
          rows={numbers.rows.map((cells, i): Numbered => ({ id: String(i), cells }))}
          idOf={({ id }) => id}
        />
      )}
    </LazyDetails>
  );
}
