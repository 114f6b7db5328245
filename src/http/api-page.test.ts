import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../test/served-world.ts';
import { TABLE_FORMATS } from './answers/formats.ts';
import { PROBLEM_KINDS } from './answers/problem.ts';
import { LIMITS } from './limits.ts';
import { openApi } from './openapi/document.ts';
import { SOURCES } from './sources.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const HOST = 'http://127.0.0.1:4173';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

/** Requests that stand on the page, each with what is shown of the answer, where it is. */
const requests = [
  ...page.matchAll(/```sh\n((?:curl [^\n]*\n)+)```(?:\n\n```json (\d+)\n(.*?)```)?/gs),
].flatMap(([, lines, status, shown]) =>
  lines
    .trim()
    .split('\n')
    .filter((line) => line.includes(HOST))
    .map((line) => ({
      path: /'http:\/\/[^/]+(\/[^']*)'/.exec(line)![1],
      status: Number((status as string | undefined) ?? 200),
      shown: (shown as string | undefined) === undefined ? {} : (JSON.parse(shown) as object),
    })),
);

/** The first cells of the table under a heading. */
function listed(heading: string): string[] {
  const [, under] = page.split(`\n## ${heading}\n\n`);
  const table = under.split('\n\n').find((block) => block.startsWith('|'))!;
  return table.split('\n').slice(2);
}

describe('the page about HTTP', () => {
  it('shows requests, with answers among them', () => {
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter(({ shown }) => Object.keys(shown).length > 0).length).toBeGreaterThan(2);
  });

  it.each(requests)('shows what comes back of $path', async ({ path, status, shown }) => {
    const response = await served.get(path);
    expect(response.status).toBe(status);
    if (Object.keys(shown).length > 0) expect(await response.json()).toMatchObject(shown);
    else expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('lists every path that is described, and no other', () => {
    const told = listed('What can I ask?').flatMap((row) =>
      [...row.split('|')[1].matchAll(/`(\/[^`?]*)/g)].map(([, path]) => path),
    );
    const { paths } = openApi() as { readonly paths: Readonly<Record<string, unknown>> };
    const analysis = /^\/api\/analyses\/./;
    const described = Object.keys(paths).filter((path) => !path.includes('{format}') && !analysis.test(path));
    expect(told.filter((path) => !analysis.test(path) && path !== '/').sort()).toEqual(described.sort());
    for (const path of told.filter((path) => analysis.test(path))) expect(Object.keys(paths)).toContain(path);
  });

  it('lists every format', () => {
    const told = listed('What comes back?').flatMap((row) =>
      [...row.split('|')[1].matchAll(/`\.(\w+)`/g)].map(([, ending]) => ending),
    );
    const own = SOURCES.flatMap((source) => Object.keys(source.own ?? {}));
    expect(told.sort()).toEqual([...Object.keys(TABLE_FORMATS), ...own].sort());
  });

  it('lists every kind of problem that the code knows, with its status', () => {
    // A request whose host cannot be read is a 400 of that kind.
    const made = [
      ...Object.entries(PROBLEM_KINDS).map(([kind, { status }]) => `${kind} ${status}`),
      'host 400',
    ];
    const told = listed('What if it cannot be answered?').map((row) => {
      const [, kind, status] = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));
      return `${kind} ${status}`;
    });
    expect(told.sort()).toEqual([...new Set(made)].sort());
  });

  it('tells the limits as they are', () => {
    const told = listed('How much may I ask?').join('\n');
    const { url, rows, workers, jobs, waiting, timeout, jobKept, jobsKept } = LIMITS;
    for (const text of [
      `${url} characters`,
      `| ${rows} `,
      `| ${workers}, and ${jobs} long`,
      `${waiting}; beyond`,
      `${timeout / 1000} seconds`,
      `${jobKept / 1000} seconds, ${jobsKept} of`,
    ])
      expect(told).toContain(text);
  });
});
