import { type Html, html } from './html.ts';

export interface TableColumn {
  readonly title: string;
  /** Whether its cells are numbers, which line up at the right. */
  readonly number?: boolean;
  /** Whether its cells are never broken into lines: dates. */
  readonly whole?: boolean;
}

/** A table that prints: the first cell of a row names it. */
export function tableHtml(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | Html)[])[],
  marked: readonly number[] = [],
): Html {
  const kind = (i: number): string =>
    columns[i].number === true ? 'number' : columns[i].whole === true ? 'whole' : 'words';
  return html`<table>
    <thead>
      <tr>
        ${columns.map(({ title }, i) => html`<th scope="col" class="${kind(i)}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, r) =>
          html`<tr class="${marked.includes(r) ? 'marked' : 'row'}">
            ${row.map((cell, i) =>
              i === 0
                ? html`<th scope="row" class="${kind(i)}">${cell}</th>`
                : html`<td class="${kind(i)}">${cell}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
