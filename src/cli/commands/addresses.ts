import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { csvCell, csvRecords, decodeUtf8 } from '../../places/index.ts';
import type { AddressReader, AddressReading } from '../../places/addresses/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

interface Flags {
  readonly column?: string;
  readonly idColumn?: string;
  readonly countryColumn?: string;
  readonly format: 'csv' | 'json';
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly country: string | null;
}

const COLUMNS = ['id', 'place', 'name', 'how', 'reason'] as const;
/** Answers go out in pieces of so many lines. */
const AT_ONCE = 5000;

/** `synopolis addresses`: which city each address of a list names. */
export function addressesCommand(terminal: Terminal): Command {
  return new Command('addresses')
    .description('Read the city that each address of a list names')
    .argument('<file>', 'One address a line, or a CSV with --column; - reads standard input')
    .option('--column <name>', 'Column of a CSV that holds the addresses')
    .option('--id-column <name>', 'Column with ids (default: id, else the row number)')
    .option('--country-column <name>', 'Column with ISO country codes, for addresses without one')
    .addOption(
      new Option('--format <format>', 'Format of the output').choices(['csv', 'json']).default('csv'),
    )
    .action(async (file: string, flags: Flags) => {
      const [{ openAddressReader }, lines] = await Promise.all([
        import('../../places/addresses/index.ts'),
        linesOf(file, flags),
      ]);
      print(terminal, openAddressReader(), lines, flags.format);
    });
}

async function linesOf(file: string, { column, idColumn, countryColumn }: Flags): Promise<Line[]> {
  if (column === undefined && (idColumn !== undefined || countryColumn !== undefined))
    throw new CliError('--id-column and --country-column need --column.', 2);
  const bytes = file === '-' ? await standardInput() : await readFile(file).catch(cannotRead(file));
  const name = file === '-' ? 'standard input' : file;
  if (column === undefined) {
    const text = decodeUtf8(bytes, name).replace(/\r?\n$/u, '');
    return text.split(/\r?\n/u).map((line, i) => ({ id: String(i + 1), text: line, country: null }));
  }
  const [header = [], ...rows] = csvRecords(decodeUtf8(bytes, name), name).map(({ cells }) => cells);
  const place = (wanted: string): number => {
    const at = header.indexOf(wanted);
    if (at < 0)
      throw new CliError(`${name} has no column "${wanted}". Its columns are: ${header.join(', ')}.`, 2);
    return at;
  };
  const text = place(column);
  const id = idColumn === undefined ? header.indexOf('id') : place(idColumn);
  const country = countryColumn === undefined ? -1 : place(countryColumn);
  return rows.map((cells, i) => ({
    id: id < 0 ? String(i + 1) : cells[id],
    text: cells[text],
    country: country < 0 || !/^[A-Za-z]{2}$/u.test(cells[country]) ? null : cells[country].toUpperCase(),
  }));
}

function cannotRead(file: string): (cause: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new CliError(`${file} cannot be read (${code ?? 'error'}). Check the path.`);
  };
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function print(
  terminal: Terminal,
  reader: AddressReader,
  lines: readonly Line[],
  format: 'csv' | 'json',
): void {
  const out = terminal.data ?? terminal.out;
  if (format === 'csv') out(`${COLUMNS.join(',')}\n`);
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const answers = lines.slice(from, from + AT_ONCE).map(({ id, text, country }) => {
      const reading = reader.read(text, { country });
      return format === 'csv' ? csv(id, reading) : JSON.stringify({ id, ...reading });
    });
    if (format === 'csv') out(`${answers.join('\n')}\n`);
    else
      out(
        `${from === 0 ? '[\n' : ',\n'}${answers.join(',\n')}${from + AT_ONCE >= lines.length ? '\n]\n' : ''}`,
      );
  }
}

function csv(id: string, { place, name, how, reason }: AddressReading): string {
  return [id, place, name, how, reason].map((cell) => csvCell(cell ?? '')).join(',');
}
