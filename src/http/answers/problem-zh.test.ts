import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';
import { EngineError } from '../../engine/engine.ts';
import { unlessAway } from '../../observatory/away.ts';
import type { Manifest } from '../../observatory/index.ts';
import type { InputError } from '../../base/index.ts';
import { problem } from './problem.ts';
import { problemZh } from './problem-zh.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

interface Told {
  readonly title: string;
  readonly detail: string;
  readonly status: number;
}

describe('what went wrong, asked in Chinese', () => {
  it.each([
    ['/api/nothing', '没有这个路径', '/api/openapi.json列有全部路径。'],
    ['/api/analyses/ranking?top=0', '参数有误', '参数top最小为1，现为0。'],
    ['/api/analyses/ranking?by=size', '参数有误', '参数by可取：share, count；“size”不在其中。'],
    ['/api/analyses/ranking?years=2018-2014', '参数有误', '参数years：年份颠倒，2018在2014之后。'],
    ['/api/analyses/ranking?field=Alchemy', '无法作答', '本观测库没有领域“Alchemy”。可选领域：'],
    ['/api/analyses/coordination?place=Nowhere', '无法作答', '没有名为“Nowhere”的地点。'],
    ['/api/claims/C999', '没有所问的内容', '没有论断C999。可选：C01'],
  ])('of %s', async (path, title, detail) => {
    const asked = `${path}${path.includes('?') ? '&' : '?'}lang=zh`;
    const { body, status } = await served.json(asked);
    const told = body as Told;
    expect(told.title).toBe(title);
    expect(told.detail).toContain(detail);
    const english = (await served.json(path)).body as Told;
    expect([english.status, english.status]).toEqual([told.status, status]);
    expect(english.title).toMatch(/^[A-Z]/);
  });

  it.each([
    ['/api/analyses/links?with=cn:3205', '`place`'],
    ['/api/analyses/links?place=cn:3205&rows=inside', '`rows`'],
    ['/api/analyses/links?place=yrd_41&sector=education&coaffiliation=false', '`coaffiliation=false`'],
    ['/api/analyses/ranking?inside=yrd_41&of=regions', '`inside`'],
    ['/api/analyses/coordination?window=40&place=yrd_41', '`window`'],
  ])('names the parameters of %s as a query has them, and no flags', async (path, named) => {
    for (const lang of ['en', 'zh']) {
      const { body, status } = await served.json(`${path}&lang=${lang}`);
      const { detail } = body as Told;
      expect([status, detail]).toEqual([422, expect.stringContaining(named)]);
      expect(detail).not.toMatch(/(?<![\w-])--[a-z]/);
    }
  });

  it('has a Chinese title whatever it is', () => {
    const files = readdirSync('src/http', { recursive: true, encoding: 'utf8' });
    const titles = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join('src/http', file), 'utf8').matchAll(
          /problem\(\s*'[\w-]+',\s*\d{3},\s*'([^']+)'/g,
        ),
      ])
      .map(([, title]) => title);
    expect(titles.length).toBeGreaterThan(12);
    for (const title of titles)
      expect(problemZh(problem('any', 400, title, '')).title).toMatch(/\p{Script=Han}/u);
  });

  it('is said of tables on a cluster, too', () => {
    const said = (detail: string): string =>
      problemZh(problem('unanswerable', 422, 'It cannot be answered', detail)).detail;
    const away = unlessAway(
      new EngineError('Catalog Error: Table with name work_cities does not exist!', ''),
      {
        cluster: { catalog: 'hive', schema: 'lake', stamp: '1', tables: ['work_cities'] },
      } as unknown as Manifest,
    ) as InputError;
    expect(said(`${away.what} ${away.todo}`)).toBe(
      '此问题需要表work_cities，该表留在集群上，名为hive.lake.work_cities。可用synopolis serve --engine trino --server URL向集群提问，或以--bring work_cities重新构建将其取回，已读取的部分会保留。',
    );
    expect(
      said(
        'this asks for more at once than a cluster takes in one statement. Ask for fewer places or years.',
      ),
    ).toBe('此问题超出集群单条语句的长度。请减少地点或年份。');
  });
});
