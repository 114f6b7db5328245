import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type Sorted, SortHead } from './sort-head.tsx';

export interface Column<Row> {
  /** What it holds, with its unit: the same for a column of any table. */
  readonly title: string;
  /** Tells columns of one title apart; the title when left out. */
  readonly id?: string;
  /** Whether the title is visually hidden: for screen readers only. */
  readonly hiddenTitle?: boolean;
  /** Numbers stand at the right, on one line. */
  readonly number?: boolean;
  /** Whether it names the row. */
  readonly names?: boolean;
  readonly class?: string;
  /** How rows stand by it, the smallest first; a column without one does not sort. */
  readonly order?: (a: Row, b: Row) => number;
  /** Whether the first press puts the largest first, as one wants values. */
  readonly largestFirst?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

interface TableProps<Row> {
  /** What it holds: its caption, for screen readers. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly class?: string;
  /** Id of the column that the rows come sorted by, the smallest first. */
  readonly sortedBy?: string;
  readonly chosen?: (row: Row) => boolean;
  /** What a row does, such as under the pointer. */
  readonly acts?: (row: Row) => HTMLAttributes<HTMLTableRowElement>;
  /** What is unfolded under a row; null for nothing. */
  readonly unfolded?: (row: Row) => ComponentChildren;
  /** A line over a row with which another part of the table begins; null for none. */
  readonly over?: (row: Row) => string | null;
}

/** Rows and columns: every table of the page. It scrolls where it is wide, and sorts by the columns that have an order. */
export function Table<Row>(props: TableProps<Row>) {
  const { name, columns, rows, idOf, sortedBy } = props;
  const id = useId();
  const [sorted, setSorted] = useState<Sorted | null>(
    sortedBy === undefined ? null : { by: sortedBy, down: false },
  );
  const order = columns.find((column) => sorted !== null && columnId(column) === sorted.by)?.order;
  const up = order === undefined ? rows : rows.toSorted(order);
  const shown = sorted?.down === true ? up.toReversed() : up;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-labelledby={id}>
      <table class={props.class}>
        <caption id={id} class="visually-hidden">
          {name}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={columnId(column)} column={column} sorted={sorted} onSort={setSorted} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TableRow key={idOf(row)} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columnId = <Row,>({ id, title }: Column<Row>): string => id ?? title;

const classOf = <Row,>({ number = false, class: own }: Column<Row>): string | undefined =>
  [number ? 'number' : '', own ?? ''].filter(Boolean).join(' ') || undefined;

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorted: Sorted | null;
  readonly onSort: (sorted: Sorted) => void;
}

function Head<Row>({ column, sorted, onSort }: HeadProps<Row>) {
  const { title, hiddenTitle = false, order, largestFirst } = column;
  const name = classOf(column);
  if (title === '') return <td class={name} />;
  if (order !== undefined)
    return (
      <SortHead of={columnId(column)} class={name} down={largestFirst} sorted={sorted} onSort={onSort}>
        {title}
      </SortHead>
    );
  return (
    <th scope="col" class={name}>
      {hiddenTitle ? <span class="visually-hidden">{title}</span> : title}
    </th>
  );
}

function TableRow<Row>({
  row,
  columns,
  chosen,
  acts,
  unfolded,
  over,
}: TableProps<Row> & { readonly row: Row }) {
  const part = over?.(row) ?? null;
  const open = unfolded?.(row) ?? null;
  return (
    <>
      {part === null ? null : (
        <tr>
          <th scope="rowgroup" colSpan={columns.length}>
            {part}
          </th>
        </tr>
      )}
      <tr class={chosen?.(row) === true ? 'chosen' : undefined} {...acts?.(row)}>
        {columns.map((column) => {
          const [id, name, cell] = [columnId(column), classOf(column), column.cell(row)];
          return column.names === true ? (
            <th key={id} scope="row" class={name}>
              {cell}
            </th>
          ) : (
            <td key={id} class={name}>
              {cell}
            </td>
          );
        })}
      </tr>
      {open === null ? null : (
        <tr class="unfolded">
          <td colSpan={columns.length}>{open}</td>
        </tr>
      )}
    </>
  );
}
