import type { Cell, Figure } from '../../figures/figure.ts';
import { decimals } from '../../figures/numbers.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';

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
    <details class="numbers">
      <summary>{words.numbers}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.numbers}>
        <table>
          <caption class="only-heard">{title}</caption>
          <thead>
            <tr>
              {numbers.columns.map((column) => (
                <th key={column.title} scope="col" class={column.digits === undefined ? undefined : 'number'}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j} class={numbers.columns[j].digits === undefined ? undefined : 'number'}>
                    {text(cell, numbers.columns[j].digits)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
