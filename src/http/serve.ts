import { InputError, type Message } from '../base/index.ts';
import { messages } from './answers/messages.ts';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { Observatory, type RemoteAccess } from '../observatory/index.ts';
import { ROOT } from '../places/index.ts';
import { makeApp } from './app.ts';
import { logFailed } from './guards/log.ts';
import { type Limits, LIMITS } from './limits.ts';
import { DemonstrationJob, type RealDemonstration } from './real-demonstration/job.ts';
import { readWebFiles } from './web/files.ts';
import { Observatories } from './work/observatories.ts';

export interface ServeOptions {
  /** Folders of observatories; the first is meant where a request names none. */
  readonly folders: readonly string[];
  readonly host: string;
  /** 0 chooses a free port. */
  readonly port: number;
  readonly token: string | null;
  /** Holds every byte of the observatory to its hashes before it is served. */
  readonly verify?: boolean;
  /** How to ask the cluster that tables of the observatory stayed on, where one made it. */
  readonly cluster?: RemoteAccess;
  /** Folder of the page's files; where left out, the one that the package has, if it was built. */
  readonly web?: string;
  readonly log?: Logger;
  /** Real records that the page may have fetched; left out beyond this machine. */
  readonly demonstration?: RealDemonstration;
  readonly limits?: Partial<Limits>;
}

export interface Served {
  readonly address: string;
  /** Folder of each observatory by its id. */
  readonly observatories: ReadonlyMap<string, string>;
  /** Takes no more requests, lets those under way finish for a while, then ends what still runs. */
  stop(): Promise<void>;
}

/** Requests a minute from one address where the server is bound beyond this machine, and how long a token is. */
const RATE = 600;
const TOKEN = 16;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const WEB = join(ROOT, 'dist', 'web');
/** A slow caller is let go; milliseconds. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 30_000;

/**
 * Serves observatories over HTTP, for this machine alone unless a host beyond it is named.
 * @throws InputError where a folder holds no observatory or is given twice, where its cluster cannot be asked or holds another build, where a host beyond this machine comes without a token, and
 * where the port cannot be had
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { folders, host, port, token } = options;
  const local = LOOPBACK.has(host);
  if (token !== null && token.length < TOKEN)
    throw new InputError(messages.shortToken({ length: token.length, least: TOKEN }));
  if (!local && token === null) throw new InputError(messages.hostWithoutToken({ host, least: TOKEN }));
  const limits: Limits = { ...LIMITS, rate: local ? null : RATE, ...options.limits };
  const log = options.log ?? pino();
  if (options.verify === true)
    for (const folder of folders) (await Observatory.open(folder, { verify: true })).close();
  const offered = local && token === null ? options.demonstration : undefined;
  const observatories = await Observatories.open(folders, limits, {
    failed: logFailed(log),
    cluster: options.cluster,
    expected: offered === undefined ? [] : [offered.folder],
  });
  const demonstration = offered === undefined ? undefined : jobOf(offered, observatories, log);
  const app = makeApp({
    observatories,
    limits,
    log,
    token,
    // Another site could have its own name lead here, and read answers as if they were its own.
    hosts: local ? new Set(['127.0.0.1', '[::1]', 'localhost']) : null,
    web: readWebFiles(options.web ?? WEB),
    now: Date.now,
    demonstration,
  });
  const listener = getRequestListener(app.fetch.bind(app));
  const server = createServer((request, response) => void listener(request, response));
  server.headersTimeout = HEADERS_WITHIN;
  server.requestTimeout = REQUEST_WITHIN;
  try {
    await listening(server, host, port);
  } catch (error) {
    await observatories.close();
    throw error;
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    stop: async () => {
      await demonstration?.stop();
      await stop(server, observatories, limits.grace);
    },
    observatories: new Map([...observatories.folders].filter(([id]) => !observatories.isExpected(id))),
  };
}

function jobOf(demonstration: RealDemonstration, { folders }: Observatories, log: Logger): DemonstrationJob {
  const id = [...folders].find(([, folder]) => folder === demonstration.folder)![0];
  return new DemonstrationJob(demonstration, id, (error) =>
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'demonstration'),
  );
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new InputError(portProblem(host, port, code, message))),
    );
    server.listen(port, host, resolve);
  });
}

function portProblem(host: string, port: number, code: string | undefined, fault: string): Message {
  switch (code) {
    case 'EADDRINUSE':
      return messages.portInUse({ host, port });
    case 'EACCES':
      return messages.portForbidden({ host, port });
    case 'EADDRNOTAVAIL':
      return messages.unknownAddress({ host });
    default:
      return messages.portFailed({ host, port, fault });
  }
}

async function stop(server: Server, observatories: Observatories, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(late);
  await observatories.close();
}
