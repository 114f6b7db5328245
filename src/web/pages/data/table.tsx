import type { ComponentChildren } from 'preact';

interface TableProps {
  /** What it holds, for whoever hears it. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A plain table that scrolls where it is wide. */
export function Table({ name, columns, rows }: TableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, number = false }, i) =>
              title === '' ? (
                <td key={i} />
              ) : (
                <th key={i} scope="col" class={number ? 'number' : undefined}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => (
                <td key={j} class={columns[j].number === true ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
