import { pino } from 'pino';
import type { Hono } from 'hono';
import { type Limits, LIMITS, makeApp } from '../src/http/index.ts';
import { logFailed } from '../src/http/guards/log.ts';
import { Observatories } from '../src/http/work/observatories.ts';
import type { Env, World } from '../src/http/world.ts';
import { type AnalysedWorld, analysedWorld } from './analysed-world.ts';

export interface ServedWorld {
  readonly world: AnalysedWorld;
  readonly app: Hono<Env>;
  /** The lines of the log so far. */
  readonly lines: Record<string, unknown>[];
  /** An application of other limits or guards over the same observatory. */
  with(changed: Partial<World>): Hono<Env>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json(path: string): Promise<{ status: number; body: never }>;
  close(): Promise<void>;
}

let shared: Promise<ServedWorld> | undefined;

/**
 * A small synthetic world, served without a socket. Processes from source are slow to start: jobs come late, and what has the
 * usual limits is started once for the files of tests that share a process, with which it ends.
 */
export async function servedWorld(limits?: Partial<Limits>): Promise<ServedWorld> {
  if (limits !== undefined) return start(limits);
  shared ??= start({}).then((served) => ({ ...served, close: () => Promise.resolve() }));
  return shared;
}

async function start(limits: Partial<Limits>): Promise<ServedWorld> {
  const world = await analysedWorld({ works: 600, seed: 5 });
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    {},
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const own: Limits = { ...LIMITS, workers: 1, jobAfter: 60_000, ...limits };
  const observatories = await Observatories.open([world.folder], own, { failed: logFailed(log) });
  const base: World = {
    observatories,
    limits: own,
    log,
    token: null,
    hosts: null,
    web: new Map(),
    now: Date.now,
  };
  const app = makeApp(base);
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(app.request(path, { headers }));
  return {
    world,
    app,
    lines,
    with: (changed) => makeApp({ ...base, ...changed }),
    get,
    json: async (path) => {
      const response = await get(path);
      return { status: response.status, body: (await response.json()) as never };
    },
    close: async () => {
      await observatories.close();
      await world.close();
    },
  };
}
