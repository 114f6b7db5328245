import { Command, Option } from 'commander';
import { pino } from 'pino';
import { serve } from '../../http/index.ts';
import type { RemoteAccess } from '../../observatory/index.ts';
import { onTrino } from '../../trino/index.ts';
import { type AccessFlags, accessOf, addAccessFlags, refuseAccessFlags } from '../cluster-flags.ts';
import { CliError } from '../error.ts';
import { wholeNumber } from '../flags.ts';
import type { Terminal } from '../terminal.ts';
import { DEFAULT_FOLDER } from './analysis.ts';

const PORTS = 65_535;

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly log: string;
  readonly verify?: boolean;
}
type Flags = ServeFlags & AccessFlags;

/** `synopolis serve [DIR]`: the questions over HTTP, until it is told to stop. */
export function serveCommand(terminal: Terminal): Command {
  const command = new Command('serve')
    .description(
      'answer every question over HTTP (docs/api.md), and people with a page; for this machine alone unless --host says else',
    )
    .argument('[dir]', 'folder of the observatory', DEFAULT_FOLDER)
    .option('--port <n>', 'port; 0 for any that is free', wholeNumber, 4173)
    .option(
      '--host <address>',
      'address to listen at; beyond this machine a token is needed, in SYNOPOLIS_TOKEN',
      '127.0.0.1',
    )
    .option('--verify', 'first hold every byte of the observatory to its hashes', false)
    .addOption(
      new Option('--log <level>', 'what is logged to stderr, a line of JSON each')
        .choices(['silent', 'error', 'info'])
        .default('info'),
    );
  return addAccessFlags(command, {
    engine: 'trino: tables that stayed on the cluster that made them are asked there',
    catalog: 'catalog that they are in (default: the one that they were built in)',
    schema: 'schema of the observatory there (default: the one that it was built in)',
  }).action(async (folder: string, flags: Flags) => {
    const { port, host, log, engine, verify = false } = flags;
    if (port < 0 || port > PORTS) throw new CliError(`--port takes 0 to ${PORTS}, not ${port}.`, 2);
    if (engine === 'duckdb') refuseAccessFlags(flags);
    const cluster = engine === 'trino' ? onTrino(accessOf(flags, terminal)) : undefined;
    await serveUntilStopped({ folder, host, port, log, cluster, verify }, terminal);
  });
}

/** Serves a folder, says where, and returns once it was told to stop and has. */
export async function serveUntilStopped(
  {
    folder,
    host,
    port,
    log: level,
    cluster,
    verify = false,
  }: ServeFlags & { readonly folder: string; readonly cluster?: RemoteAccess | undefined },
  terminal: Terminal,
): Promise<void> {
  const { SYNOPOLIS_TOKEN: token } = terminal.env;
  const served = await serve({
    folder,
    host,
    port,
    verify,
    token: token === undefined || token === '' ? null : token,
    ...(cluster === undefined ? {} : { cluster }),
    log: pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: terminal.err }),
  });
  terminal.out(
    `${folder} is served: open ${served.address} in a browser.\nThe same over HTTP: ${served.address}/api/analyses\nCtrl-C stops it.\n`,
  );
  await new Promise<void>((stop) => {
    terminal.onInterrupt(stop);
  });
  await served.stop();
}
