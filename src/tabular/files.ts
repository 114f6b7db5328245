import { writeTable } from '../observatory/index.ts';
import type { Cell, Printable } from './printable.ts';

/** A sheet of rows, and one of what they mean. */
export async function writeSpreadsheet(
  { title, columns, cells, findings, about }: Printable,
  out: string,
): Promise<void> {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const cell = (value: Cell): object | null => {
    if (value === null) return null;
    if (typeof value === 'number') return { value, type: Number };
    return typeof value === 'boolean' ? { value, type: Boolean } : text(value);
  };
  const data = [
    columns.map((column) => ({ ...text(column.title), fontWeight: 'bold' })),
    ...Array.from(cells, (row) => row.map(cell)),
  ];
  const notes = [...findings, ...about].map((line) => [text(line)]);
  // Imported here, as no other format needs it and every command would wait for it.
  const { default: writeXlsx } = await import('write-excel-file/node');
  await writeXlsx([
    { data: data, sheet: title.slice(0, 31) },
    { data: notes, sheet: 'about', columns: [{ width: 140 }] },
  ]).toFile(out);
}

/** Findings and what the numbers mean stand in the file's metadata. */
export async function writeParquet(
  { columns, cells, json, findings, about }: Printable,
  out: string,
): Promise<void> {
  const told = (json as { about?: unknown }).about ?? about;
  await writeTable(
    out,
    columns.map(({ id, digits }) => ({ id, numeric: digits !== undefined })),
    cells,
    { about: JSON.stringify(told), findings: JSON.stringify(findings) },
  );
}
