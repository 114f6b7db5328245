import { Command, Option } from 'commander';
import { pino } from 'pino';
import { type RealDemonstration, serve } from '../../http/index.ts';
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

/** `synopolis serve [DIR…]`: the web application and the API of one or more observatories, until stopped. */
export function serveCommand(terminal: Terminal): Command {
  const command = new Command('serve')
    .description('Start the web application and the HTTP API')
    .argument('[dir...]', 'Folders of observatories; the first is the default', [DEFAULT_FOLDER])
    .option('--port <n>', 'Port; 0 for any free port', wholeNumber, 4173)
    .option(
      '--host <address>',
      'Address to listen on; other than this machine needs SYNOPOLIS_TOKEN',
      '127.0.0.1',
    )
    .option('--verify', 'Verify the checksums of the observatory first', false)
    .addOption(
      new Option('--log <level>', 'Level of the JSON log on stderr')
        .choices(['silent', 'error', 'info'])
        .default('info'),
    );
  return addAccessFlags(command, {
    engine: 'Where tables that were not downloaded are queried: trino for the cluster',
    catalog: 'Catalog of these tables (default: that of the build)',
    schema: 'Schema of these tables (default: that of the build)',
  }).action(async (folders: string[], flags: Flags) => {
    const { port, host, log, engine, verify = false } = flags;
    if (port < 0 || port > PORTS) throw new CliError(`--port takes 0 to ${PORTS}, not ${port}.`, 2);
    if (engine === 'duckdb') refuseAccessFlags(flags);
    const cluster = engine === 'trino' ? onTrino(accessOf(flags, terminal)) : undefined;
    await serveUntilStopped({ folders, host, port, log, cluster, verify }, terminal);
  });
}

/** Serves folders, prints the address, and returns once stopped. */
export async function serveUntilStopped(
  {
    folders,
    host,
    port,
    log: level,
    cluster,
    verify = false,
    demonstration,
  }: ServeFlags & {
    readonly folders: readonly string[];
    readonly cluster?: RemoteAccess | undefined;
    readonly demonstration?: RealDemonstration | undefined;
  },
  terminal: Terminal,
): Promise<void> {
  const { SYNOPOLIS_TOKEN: token } = terminal.env;
  const served = await serve({
    folders,
    host,
    port,
    verify,
    token: token === undefined || token === '' ? null : token,
    ...(cluster === undefined ? {} : { cluster }),
    ...(demonstration === undefined ? {} : { demonstration }),
    log: pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: terminal.err }),
  });
  const ids = [...served.observatories];
  const named = ids.length === 1 ? ids[0][1] : ids.map(([id, folder]) => `${folder} (${id})`).join(', ');
  terminal.out(
    `${named} ${ids.length === 1 ? 'is' : 'are'} served: open ${served.address} in a browser.\nThe same over HTTP: ${served.address}/api/analyses\nCtrl-C stops it.\n`,
  );
  await new Promise<void>((stop) => {
    terminal.onInterrupt(stop);
  });
  await served.stop();
}
