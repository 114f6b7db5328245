import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import type { ObservatoryRow } from '../../analyses/scope/describe.ts';
import { type Limits, LIMITS, makeApp } from '../index.ts';
import { Observatories } from '../work/observatories.ts';

const log = pino({ level: 'silent' });
const limits: Limits = { ...LIMITS, workers: 1, jobAfter: 60_000, jobAfterWaiting: 60_000, observatories: 2 };

let folder: string;
let worlds: AnalysedWorld[];
let observatories: Observatories;
let app: ReturnType<typeof makeApp>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'several-'));
  worlds = [
    await analysedWorld({ works: 600, seed: 5 }),
    await analysedWorld({ works: 400, seed: 6 }),
    await analysedWorld({ works: 300, seed: 7 }),
  ];
  const names = ['first', 'second', 'third'];
  for (const [i, name] of names.entries())
    await cp(worlds[i].folder, join(folder, name), { recursive: true });
  const third = join(folder, 'third', 'manifest.json');
  const manifest = JSON.parse(await readFile(third, 'utf8')) as Record<string, unknown>;
  await writeFile(
    third,
    JSON.stringify({ ...manifest, title: 'Third', licence: 'CC0-1.0', synthetic: null }),
  );
  observatories = await Observatories.open(
    names.map((name) => join(folder, name)),
    limits,
  );
  app = makeApp({
    ...{ observatories, limits, log, token: null, hosts: null, web: new Map(), now: Date.now },
  });
});
afterAll(async () => {
  await observatories.close();
  for (const world of worlds) await world.close();
  await rm(folder, { recursive: true });
});

interface Body {
  readonly rows: readonly ObservatoryRow[];
  readonly default: string;
  readonly detail: string;
  readonly manifest: { readonly records: { readonly kept: number } };
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }));
const json = async (path: string): Promise<Body> => (await (await get(path)).json()) as Body;
const RANKING = '/api/analyses/ranking?top=5&draws=100';

describe('a server of several observatories', () => {
  it('lists each with what it is, what it can answer and what it cannot', async () => {
    const { default: first, rows } = await json('/api/observatories');
    expect([first, rows.map(({ id }) => id)]).toEqual(['first', ['first', 'second', 'third']]);
    expect(rows.map(({ works }) => works)).toEqual(
      worlds.map(({ observatory }) => observatory.manifest.records.kept),
    );
    const codes = rows.map(({ cannot }) => cannot.map(({ code }) => code));
    expect(rows.map(({ kind }) => kind)).toEqual(['synthetic', 'synthetic', 'real']);
    expect([codes[0][0], codes[2][0]]).toEqual([
      'observatory-scope.madeUp',
      'observatory-scope.recordsDecide',
    ]);
    expect(rows[2]).toMatchObject({ title: 'Third', licence: 'CC0-1.0', available: true });
    const chinese = await json('/api/observatories?lang=zh');
    for (const { can, cannot } of chinese.rows)
      for (const { text } of [...can, ...cannot]) expect(text).toMatch(/^\P{Script=Latin}+$/u);
  });

  it('answers of the one that is named, and of the first where none is', async () => {
    const kept = async (query: string): Promise<number> =>
      (await json(`/api/manifest${query}`)).manifest.records.kept;
    const [first, second, third] = worlds.map(({ observatory }) => observatory.manifest.records.kept);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await kept('')).toBe(first);
    expect(await kept('?observatory=second')).toBe(second);
    expect(await kept('?observatory=third')).toBe(third);
    expect(await kept('?observatory=first')).toBe(first);
  });

  it('never mixes what is kept: the same question has another answer and another tag in each', async () => {
    const asked = async (id: string): Promise<{ text: string; etag: string }> => {
      const response = await get(`${RANKING}&observatory=${id}`);
      expect(response.status).toBe(200);
      return { text: await response.text(), etag: response.headers.get('etag')! };
    };
    const ids = ['first', 'second', 'third'];
    const once = [];
    // Two are open at once: the third closes the second, which is then opened anew.
    for (const id of ids) once.push(await asked(id));
    expect(new Set(once.map(({ text }) => text)).size).toBe(3);
    expect(new Set(once.map(({ etag }) => etag)).size).toBe(3);
    for (const [i, id] of ids.entries()) expect(await asked(id)).toEqual(once[i]);
    const foreign = await get(`${RANKING}&observatory=second`, { 'if-none-match': once[0].etag });
    expect(foreign.status).toBe(200);
    const own = await get(`${RANKING}&observatory=second`, { 'if-none-match': once[1].etag });
    expect(own.status).toBe(304);
  });

  it('answers what is asked of all at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, async (_, n) => {
        const id = ['first', 'second', 'third'][n % 3];
        const response = await get(`/api/analyses/coverage?by=year&observatory=${id}`);
        return [id, response.status, await response.text()] as const;
      }),
    );
    expect(new Set(answers.map(([, status]) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(([, , text]) => text)).size).toBe(3);
    expect(new Set(answers.map(([id, , text]) => id + text)).size).toBe(3);
  });

  it('names the observatory in the name of a file', async () => {
    const name = async (query: string): Promise<string | null> =>
      (await get(`/api/analyses/ranking.csv?top=2${query}`)).headers.get('content-disposition');
    expect(await name('&observatory=second')).toContain('"second-ranking.csv"');
    expect(await name('')).toContain('"first-ranking.csv"');
  });

  it.each([
    ['', 'Unknown observatory “fourth”. This server has first, second, third.'],
    ['&lang=zh', '没有观测库“fourth”。本服务器提供：first、second、third。'],
  ])('reports an unknown id with the known ones (%s)', async (lang, detail) => {
    const response = await get(`/api/manifest?observatory=fourth${lang}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      ...{ detail, code: 'observatories.unknown', parameter: 'observatory' },
      allowed: ['first', 'second', 'third'],
    });
  });

  it('marks one whose folder is gone as unavailable, still answers for the others, and for it once it is back', async () => {
    const [there, away] = [join(folder, 'second'), join(folder, 'away')];
    await rename(there, away);
    try {
      expect((await json('/api/observatories')).rows.map(({ available }) => available)).toEqual([
        ...[true, false, true],
      ]);
      expect((await get('/api/manifest?observatory=second')).status).toBe(503);
      expect((await get('/api/manifest?observatory=third')).status).toBe(200);
    } finally {
      await rename(away, there);
    }
    expect((await get('/api/manifest?observatory=second')).status).toBe(200);
  });
});

describe('opening several folders', () => {
  const open = (...names: string[]): Promise<Observatories> =>
    Observatories.open(
      names.map((name) => join(folder, name)),
      limits,
    );

  it('refuses a folder given twice, also under another path', async () => {
    await expect(open('first', 'second', 'second/../first')).rejects.toThrow('is given twice');
  });

  it('names a folder that holds no observatory', async () => {
    await mkdir(join(folder, 'empty'));
    await expect(open('first', 'empty')).rejects.toThrow(join(folder, 'empty'));
  });
});
