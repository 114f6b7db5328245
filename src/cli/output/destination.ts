import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { CliError } from '../error.ts';

export const FORMATS = ['table', 'csv', 'json', 'parquet', 'xlsx'] as const;

export interface OutputFlags {
  readonly format?: string;
  readonly out?: string;
  readonly raw?: boolean;
}

/** Where a result goes, and how: to standard output as text, or to a file. */
export type Destination = { /** CSV for programs. */ readonly raw: boolean } & (
  | { readonly format: 'table' | 'csv' | 'json'; readonly out: string | null }
  | { readonly format: 'parquet' | 'xlsx'; readonly out: string }
);

/** A format of one analysis's own, by its name. */
export interface OwnDestination {
  readonly own: string;
  readonly out: string | null;
}

/** What one analysis's own formats end with, by name. */
export type OwnFormats = Readonly<Record<string, { readonly extension: string }>>;

/** Flags of everything that prints a table, and of what has formats of its own. */
export function addOutputFlags(command: Command, own: OwnFormats = {}): Command {
  return command
    .addOption(
      new Option(
        '--format <name>',
        'Output format; by default that of the --out extension, else table',
      ).choices([...FORMATS, ...Object.keys(own)]),
    )
    .option('--out <file>', 'Write to this file instead of printing')
    .option('--raw', 'CSV for programs: do not escape texts that a spreadsheet takes for formulas');
}

/**
 * The destination that flags name, told before anything is asked: `--out cities.csv` is CSV without more words.
 * @throws CliError where a format needs a file and none is named, and for raw where it is no CSV
 */
export function destinationOf({ format, out, raw = false }: OutputFlags): Destination {
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  const chosen = FORMATS.find((name) => name === (format ?? ending)) ?? 'table';
  if (raw && chosen !== 'csv') throw new CliError('--raw is of CSV alone: add --format csv.', 2);
  if (chosen !== 'parquet' && chosen !== 'xlsx') return { format: chosen, out: out ?? null, raw };
  if (out === undefined) throw new CliError(`--format ${chosen} needs --out FILE.`, 2);
  return { format: chosen, out, raw };
}

/** The format of its own that flags name, or that the file ends with; null for those that every table has. */
export function ownDestination({ format, out }: OutputFlags, own: OwnFormats): OwnDestination | null {
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  const tabled = FORMATS.some((name) => name === ending);
  const chosen =
    format ?? (tabled ? undefined : Object.keys(own).find((name) => own[name].extension === ending));
  return chosen !== undefined && Object.hasOwn(own, chosen) ? { own: chosen, out: out ?? null } : null;
}
