import { closeSync, openSync, writeFileSync } from 'node:fs';
import { writeParquet, writeSpreadsheet } from '../../tabular/files.ts';
import type { Printable } from '../../tabular/printable.ts';
import { TEXTS } from '../../tabular/texts.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import type { Destination } from './destination.ts';

/** Prints to standard output, or to a file; every format carries what its numbers mean. */
export async function print(
  what: Printable,
  { format, out, raw }: Destination,
  terminal: Pick<Terminal, 'out' | 'data'>,
): Promise<void> {
  if (format === 'xlsx') return saving(out, () => writeSpreadsheet(what, out));
  if (format === 'parquet') return saving(out, () => writeParquet(what, out));
  const text = TEXTS[format](what, { raw });
  if (out === null) printText(text, format, terminal);
  else await writeText(text, out);
}

/** A table is for people; every other form is for programs, and goes to them as it is. */
export function printText(
  text: string,
  format: string,
  { out, data = out }: Pick<Terminal, 'out' | 'data'>,
): void {
  (format === 'table' ? out : data)(text);
}

export async function writeText(text: string, out: string): Promise<void> {
  await saving(out, () => writeFileSync(out, text));
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space is left',
};

/** The file is opened first, so that every format fails alike and before it is half written. */
async function saving(out: string, work: () => unknown): Promise<void> {
  try {
    closeSync(openSync(out, 'a'));
    await work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new CliError(`${out} cannot be written: ${WHY[code] ?? message}. Name another file with --out.`);
  }
}
