/** A cell as CSV: in quotes where it holds a comma, quote or line end, or where a reader would take it for something else. */
export function csvCell(text: string): string {
  return /[",\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
