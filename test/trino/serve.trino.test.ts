import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type AnalysedWorld, analysedWorld } from '../analysed-world.ts';
import { Bench } from '../observatory/observatories.ts';
import { ClusterBench } from './cluster-bench.ts';
import { trinoServer } from './server.ts';
import { type Analysis, ANALYSES, type Result } from '../../src/analyses/index.ts';
import { sql } from '../../src/engine/sql.ts';
import { Observatory } from '../../src/observatory/index.ts';
import { serve, type Served } from '../../src/http/index.ts';
import { onTrino } from '../../src/trino/index.ts';

const bench = new Bench();
const cluster = new ClusterBench(bench, inject('trino').server);
let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 800, seed: 5 });
  const source = join(dirname(world.folder), 'source');
  await cluster.build({
    works: pathToFileURL(join(source, 'works')).href,
    institutions: [join(source, 'institutions.jsonl')],
    authorCap: 8,
    bring: [],
  });
}, 480_000);
afterAll(async () => {
  await cluster.dispose();
  await world.close();
  bench.dispose();
});
const out = (): string => bench.path('cluster');

/** Questions that need works one by one, by the analysis that answers them. */
const OWN = [{ name: 'Own', cities: ['cn:3100', 'cn:3205', 'cn:3301'] }];
const TWO = { place: 'cn:3100', with: 'cn:1100' };
const QUESTIONS: Readonly<Record<string, readonly object[]>> = {
  ranking: [{}, { region: OWN }, { sector: ['company'] }, { base: 2016 }, { by: 'count' }],
  links: [
    { place: 'yrd_41' },
    TWO,
    { ...TWO, by: 'field' },
    { place: 'yrd_41', sector: ['education', 'company'] },
    { place: 'yrd_41', coaffiliation: false, capped: true },
  ],
  network: [{ replicates: 3 }, { sector: ['company'], replicates: 3, coaffiliation: true }],
  balance: [{ definition: ['jjj_13', 'yrd_41'] }],
  convergence: [{ place: 'yrd_41' }],
  profile: [{ place: 'cn:3205' }],
  coordination: [{ place: 'yrd_41' }, { place: 'yrd_41', coaffiliation: false, capped: true }],
  trend: [{ region: OWN }],
  'rank-history': [{ years: { from: 2015, to: 2016 } }],
  sensitivity: [{ place: 'yrd_41', analysis: 'links' }],
  compare: [{ place: ['cn:1100', 'cn:3100', 'yrd_41'] }],
  specialisation: [{ place: 'cn:3205' }, { place: 'cn:3205', of: 'topic' }],
  complementarity: [{ place: 'yrd_41' }],
  match: [{ need: 'neutron scattering' }],
  partners: [{ who: 'cn:3205' }],
  panel: [
    { of: 'pairs', inside: 'yrd_41', sector: ['company'] },
    { of: 'places', region: OWN },
  ],
  coverage: [{}],
};

/** An answer without what tells two builds apart. */
function told(answer: object): unknown {
  const { about, ...rest } = JSON.parse(JSON.stringify(answer)) as { about: Record<string, unknown> };
  return { ...rest, about: { ...about, observatory: null, cite: null } };
}

/** The same numbers but for the last of fifteen digits: floats are added up in another order. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

describe('an observatory whose works are on a cluster', () => {
  it.each(Object.entries(QUESTIONS))('answers %s as one that has them at home', async (id, questions) => {
    const analysis = ANALYSES.find((one) => one.id === id) as unknown as Analysis<
      z.ZodObject,
      unknown,
      Result<unknown>
    >;
    const run = (of: Observatory, params: Record<string, unknown>): Promise<object> =>
      analysis.run(of, params);
    const there = await Observatory.open(out(), { cluster: onTrino(cluster.access) });
    const alone = await Observatory.open(out());
    try {
      for (const question of questions) {
        const draws = 'draws' in analysis.params.shape ? { draws: 200 } : {};
        const asked = analysis.params.parse({ ...draws, ...question });
        expect(rounded(told(await run(there, asked))), JSON.stringify(question)).toEqual(
          rounded(told(await run(world.observatory, asked))),
        );
        await expect(run(alone, asked)).rejects.toThrow(
          /^this needs the table work_\w+, which stayed on the cluster, .* serve --engine trino/,
        );
      }
    } finally {
      there.close();
      alone.close();
    }
  });

  it('keeps in memory to the bit what one at home keeps', async () => {
    const there = await Observatory.open(out(), { cluster: onTrino(cluster.access) });
    const here = await Observatory.open(world.folder);
    try {
      await there.loadIntoMemory(1e9);
      await here.loadIntoMemory(1e9);
      expect(there.inMemory).not.toBeNull();
      expect(there.inMemory).toEqual(here.inMemory);
      expect(there.inMemory!.works.share.length).toBeGreaterThan(1000);
    } finally {
      there.close();
      here.close();
    }
  });

  it('ends what runs there, and goes on', async () => {
    const there = await Observatory.open(out(), { cluster: onTrino(cluster.access) });
    try {
      const long = there.query(
        sql`SELECT count(*) AS n FROM work_cities a CROSS JOIN work_cities b CROSS JOIN work_cities c`,
      );
      setTimeout(() => there.cancel(), 1500);
      await expect(long).rejects.toThrow('the statement was cancelled');
      const [{ n }] = await there.query<{ n: number }>(sql`SELECT count(*) AS n FROM work_cities`);
      expect(n).toBe(there.manifest.tables.work_cities);
    } finally {
      there.close();
    }
  });
});

describe('served over HTTP', () => {
  const lines: { msg?: string; trouble?: object }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as object) });
  const started = (folder: string, server?: string): Promise<Served> =>
    serve({
      ...{ folders: [folder], host: '127.0.0.1', port: 0, token: null, log },
      limits: { workers: 1, jobAfter: 120_000 },
      ...(server === undefined ? {} : { cluster: onTrino({ ...cluster.access, server }) }),
    });
  const ask = async (served: Served, path: string): Promise<{ status: number; body: object }> => {
    const response = await fetch(served.address + path);
    return { status: response.status, body: (await response.json()) as object };
  };

  it('it answers the same, and where the cluster holds another build it says so', async () => {
    const [there, here] = [await started(out(), cluster.server), await started(world.folder)];
    try {
      for (const path of [
        '/api/analyses/ranking?draws=200',
        '/api/analyses/links?place=yrd_41',
        '/api/analyses/partners?who=cn:3205',
      ]) {
        const [answer, expected] = [await ask(there, path), await ask(here, path)];
        expect(answer.status, path).toBe(200);
        expect(rounded(told(answer.body)), path).toEqual(rounded(told(expected.body)));
      }
      // As a build does that begins to show its tables, before it takes away those of the one before.
      const { schema } = cluster;
      const view = `CREATE OR REPLACE VIEW hive.${schema}.institutions AS SELECT * FROM`;
      const tables = (await cluster.tables()).find((table) => /_tables_\d+\.institutions$/.test(table))!;
      await cluster.ask(`${view} (SELECT 'of the next build' AS institution)`);
      const rebuilt = await ask(there, '/api/analyses/partners?who=cn:3100');
      expect(rebuilt).toMatchObject({
        status: 503,
        body: { type: 'urn:synopolis:problem:rebuilt', title: 'The cluster holds another build' },
      });
      expect(JSON.stringify(rebuilt.body)).not.toContain(cluster.server);
      expect(lines.some(({ trouble }) => JSON.stringify(trouble ?? '').includes('another build'))).toBe(true);
      await expect(started(out(), cluster.server)).rejects.toThrow(
        `hive.${schema} of ${cluster.server} holds another build than this folder. Build the folder again`,
      );
      await cluster.ask(`${view} hive.${tables}`);
      expect((await ask(there, '/api/analyses/partners?who=cn:3100')).status).toBe(200);
      // What is kept in memory needs no cluster.
      await cluster.ask(`DROP SCHEMA hive.${tables.split('.')[0]} CASCADE`);
      expect((await ask(there, '/api/analyses/ranking?draws=250')).status).toBe(200);
      expect((await ask(there, '/api/analyses/partners?who=cn:4401')).body).toMatchObject({
        type: 'urn:synopolis:problem:rebuilt',
      });
    } finally {
      await there.stop();
      await here.stop();
    }
  });

  it('it does not start where the cluster cannot be asked, or refuses who asks', async () => {
    await expect(started(out(), 'http://127.0.0.1:1')).rejects.toThrow(
      'the cluster at http://127.0.0.1:1 does not answer: http://127.0.0.1:1 cannot be reached',
    );
    const strict = await trinoServer([{ status: 401, body: 'Access Denied: Invalid credentials' }]);
    await expect(started(out(), strict.address)).rejects.toThrow(
      /does not answer: user and password were refused: Access Denied: Invalid credentials .*Check --server, --user/,
    );
    await strict.close();
    await expect(started(world.folder, cluster.server)).rejects.toThrow(
      'no table of this observatory stayed on a cluster. Leave --engine trino out',
    );
  });

  it('it says that the cluster does not answer when it goes away', async () => {
    // Once to be opened and held to its manifest, and then nothing more.
    const { cluster: at, tables } = (await Observatory.open(out())).manifest;
    const counts = JSON.stringify(at!.tables.map((table) => [table, tables[table]]));
    const shown = JSON.stringify([[`${at!.schema}_tables_${at!.stamp}`]]);
    const done = { state: 'FINISHED', next: false } as const;
    const going = await trinoServer([
      { ...done, columns: [['version', 'varchar']], data: '[["476"]]' },
      {
        ...done,
        columns: [
          ['table', 'varchar'],
          ['n', 'bigint'],
        ],
        data: counts,
      },
      { ...done, columns: [['definition', 'varchar']], data: shown },
    ]);
    const there = await Observatory.open(out(), {
      cluster: onTrino({ ...cluster.access, server: going.address }),
    });
    try {
      const gone = await there
        .query(sql`SELECT count(*) AS n FROM work_cities`)
        .catch((error: unknown) => error);
      expect(gone).toMatchObject({ rebuilt: false });
      expect((gone as Error).message).toMatch(
        /^the cluster at http:\/\/127\S+ does not answer: asked more often/,
      );
    } finally {
      there.close();
      await going.close();
    }
  });
});
