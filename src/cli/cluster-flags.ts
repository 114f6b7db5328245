import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import type { TrinoAccess } from '../trino/index.ts';
import { CliError } from './error.ts';
import type { Terminal } from './terminal.ts';

/** What says where a cluster is, and who asks. */
export interface AccessFlags {
  readonly engine: 'duckdb' | 'trino';
  readonly server?: string;
  readonly user?: string;
  readonly ca?: string;
  readonly catalog?: string;
  readonly schema?: string;
}

const FLAGS = ['server', 'user', 'ca', 'catalog', 'schema'] as const;
/** The environment holds what proves who asks: what stands on a command line is seen by everybody on the machine. */
const PASSWORD = 'SYNOPOLIS_TRINO_PASSWORD';
const TOKEN = 'SYNOPOLIS_TRINO_TOKEN';

/** What a command says of an engine, a catalog and a schema; the rest is the same everywhere. */
export interface AccessTexts {
  readonly engine: string;
  readonly catalog: string;
  readonly schema: string;
}

export function addAccessFlags(command: Command, texts: AccessTexts): Command {
  return command
    .addOption(new Option('--engine <name>', texts.engine).choices(['duckdb', 'trino']).default('duckdb'))
    .option('--server <url>', 'Address of the Trino cluster, such as https://trino.example.org')
    .option(
      '--user <name>',
      `User name on the cluster; set ${PASSWORD} or ${TOKEN} to authenticate (default: your user name)`,
    )
    .option('--ca <pem>', 'Additional CA certificates (PEM) to trust for the cluster')
    .option('--catalog <name>', texts.catalog)
    .option('--schema <name>', texts.schema);
}

/** @throws CliError where a flag is missing or wrong */
export function accessOf(
  { server, user, ca, catalog, schema }: AccessFlags,
  { env }: Pick<Terminal, 'env'>,
): TrinoAccess {
  if (server === undefined)
    throw new CliError('--engine trino needs --server, the address of the cluster.', 2);
  const [password, token] = [env[PASSWORD], env[TOKEN]];
  return {
    server,
    user: user ?? userInfo().username,
    ...(catalog === undefined ? {} : { catalog }),
    ...(schema === undefined ? {} : { schema }),
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
    ...(ca === undefined ? {} : { ca: certificates(ca) }),
  };
}

/** @throws CliError where a flag means a cluster, and there is none */
export function refuseAccessFlags<F extends AccessFlags>(
  flags: F,
  besides: readonly (keyof F & string)[] = [],
): void {
  const meant = [...FLAGS, ...besides].find((flag) => flags[flag] !== undefined);
  if (meant !== undefined) throw new CliError(`--${meant} is of a cluster: add --engine trino.`, 2);
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
