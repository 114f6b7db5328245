import { type Command, Option } from 'commander';
import { type ClusterOptions, LARGE_TABLES, type LargeTable } from '../../trino/index.ts';
import { type AccessFlags, accessOf, addAccessFlags, refuseAccessFlags } from '../cluster-flags.ts';
import { CliError } from '../error.ts';
import { commaList } from '../flags.ts';
import type { Terminal } from '../terminal.ts';

/** What says where a cluster is, and what it hands over. */
export interface ClusterFlags extends AccessFlags {
  readonly works: readonly string[];
  readonly skipDamaged: boolean;
  readonly bring?: string[];
}

export function addClusterFlags(command: Command): Command {
  return addAccessFlags(command, {
    engine: 'Where works are read and tables made: this machine (duckdb) or a Trino cluster',
    catalog: 'Hive catalog of the cluster for the tables (default: hive)',
    schema: 'Schema of the cluster for the tables (default: synopolis)',
  }).addOption(
    new Option(
      '--bring <list>',
      `Large tables to download in addition to those of places: ${LARGE_TABLES.join(', ')}`,
    ).argParser(commaList),
  );
}

/** @throws CliError where a flag is missing or wrong */
export function clusterOptions(
  flags: ClusterFlags,
  terminal: Terminal,
): Pick<ClusterOptions, 'works' | 'access' | 'bring'> {
  const { works, skipDamaged, catalog = 'hive', schema = 'synopolis', bring = [] } = flags;
  const access = accessOf(flags, terminal);
  if (works.length !== 1)
    throw usage(
      '--engine trino reads one --works: a table of the cluster, or a location such as s3://bucket/works.',
    );
  if (skipDamaged)
    throw usage(
      '--engine trino cannot leave damaged files out (--skip-damaged): take them out of the table.',
    );
  const known = bring.filter((table): table is LargeTable =>
    (LARGE_TABLES as readonly string[]).includes(table),
  );
  if (known.length < bring.length) throw usage(`--bring takes ${LARGE_TABLES.join(', ')}.`);
  return { works: works[0], access: { ...access, catalog, schema }, bring: known };
}

/** @throws CliError where a flag means a cluster, and there is none */
export function refuseClusterFlags(flags: ClusterFlags): void {
  refuseAccessFlags(flags, ['bring']);
}

function usage(text: string): CliError {
  return new CliError(text, 2);
}
