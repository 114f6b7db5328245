import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { InputError } from '../../base/index.ts';
import { expectedCost, realMessages } from '../../demo/index.ts';
import { OpenAlexError } from '../../records/openalex-api/index.ts';
import { LIMITS, makeApp, serve } from '../index.ts';
import { Observatories } from '../work/observatories.ts';
import { DemonstrationJob, type RealDemonstration } from './job.ts';
import { messages } from './messages.ts';

const log = pino({ level: 'silent' });
const limits = { ...LIMITS, workers: 1, jobAfter: 60_000, jobAfterWaiting: 60_000 };

let folder: string;
let worlds: AnalysedWorld[];
/** Where the offered observatory comes. */
let offered: string;
let observatories: Observatories;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offered-'));
  offered = join(folder, 'demo-real', 'observatory');
  worlds = [await analysedWorld({ works: 300, seed: 5 }), await analysedWorld({ works: 200, seed: 6 })];
  observatories = await Observatories.open([worlds[0].folder], limits, { expected: [offered] });
});
afterAll(async () => {
  await observatories.close();
  for (const world of worlds) await world.close();
  await rm(folder, { recursive: true });
});

/** An application over a synthetic world that offers another, which `run` brings. */
async function offering(run: RealDemonstration['run']) {
  await rm(offered, { recursive: true, force: true });
  const unforeseen: unknown[] = [];
  const cost = [realMessages.allowanceWithoutKey()];
  const demonstration = new DemonstrationJob(
    { folder: offered, calls: expectedCost().calls, seconds: 100, cost, run },
    'demo-real',
    (error) => unforeseen.push(error),
  );
  const app = makeApp({
    ...{ observatories, limits, log, token: null, hosts: null, web: new Map(), now: Date.now },
    demonstration,
  });
  const json = async (path: string, init?: RequestInit) => {
    const response = await app.request(path, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const settled = async () => {
    for (;;) {
      const { body } = await json(PATH);
      if (body.state !== 'running') return body;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { json, settled, unforeseen };
}

const PATH = '/api/real-demonstration';
const POST = { method: 'POST' };

describe('a server that offers a demonstration of real records', () => {
  let finish: (error?: Error) => void;
  let report: Parameters<RealDemonstration['run']>[0];
  let runs: number;
  let app: Awaited<ReturnType<typeof offering>>;
  beforeEach(async () => {
    runs = 0;
    app = await offering(async (onProgress) => {
      runs++;
      report = onProgress;
      await new Promise<void>((resolve, reject) => {
        finish = (error) => (error === undefined ? resolve() : reject(error));
      });
      await cp(worlds[1].folder, offered, { recursive: true });
    });
  });

  it('says what it takes before it asks anything, in both languages', async () => {
    expect((await app.json(PATH)).body).toEqual({
      state: 'absent',
      id: 'demo-real',
      start: 'Fetch a real demonstration (about 137 calls, 2 minutes)',
      cost: [expect.stringMatching(/^Without a key OpenAlex allows 100 to 1,000 calls/)],
      progress: null,
      problem: null,
    });
    const { start } = (await app.json(`${PATH}?lang=zh`)).body;
    expect([start, runs]).toEqual(['获取真实数据演示（约137次调用，2分钟）', 0]);
  });

  it('fetches it once, says how far it is, and lists its observatory as soon as it is there', async () => {
    expect((await app.json('/api/observatories')).body).toMatchObject({
      rows: [{ available: true }],
      demonstration: PATH,
    });
    expect(await app.json(PATH, POST)).toMatchObject({
      status: 202,
      body: { state: 'running', progress: { text: 'Asking OpenAlex…', of: null } },
    });
    await app.json(PATH, POST);
    report({ step: 'works', done: 1200, of: 8105 });
    expect((await app.json(PATH)).body.progress).toEqual({
      ...{ text: 'Fetching works: 1,200 of 8,105', done: 1200, of: 8105 },
    });
    report({ step: 'build', done: 0, of: null });
    expect((await app.json(`${PATH}?lang=zh`)).body.progress).toMatchObject({ text: '正在构建观测库…' });
    finish();
    expect(await app.settled()).toMatchObject({ state: 'done', id: 'demo-real', progress: null });
    expect(runs).toBe(1);
    const { rows } = (await app.json('/api/observatories')).body;
    expect(rows).toMatchObject([{ available: true }, { id: 'demo-real', available: true }]);
    const ranking = await app.json('/api/analyses/ranking?top=2&draws=100&observatory=demo-real');
    expect(ranking.body.rows).toHaveLength(2);
    await app.json(PATH, POST);
    expect(runs).toBe(1);
  });

  it.each([
    ['no network', new OpenAlexError('unreachable', ''), messages.unreachable(), /^本机无法连接OpenAlex/],
    ['the day’s allowance', new OpenAlexError('allowance', ''), messages.allowance(), /免费额度已用完/],
    ['a refusal', new OpenAlexError('refused', '', 403), messages.refused({ status: 403 }), /（HTTP 403）/],
    ['another answer', new OpenAlexError('not-json', ''), messages.notOpenAlex(), /代理或登录页/],
    [
      'a full disk',
      Object.assign(new Error('x'), { code: 'ENOSPC', path: '/d' }),
      messages.system({ fault: '' }),
      /^本机出错/,
    ],
    [
      'what it is given',
      new InputError(realMessages.noWorks()),
      realMessages.noWorks(),
      /没有这些期刊的论文/,
    ],
    ['what nobody foresaw', new RangeError('index'), messages.unforeseen(), /服务器日志/],
  ])('says why it failed for %s, and begins again when asked', async (_, error, { code }, chinese) => {
    await app.json(PATH, POST);
    finish(error);
    expect(await app.settled()).toMatchObject({ state: 'failed', problem: { code } });
    const { problem } = (await app.json(`${PATH}?lang=zh`)).body;
    expect(problem).toMatchObject({ text: expect.stringMatching(chinese) as string });
    expect(app.unforeseen).toEqual(error instanceof RangeError ? [error] : []);
    expect((await app.json(PATH, POST)).body).toMatchObject({ state: 'running', problem: null });
    finish();
    expect(await app.settled()).toMatchObject({ state: 'done' });
  });

  it.each([
    [
      'a form of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    ['a browser that names another origin alone', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('does nothing for %s', async (_, headers) => {
    expect(await app.json(PATH, { ...POST, headers })).toMatchObject({
      status: 403,
      body: { type: 'urn:synopolis:problem:site' },
    });
    expect([runs, (await app.json(PATH)).body.state]).toEqual([0, 'absent']);
  });

  it.each([
    ['its own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost', host: 'localhost' }],
    ['a browser that names it as its origin', { origin: 'http://localhost', host: 'localhost' }],
    ['a program', {}],
  ])('begins for %s', async (_, headers) => {
    expect((await app.json(PATH, { ...POST, headers })).status).toBe(202);
    finish();
    await app.settled();
  });

  it('takes no other method', async () => {
    expect((await app.json(PATH, { method: 'DELETE' })).status).toBe(405);
    expect((await app.json('/api/observatories', POST)).status).toBe(405);
  });
});

describe('nothing is offered', () => {
  const answers = async (ask: (path: string, init: RequestInit) => Promise<Response>, headers = {}) => {
    const list = (await (await ask('/api/observatories', { headers })).json()) as object;
    const [get, post] = [await ask(PATH, { headers }), await ask(PATH, { ...POST, headers })];
    return { list, statuses: [get.status, post.status] };
  };
  const nothing = { list: expect.objectContaining({ demonstration: null }) as unknown, statuses: [404, 405] };

  it('by a server that was given none', async () => {
    const base = { observatories, limits, log, token: null, hosts: null, web: new Map() };
    const app = makeApp({ ...base, now: Date.now });
    expect(await answers((path, init) => Promise.resolve(app.request(path, init)))).toEqual(nothing);
  });

  it('beyond this machine', async () => {
    const run = (): Promise<void> => Promise.reject(new Error('it was run'));
    const demonstration = { folder: join(folder, 'elsewhere'), calls: 1, seconds: 1, cost: [], run };
    const token = 'a-token-that-is-long-enough';
    const at = { folders: [worlds[0].folder], host: '0.0.0.0', port: 0, log, limits };
    const served = await serve({ ...at, token, demonstration });
    const address = served.address.replace('0.0.0.0', '127.0.0.1');
    const ask = (path: string, init: RequestInit): Promise<Response> => fetch(`${address}${path}`, init);
    expect(await answers(ask, { authorization: `Bearer ${token}` })).toEqual(nothing);
    await served.stop();
  });
});
