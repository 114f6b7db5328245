import type { ComponentChildren } from 'preact';

export interface Sorted<K extends string> {
  readonly by: K;
  /** The largest first. */
  readonly down: boolean;
}

interface SortHeadProps<K extends string> {
  readonly of: K;
  readonly sorted: Sorted<K>;
  readonly number?: boolean;
  readonly children: ComponentChildren;
  readonly onSort: (sorted: Sorted<K>) => void;
}

/** The head of a column that a table can be sorted by. */
export function SortHead<K extends string>({
  of,
  sorted,
  number = false,
  children,
  onSort,
}: SortHeadProps<K>) {
  const here = sorted.by === of;
  return (
    <th
      scope="col"
      class={number ? 'number' : undefined}
      aria-sort={here ? (sorted.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort"
        onClick={() => onSort({ by: of, down: here ? !sorted.down : false })}
      >
        {children}
        <span aria-hidden="true">{here ? (sorted.down ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
}
