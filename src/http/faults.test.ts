import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AnalysedWorld, analysedWorld } from '../../test/analysed-world.ts';
import { serve, type Served } from './index.ts';

let world: AnalysedWorld;
let other: AnalysedWorld;
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
let lines: Record<string, unknown>[] = [];
let served: Served | null = null;

beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
  other = await analysedWorld({ works: 300, seed: 3 });
});
afterEach(async () => {
  await served?.stop();
  served = null;
});
afterAll(async () => {
  await world.close();
  await other.close();
  rmSync(folder, { recursive: true });
});

/** A copy that may be spoilt. */
function copy(name: string): string {
  const path = join(folder, name);
  cpSync(world.folder, path, { recursive: true });
  return path;
}

async function start(path: string, jobAfter = 60_000): Promise<Served> {
  lines = [];
  const log = pino(
    {},
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const limits = { workers: 1, jobAfter };
  served = await serve({ folders: [path], host: '127.0.0.1', port: 0, token: null, log, limits });
  return served;
}

async function ask(path: string): Promise<{ status: number; type: string; text: string; headers: Headers }> {
  const response = await fetch(served!.address + path);
  const text = await response.text();
  const { type = '' } = JSON.parse(text) as { type?: string };
  return { status: response.status, type, text, headers: response.headers };
}

/** Spoils the data of a table, and leaves the end that describes it. */
function spoil(path: string, table: string): void {
  const file = join(path, `${table}.parquet`);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4, bytes.byteLength - 8 - bytes.readUInt32LE(bytes.byteLength - 8));
  writeFileSync(file, bytes);
}

describe('a server does not start', () => {
  it.each([
    ['there is no folder', () => join(folder, 'nowhere'), 'there is no such folder'],
    [
      'its build was never finished',
      () => {
        const path = copy('half');
        mkdirSync(join(path, 'parts'), { recursive: true });
        rmSync(join(path, 'manifest.json'));
        return path;
      },
      'its build was never finished',
    ],
    [
      'another version built it',
      () => {
        const path = copy('old');
        const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as {
          synopolis: object;
        };
        writeFileSync(
          join(path, 'manifest.json'),
          JSON.stringify({ ...manifest, synopolis: { ...manifest.synopolis, format: 0 } }),
        );
        return path;
      },
      'has format 0',
    ],
    [
      'a table cannot be read at all',
      () => {
        const path = copy('torn');
        writeFileSync(join(path, 'works.parquet'), 'no table');
        return path;
      },
      'works.parquet',
    ],
  ])('where %s', async (_, path, says) => {
    await expect(start(path())).rejects.toThrow(says);
  });
});

describe('while a server runs', () => {
  it('its folder may go, and come back', async () => {
    const path = copy('moved');
    await start(path);
    expect((await ask('/api/analyses/ranking?top=3')).status).toBe(200);
    renameSync(path, `${path}-away`);
    for (const asked of ['/api/analyses/ranking?top=3', '/api/places?q=bei', '/healthz']) {
      const { status, type, text, headers } = await ask(asked);
      expect([asked, status, type]).toEqual([asked, 503, 'urn:synopolis:problem:no-observatory']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(text).not.toContain(folder);
    }
    renameSync(`${path}-away`, path);
    expect((await ask('/api/analyses/ranking?top=3')).status).toBe(200);
  });

  it('a table of it may be damaged: that is told, and logged, and over when it is whole again', async () => {
    const path = copy('damaged');
    await start(path);
    spoil(path, 'work_institutions');
    const { status, type, text } = await ask('/api/analyses/ranking?top=4&sector=education');
    expect([status, type]).toEqual([503, 'urn:synopolis:problem:unreadable']);
    expect(text).not.toContain(folder);
    expect(
      lines.some(({ msg, trouble }) => msg === 'trouble' && JSON.stringify(trouble).includes('unreadable')),
    ).toBe(true);
    // What does not need the table is answered.
    expect((await ask('/api/definitions')).status).toBe(200);
    cpSync(join(world.folder, 'work_institutions.parquet'), join(path, 'work_institutions.parquet'));
    expect((await ask('/api/analyses/ranking?top=4&sector=education')).status).toBe(200);
  });

  it('a job may find a table damaged: that is told where it is looked for, and logged with its id', async () => {
    const path = copy('worked');
    await start(path, 0);
    spoil(path, 'work_institutions');
    const begun = await ask('/api/analyses/ranking?top=4&sector=education');
    expect(begun.status).toBe(202);
    const { id } = JSON.parse(begun.text) as { id: string };
    const state = async (): Promise<string> =>
      (JSON.parse((await ask(`/api/jobs/${id}`)).text) as { state: string }).state;
    await expect.poll(state, { timeout: 60_000 }).not.toMatch(/waiting|running/);
    expect(await state()).toBe('failed');
    const { status, type, text } = await ask(`/api/jobs/${id}/result`);
    expect([status, type]).toEqual([503, 'urn:synopolis:problem:unreadable']);
    expect(text).not.toContain(folder);
    expect(lines.filter(({ msg, job }) => msg === 'trouble' && job === id)).toHaveLength(1);
  });

  it('a table of it may be gone', async () => {
    const path = copy('gone');
    await start(path);
    // What is kept in memory is still of the build that the manifest tells of.
    rmSync(join(path, 'city_output.parquet'));
    expect((await ask('/api/analyses/ranking?top=5')).status).toBe(200);
    rmSync(join(path, 'work_institutions.parquet'));
    expect((await ask('/api/analyses/ranking?top=5&sector=education')).type).toBe(
      'urn:synopolis:problem:unreadable',
    );
  });

  it('it may be built anew: answers are then of the new one, under other tags', async () => {
    const path = copy('anew');
    await start(path);
    const before = await ask('/api/analyses/coverage?by=year');
    rmSync(join(path, 'manifest.json'));
    expect((await ask('/api/analyses/coverage?by=year')).status).toBe(503);
    cpSync(other.folder, path, { recursive: true });
    const after = await ask('/api/analyses/coverage?by=year');
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const works = ({ text }: { text: string }) =>
      (JSON.parse(text) as { about: { works: number } }).about.works;
    expect([works(before), works(after)]).toEqual([world.works.length, other.works.length]);
  });
});
