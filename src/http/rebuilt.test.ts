import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstration } from '../demo/index.ts';
import { build, Filters, type Manifest } from '../observatory/index.ts';
import { serve, type Served } from './index.ts';

/** How long a folder is built anew under load; the environment may ask for longer. */
const SECONDS = Number(process.env.SYNOPOLIS_REBUILD_SECONDS ?? 10);
const CALLERS = 6;
/** Questions of many statements, of what is in memory and of what is in files, and the one that the main process answers. */
const ASKED = [
  '/api/manifest',
  '/api/analyses/ranking?top=5&draws=100',
  '/api/analyses/ranking?top=5&sector=education&draws=100',
  '/api/analyses/coverage?by=year',
  '/api/analyses/coverage?by=reason',
  '/api/analyses/links?top=3',
  '/api/analyses/links?top=3&sector=company',
  '/api/analyses/trend?place=cn:1100',
  '/api/analyses/ranking.csv?top=5&draws=100',
];

const folder = mkdtempSync(join(tmpdir(), 'rebuilt-'));
const out = join(folder, 'observatory');
let served: Served;

/** Builds one of two worlds into the folder. */
function rebuild(world: number): Promise<Manifest> {
  const source = join(folder, `world-${world}`);
  return build({
    works: [join(source, 'works')],
    institutions: [join(source, 'institutions.jsonl')],
    out,
    filters: Filters.parse({}),
    authorCap: 100,
    memory: 1e9,
    threads: 1,
    title: `World ${world}`,
  });
}

async function ask(path: string): Promise<{ status: number; text: string; etag: string | null }> {
  const response = await fetch(served.address + path);
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
}

/** An answer without what two builds of the same records do not share: when they were made, and from which parts. */
function lasting(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replaceAll(/"(seconds|part)":\{[^}]*\}/g, '"$1":{}')
    .replaceAll(/"reused":(true|false)/g, '"reused":null')
    .replaceAll(/"warnings":\[[^\]]*\]/g, '"warnings":[]')
    .replaceAll(/, built anew|\d+ files? of the last build[^"]*/g, '');
}

beforeAll(async () => {
  for (const world of [0, 1])
    await writeDemonstration(join(folder, `world-${world}`), { works: 300 + 40 * world, seed: 3 + world, parts: 2 });
  await rebuild(0);
  const limits = { workers: 1, jobAfter: 120_000, waiting: 100 };
  served = await serve({ folder: out, host: '127.0.0.1', port: 0, token: null, log: pino({ level: 'silent' }), limits });
}, 60_000);
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

describe('a folder that is built anew while it is served', () => {
  it(
    'is answered from one build each time, under the tag of that build, or not at all',
    async () => {
      const due: Record<string, string>[] = [];
      for (const world of [0, 1]) {
        await rebuild(world);
        const answers = await Promise.all(ASKED.map(async (path) => [path, await ask(path)] as const));
        expect(answers.filter(([, { status }]) => status !== 200)).toEqual([]);
        due.push(Object.fromEntries(answers.map(([path, { text }]) => [path, lasting(text)])));
      }
      for (const path of ASKED) expect(due[0][path], path).not.toBe(due[1][path]);

      const until = Date.now() + 1000 * SECONDS;
      const got = { of: [0, 0], refused: 0, other: [] as string[] };
      const refusals = new Set<string>();
      /** Which of the two worlds was answered under a tag: never both. */
      const tags = new Map<string, number>();
      const calling = Array.from({ length: CALLERS }, async (_, caller) => {
        for (let n = caller; Date.now() < until; n++) {
          const path = ASKED[n % ASKED.length];
          const { status, text, etag } = await ask(path);
          if (status !== 200) {
            got.refused += 1;
            refusals.add(`${status} ${(JSON.parse(text) as { type: string }).type}`);
            continue;
          }
          const world = due.findIndex((answers) => answers[path] === lasting(text));
          if (world < 0 || (tags.get(etag!) ?? world) !== world) got.other.push(`${path}: ${text.slice(0, 500)}`);
          else {
            got.of[world] += 1;
            tags.set(etag!, world);
          }
        }
      });
      let builds = 0;
      for (; Date.now() < until; builds++) await rebuild(builds % 2);
      await Promise.all(calling);
      if (SECONDS > 30) console.info({ builds, ...got, refusals: [...refusals], tags: tags.size });
      expect(got.other).toEqual([]);
      // Both were answered, many times.
      expect(Math.min(...got.of)).toBeGreaterThan(10);
      // A question may be given up where builds overtake it again and again; never for another reason.
      expect([...refusals].filter((one) => one !== '503 urn:synopolis:problem:replaced')).toEqual([]);
      expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toContain(`World ${(builds - 1) % 2}`);
    },
    1000 * SECONDS + 60_000,
  );
});
