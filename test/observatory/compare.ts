import { expect } from 'vitest';
import {
  type Definition,
  Gazetteer,
  prepareInstitutions,
  readDefinitions,
  shippedDefinitions,
} from '../../src/places/index.ts';
import { knownFrom } from './known.ts';
import { rowsOf } from './observatories.ts';
import { expectedTables } from './oracle-tables.ts';
import { type Choice, dropped, newest, type RawWork, splitWork } from './oracle-works.ts';

let gazetteer: Promise<Gazetteer> | null = null;

export interface Given {
  readonly files: readonly (readonly RawWork[])[];
  readonly institutions: readonly string[];
  readonly regions?: readonly string[];
  readonly corrections?: string;
  readonly choice: Choice;
  readonly cap: number;
}

/** Holds every table of an observatory against what the oracle makes of the same records. */
export async function expectAsDefined(folder: string, given: Given): Promise<void> {
  const expected = await oracle(given);
  for (const [table, lines] of Object.entries(expected)) {
    const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
    const rows = lines.length === 0 ? await rowsOf(folder, table) : await rowsOf(folder, table, columns);
    expect(sorted(rows), table).toEqual(sorted(lines.map((line) => whole(line, columns))));
  }
}

async function oracle({
  files,
  institutions,
  regions,
  corrections,
  choice,
  cap,
}: Given): Promise<ReturnType<typeof expectedTables>> {
  const opened = await (gazetteer ??= Gazetteer.open());
  const prepared = await prepareInstitutions({ paths: institutions, corrections }, opened);
  const definitions: Definition[] =
    regions === undefined ? await shippedDefinitions(opened) : await readDefinitions(regions, opened);
  const known = knownFrom(prepared, definitions);
  const works = newest(files).filter((work) => dropped(work, choice) === null);
  return expectedTables(
    works.map((work) => splitWork(work, known)),
    known,
    cap,
  );
}

/** A column that a line does not have is null: of overlapping definitions no link is told. */
function whole(line: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, line[column] ?? null]));
}

function sorted(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))),
    )
    .sort();
}
