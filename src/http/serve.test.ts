import { get as httpGet } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnalysedWorld, analysedWorld } from '../../test/analysed-world.ts';
import { serve, type Served, type ServeOptions } from './index.ts';

const HEAVY = '/api/analyses/ranking?draws=100000&top=5000&of=cities,regions,provinces,nations';
const TOKEN = 'a-token-of-some-length';
let world: AnalysedWorld;
let lines: Record<string, unknown>[] = [];
const running: Served[] = [];

beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  for (const served of running) await served.stop();
  await world.close();
});

/** With one reading process, which starts sooner. */
async function start({ limits, ...changed }: Partial<ServeOptions> = {}): Promise<Served> {
  lines = [];
  const log = pino(
    {},
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const served = await serve({
    folders: [world.folder],
    host: '127.0.0.1',
    port: 0,
    token: null,
    log,
    limits: { workers: 1, ...limits },
    ...changed,
  });
  running.push(served);
  return served;
}

let started: Promise<Served> | undefined;

/** One with all as usual, for those that only ask. */
const usual = (): Promise<Served> => (started ??= start());

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** With a header Host of the caller's own, which fetch does not let through. */
function statusAs(host: string, { address }: Served): Promise<number> {
  return new Promise((resolve, reject) => {
    httpGet(`${address}/healthz`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    }).on('error', reject);
  });
}

describe('a server on this machine', () => {
  it('answers under its own names alone, so that no other site reads through a name of its own', async () => {
    const served = await usual();
    expect(await statusAs('localhost:4173', served)).toBe(200);
    expect(await statusAs('127.0.0.1', served)).toBe(200);
    expect(await statusAs('attacker.example', served)).toBe(421);
    // What is no name of a host at all.
    expect(await statusAs('xn--', served)).toBe(400);
  });

  it('ends a question whose caller hangs up', async () => {
    const served = await start({ limits: { workers: 1, jobs: 0, jobAfter: 60_000 } });
    const gone = new AbortController();
    const asked = fetch(served.address + HEAVY, { signal: gone.signal });
    setTimeout(() => gone.abort(), 150);
    await expect(asked).rejects.toThrow('aborted');
    // Its only thread would draw for minutes; it answers the next question instead.
    expect((await fetch(`${served.address}/api/definitions`)).status).toBe(200);
    await until(() => lines.some(({ status, route }) => status === 410 && route === '/api/analyses/ranking'));
  });

  it('lets a request finish when it is stopped, and takes no more', async () => {
    const served = await start({ limits: { jobAfter: 60_000, grace: 60_000 } });
    const asked = fetch(`${served.address}/api/claims`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = served.stop();
    expect((await asked).status).toBe(200);
    await stopped;
    await expect(fetch(`${served.address}/healthz`)).rejects.toThrow();
  });

  it('ends what takes too long when it is stopped', async () => {
    const served = await start({ limits: { jobAfter: 60_000, grace: 100 } });
    const asked = fetch(served.address + HEAVY).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await served.stop();
    expect(await asked).toBe('cut');
  });

  it('is refused a port that is taken', async () => {
    const { address } = await usual();
    await expect(start({ port: Number(new URL(address).port) })).rejects.toThrow('is in use');
  });
});

describe('a server beyond this machine', () => {
  it('does not start without a token, nor with a short one', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('no token is set');
    await expect(start({ host: '0.0.0.0', token: 'short' })).rejects.toThrow('The token has 5 characters');
  });

  it('answers who has the token, and tells anybody whether it is alive', async () => {
    const served = await start({ host: '0.0.0.0', token: TOKEN });
    const address = served.address.replace('0.0.0.0', '127.0.0.1');
    const as = async (path: string, authorization?: string): Promise<number> =>
      (await fetch(address + path, { headers: authorization === undefined ? {} : { authorization } })).status;
    expect(await as('/api/definitions')).toBe(401);
    expect(await as('/api/definitions', 'Bearer a-token-of-some-other')).toBe(401);
    expect(await as('/api/nope')).toBe(401);
    expect(await as('/api/definitions', `Bearer ${TOKEN}`)).toBe(200);
    expect(await as('/healthz')).toBe(200);
    expect(JSON.stringify(lines)).not.toContain(TOKEN);
  });

  it('lets so many requests a minute through', async () => {
    const served = await start({ host: '0.0.0.0', token: TOKEN, limits: { rate: 20 } });
    const address = served.address.replace('0.0.0.0', '127.0.0.1');
    const statuses: number[] = [];
    for (let i = 0; i < 40; i++) statuses.push((await fetch(`${address}/healthz`)).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(15);
    const refused = await fetch(`${address}/healthz`);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
