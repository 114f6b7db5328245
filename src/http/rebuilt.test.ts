import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { readManifest } from '../observatory/index.ts';
import { BuildFolder } from '../observatory/folder.ts';
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
let worlds: AnalysedWorld[];
let served: Served;

/** The end of a build: tables of one of two worlds are put in place of those that stand. */
function publish(world: number): void {
  const made = worlds[world].folder;
  const place = BuildFolder.claim(out);
  try {
    const tables = place.fresh('tables');
    for (const name of readdirSync(made).filter((file) => /parquet|datapackage/.test(file)))
      copyFileSync(join(made, name), join(tables, name));
    place.publish(tables, readManifest(made));
  } finally {
    place.release();
  }
}

async function ask(path: string): Promise<{ status: number; text: string; etag: string }> {
  const response = await fetch(served.address + path);
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') ?? '' };
}

beforeAll(async () => {
  worlds = [await analysedWorld({ works: 300, seed: 3 }), await analysedWorld({ works: 600, seed: 5 })];
  publish(0);
  const limits = { workers: 1, jobAfter: 300_000, timeout: 300_000, waiting: 100 };
  const log = pino({ level: 'silent' });
  served = await serve({ folders: [out], host: '127.0.0.1', port: 0, token: null, log, limits });
}, 300_000);
afterAll(async () => {
  await served.stop();
  for (const world of worlds) await world.close();
  rmSync(folder, { recursive: true });
});

it(
  'A folder that is built anew while it is served is answered from one build each time, under that build’s tag',
  { tags: 'full', timeout: 1000 * SECONDS + 300_000 },
  async () => {
    const due: { text: string; etag: string }[][] = [];
    for (const world of [0, 1]) {
      publish(world);
      const answers = await Promise.all(ASKED.map(ask));
      expect(answers.map(({ status }) => status)).toEqual(ASKED.map(() => 200));
      due.push(answers);
    }
    for (const [i, path] of ASKED.entries()) expect(due[0][i].text, path).not.toBe(due[1][i].text);

    const got = { of: [0, 0], mixed: [] as string[], refused: new Map<string, number>() };
    let answered = 0;
    let going = true;
    const calling = Array.from({ length: CALLERS }, async (_, caller) => {
      for (let n = caller; going; n++) {
        const i = n % ASKED.length;
        const { status, text, etag } = await ask(ASKED[i]);
        const world = due.findIndex((answers) => answers[i].text === text && answers[i].etag === etag);
        if (status !== 200) {
          const { type } = JSON.parse(text) as { type: string };
          got.refused.set(type, (got.refused.get(type) ?? 0) + 1);
        } else if (world < 0) got.mixed.push(`${ASKED[i]}: ${text.slice(0, 400)}`);
        else got.of[world] += 1;
        answered += 1;
      }
    });
    const until = Date.now() + 1000 * SECONDS;
    let builds = 0;
    // However slow the machine: some builds, and each in the middle of questions.
    for (; Date.now() < until || builds < 4; builds++) {
      publish(builds % 2);
      const before = answered;
      while (answered < before + 2 * CALLERS) await wait(3);
    }
    going = false;
    await Promise.all(calling);
    if (SECONDS > 30) console.info({ builds, of: got.of, mixed: got.mixed.length, refused: got.refused });
    expect(got.mixed).toEqual([]);
    expect(Math.min(...got.of)).toBeGreaterThan(CALLERS);
    // One that builds overtake again and again is given up, and for no other reason.
    expect([...got.refused.keys()].filter((type) => !type.endsWith(':replaced'))).toEqual([]);
  },
);
