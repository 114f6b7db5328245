import type { ComponentChildren } from 'preact';

export interface Sorted {
  /** Id of a column. */
  readonly by: string;
  /** The largest first. */
  readonly down: boolean;
}

interface SortHeadProps {
  readonly of: string;
  readonly sorted: Sorted | null;
  readonly class?: string | undefined;
  /** Whether the first press puts the largest first. */
  readonly down?: boolean | undefined;
  readonly children: ComponentChildren;
  readonly onSort: (sorted: Sorted) => void;
}

/** The head of a column that a table can be sorted by. */
export function SortHead({ of, sorted, class: name, down = false, children, onSort }: SortHeadProps) {
  const here = sorted?.by === of ? sorted : null;
  return (
    <th scope="col" class={name} aria-sort={here === null ? 'none' : here.down ? 'descending' : 'ascending'}>
      <button
        type="button"
        class="sort"
        onClick={() => onSort({ by: of, down: here === null ? down : !here.down })}
      >
        {children}
        <span aria-hidden="true">{here === null ? '' : here.down ? '\u00a0▾' : '\u00a0▴'}</span>
      </button>
    </th>
  );
}
