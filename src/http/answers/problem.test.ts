import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

interface ProblemBody {
  readonly title: string;
  readonly detail: string;
  readonly status: number;
}

describe('what went wrong, asked in Chinese', () => {
  it.each([
    ['/api/nothing', '未找到', '没有这个路径。/api/openapi.json列有全部路径。'],
    ['/api/analyses/ranking?top=0', '参数有误', '参数`top`最小为1，现为0。'],
    ['/api/analyses/ranking?by=size', '参数有误', '参数`by`不接受“size”，可取：share、count。'],
    ['/api/analyses/ranking?years=2018-2014', '参数有误', '参数`years`：起始年份晚于结束年份。'],
    ['/api/analyses/ranking?field=Alchemy', '无法得出结果', '本观测库没有领域“Alchemy”。可选领域：'],
    ['/api/analyses/coordination?place=Nowhere', '无法得出结果', '没有名为“Nowhere”的地点。'],
    ['/api/claims/C999', '未找到', '没有说法C999。可选：C01'],
  ])('of %s', async (path, title, detail) => {
    const asked = `${path}${path.includes('?') ? '&' : '?'}lang=zh`;
    const { body, status } = await served.json(asked);
    const told = body as ProblemBody;
    expect(told.title).toBe(title);
    expect(told.detail).toContain(detail);
    const english = (await served.json(path)).body as ProblemBody;
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
      const { detail } = body as ProblemBody;
      expect([status, detail]).toEqual([422, expect.stringContaining(named)]);
      expect(detail).not.toMatch(/(?<![\w-])--[a-z]/);
    }
  });

  it.each([
    ['/api/analyses/ranking?base=1900', 'base'],
    ['/api/analyses/trend?base=1900', 'base'],
    ['/api/analyses/ranking?field=Alchemy&top=3', 'field'],
    ['/api/analyses/ranking?sector=university', 'sector'],
    ['/api/analyses/coordination?window=40&place=yrd_41', 'window'],
    ['/api/analyses/profile?place=Nowhere', 'place'],
  ])('of %s names the parameter at fault and has a code', async (path, parameter) => {
    const { body, status } = await served.json(path);
    expect([status, body]).toMatchObject([
      422,
      { parameter, code: expect.stringMatching(/^[a-z-]+\.\w+$/) as string },
    ]);
  });
});
