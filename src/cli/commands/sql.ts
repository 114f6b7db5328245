import { existsSync } from 'node:fs';
import { Command } from 'commander';
import {
  askObservatory,
  type LocationRule,
  type Manifest,
  type Observatory,
} from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import { locatedByOption } from '../located-by.ts';
import { syntheticLine } from '../../analyses/about/synthetic.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import type { Cell } from '../../tabular/printable.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';
import { DEFAULT_FOLDER } from './analysis.ts';

interface Asked {
  readonly answer: Awaited<ReturnType<Observatory['queryReadOnly']>>;
  readonly manifest: Manifest;
  readonly locatedBy: LocationRule;
}

/** `synopolis sql`: one read-only SELECT on the tables of an observatory. */
export function sqlCommand(terminal: Terminal): Command {
  const command = new Command('sql')
    .description('Run a read-only SELECT ("SHOW TABLES" lists the tables)')
    .argument('[dir]', 'Folder of the observatory')
    .argument('[statement]', 'The SELECT statement')
    .addOption(locatedByOption());
  return addOutputFlags(command).action(
    async (
      first: string | undefined,
      second: string | undefined,
      flags: OutputFlags & { locatedBy?: LocationRule },
    ) => {
      const [folder, statement] =
        second === undefined ? [DEFAULT_FOLDER, first] : [first ?? DEFAULT_FOLDER, second];
      const destination = destinationOf(flags);
      if (statement === undefined || (second === undefined && existsSync(statement)))
        throw new CliError('give a statement, such as "SELECT * FROM works LIMIT 5".', 2);
      const ask = async (observatory: Observatory): Promise<Asked> => ({
        answer: await observatory.queryReadOnly(statement),
        manifest: observatory.manifest,
        locatedBy: observatory.locatedBy,
      });
      const { answer, manifest, locatedBy } = await askObservatory(folder, ask, {
        locatedBy: flags.locatedBy,
      });
      const { columns, rows } = answer;
      const { synthetic, title, synopolis, built } = manifest;
      const about = [
        ...syntheticLine(synthetic),
        `Share and weights are in units of 2^-30 of a work; datapackage.json says what every column is.`,
        ...(manifest.addresses === undefined ? [] : [`Authorships count by ${locatedBy}.`]),
        `Observatory${title === null ? '' : ` “${title}”`} built ${built.slice(0, 10)} by Synopolis ${synopolis.version}.`,
      ];
      const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
      const what = {
        title: 'SQL',
        synthetic,
        columns: columns.map((id) => ({ id, title: id })),
        cells,
        json: { about, rows },
        findings: [],
        about,
      };
      await print(what, destination, terminal);
    },
  );
}

/** A value as a cell: lists and structs are JSON. */
function cellOf(value: unknown): Cell {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as Cell)
    : JSON.stringify(value);
}
