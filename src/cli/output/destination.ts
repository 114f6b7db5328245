import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { CliError } from '../error.ts';

export const FORMATS = ['table', 'csv', 'json', 'parquet', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputFlags {
  readonly format?: Format;
  readonly out?: string;
}

/** Where a result goes, and how: to standard output as text, or to a file. */
export type Destination =
  | { readonly format: 'table' | 'csv' | 'json'; readonly out: string | null }
  | { readonly format: 'parquet' | 'xlsx'; readonly out: string };

/** Flags of everything that prints a table. */
export function addOutputFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--format <name>',
        'how to print it; what --out ends with where left out, else a table',
      ).choices(FORMATS),
    )
    .option('--out <file>', 'write to this file instead of printing');
}

/**
 * The destination that flags name, told before anything is asked: `--out cities.csv` is CSV without more words.
 * @throws CliError where a format needs a file and none is named
 */
export function destinationOf({ format, out }: OutputFlags): Destination {
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  const chosen = format ?? FORMATS.find((name) => name === ending) ?? 'table';
  if (chosen !== 'parquet' && chosen !== 'xlsx') return { format: chosen, out: out ?? null };
  if (out === undefined) throw new CliError(`--format ${chosen} needs --out FILE.`, 2);
  return { format: chosen, out };
}
