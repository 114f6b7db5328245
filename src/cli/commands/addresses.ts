import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { counted } from '../../base/index.ts';
import { csvCell, decodeUtf8, parseCsv } from '../../places/index.ts';
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
  const required = [column, idColumn, countryColumn].filter((each) => each !== undefined);
  const shape = { required, optional: idColumn === undefined && column !== 'id' ? ['id'] : [], others: true };
  return parseCsv(decodeUtf8(bytes, name), shape, name).map(({ cells }, i) => ({
    id: cells[idColumn ?? 'id'] || String(i + 1),
    text: cells[column],
    country: countryColumn === undefined ? null : cells[countryColumn],
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
  out(format === 'csv' ? `${COLUMNS.join(',')}\n` : '[\n');
  let otherCountries = 0;
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const answers = lines.slice(from, from + AT_ONCE).map(({ id, text, country }) => {
      const isCode = country !== null && /^[A-Za-z]{2}$/u.test(country);
      if (country !== null && country !== '' && !isCode) otherCountries++;
      const reading = reader.read(text, { country: isCode ? country : null });
      return format === 'csv' ? csv(id, reading) : JSON.stringify({ id, ...reading });
    });
    const isLast = from + AT_ONCE >= lines.length;
    out(`${answers.join(format === 'csv' ? '\n' : ',\n')}${format === 'csv' || isLast ? '' : ','}\n`);
  }
  if (format === 'json') out(']\n');
  if (otherCountries > 0)
    terminal.err(
      `Ignored the country of ${counted(otherCountries, 'row')}: give ISO codes of two letters.\n`,
    );
}

function csv(id: string, { place, name, how, reason }: AddressReading): string {
  return [id, place, name, how, reason].map((cell) => csvCell(cell ?? '')).join(',');
}
