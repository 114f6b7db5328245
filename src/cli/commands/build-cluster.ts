import { type Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type ClusterOptions, LARGE_TABLES, type LargeTable } from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import { commaList } from '../flags.ts';
import type { Terminal } from '../terminal.ts';

/** What says where a cluster is, and what it hands over. */
export interface ClusterFlags {
  readonly works: readonly string[];
  readonly skipDamaged: boolean;
  readonly server?: string;
  readonly user?: string;
  readonly ca?: string;
  readonly catalog?: string;
  readonly schema?: string;
  readonly bring?: string[];
}

const OWN = ['server', 'user', 'ca', 'catalog', 'schema', 'bring'] as const;
/** The environment holds what proves who asks: what stands on a command line is seen by everybody on the machine. */
const PASSWORD = 'SYNOPOLIS_TRINO_PASSWORD';
const TOKEN = 'SYNOPOLIS_TRINO_TOKEN';

export function addClusterFlags(command: Command): Command {
  return command
    .option(
      '--server <url>',
      'with --engine trino: address of the cluster, such as https://trino.example.org',
    )
    .option('--user <name>', `who asks it; ${PASSWORD} or ${TOKEN} proves it (default: who runs this)`)
    .option('--ca <pem>', 'certificates that vouch for the cluster besides those that the system trusts')
    .option('--catalog <name>', 'its Hive catalog that the tables are kept in (default: hive)')
    .option('--schema <name>', 'schema of the observatory there (default: synopolis)')
    .addOption(
      new Option(
        '--bring <list>',
        `tables that come home besides those of places: ${LARGE_TABLES.join(', ')}`,
      ).argParser(commaList),
    );
}

/** @throws CliError where a flag is missing or wrong */
export function clusterOptions(
  { works, skipDamaged, server, user, ca, catalog = 'hive', schema = 'synopolis', bring = [] }: ClusterFlags,
  { env }: Terminal,
): Pick<ClusterOptions, 'works' | 'access' | 'bring'> {
  if (server === undefined) throw usage('--engine trino needs --server, the address of the cluster.');
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
  const [password, token] = [env[PASSWORD], env[TOKEN]];
  const access = {
    server,
    user: user ?? userInfo().username,
    catalog,
    schema,
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
    ...(ca === undefined ? {} : { ca: certificates(ca) }),
  };
  return { works: works[0], access, bring: known };
}

/** @throws CliError where a flag means a cluster, and there is none */
export function refuseClusterFlags(flags: ClusterFlags): void {
  const meant = OWN.find((flag) => flags[flag] !== undefined);
  if (meant !== undefined) throw usage(`--${meant} is for a build on a cluster: add --engine trino.`);
}

function certificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(
      `${file} cannot be read (${(error as Error).message}): give certificates as PEM with --ca.`,
    );
  }
}

function usage(text: string): CliError {
  return new CliError(text, 2);
}
