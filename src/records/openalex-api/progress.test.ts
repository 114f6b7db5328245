import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { fullUnless } from '../../../test/few-and-many.ts';
import { content, ids, newFolder, place, records } from '../../../test/openalex-place.ts';
import type { InputError } from '../../base/index.ts';
import { workOf, worksOf } from '../../../test/openalex-server.ts';
import { addressOf, wordsFor } from '../../../test/own-program.ts';

describe('a run that was stopped', () => {
  const works = [...worksOf(30), workOf(31, 140), ...worksOf(60).slice(31)];

  it.each([1, 2, 4, 6])('after page %i goes on there and ends with the same bytes', async (pages) => {
    const whole = await place({ works });
    await whole.fetch({ perPage: 10 });

    const { fetch, out, calls } = await place({ works });
    const stop = new AbortController();
    const onPage = (progress: { pages: number }): void => {
      if (progress.pages === pages) stop.abort();
    };
    await expect(fetch({ perPage: 10, signal: stop.signal, onPage })).rejects.toMatchObject({
      problem: 'stopped',
    });
    const before = calls.length;
    const result = await fetch({ perPage: 10 });
    expect(result).toMatchObject({ status: 'finished', records: 60, whole: 1 });
    expect(result.plan?.calls).toBe(7 - pages);
    expect(calls[before + 1]?.searchParams.get('cursor')).not.toBe('*');
    expect(await content(out)).toEqual(await content(whole.out));
  });

  it('by the network goes on after the pages it has', async () => {
    const { fetch, out } = await place({ works, faults: { 3: 'cut half way', 4: 'reset' } });
    await expect(fetch({ perPage: 10, maxRetries: 1 })).rejects.toMatchObject({ problem: 'unavailable' });
    await fetch({ perPage: 10 });
    expect(ids(await records(out))).toEqual(ids(works));
  });

  describe.each([3, 5, 9])('by kill -9 at its call %i', (call) => {
    it('goes on and ends with the same bytes', fullUnless(call === 5), async () => {
      const whole = await place({ works });
      await whole.fetch({ perPage: 5 });

      const { fetch, out, onCall, baseUrl } = await place({ works });
      const program = `
      import { fetchWorks } from ${addressOf('records/openalex-api/index.ts')};
      await fetchWorks({ out: ${JSON.stringify(out)}, filter: 'publication_year:2024', perPage: 5, apiKey: null, baseUrl: ${JSON.stringify(baseUrl)} });`;
      const child = spawn(process.execPath, wordsFor(program), {
        stdio: 'inherit',
      });
      onCall((number) => {
        if (number === call) child.kill('SIGKILL');
      });
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      expect([code, signal]).toEqual([null, 'SIGKILL']);

      const { records: count, plan } = await fetch({ perPage: 5 });
      expect(count).toBe(60);
      expect(plan?.calls).toBeLessThan(13);
      expect(await content(out)).toEqual(await content(whole.out));
    });
  });

  it('by a kill while it wrote a page loses what was half written, and only that', async () => {
    const { fetch, out } = await place({ works, faults: { 4: { status: 403 } } });
    await expect(fetch({ perPage: 10 })).rejects.toThrow();
    const raw = join(out, 'works-00001.unfinished');
    await writeFile(
      raw,
      Buffer.concat([
        await readFile(raw),
        Buffer.from(`{"id":"https://openalex.org/W31","${'x'.repeat(100_000)}`),
      ]),
    );
    await writeFile(join(out, 'fetch.json.tmp'), '{"format":');
    await fetch({ perPage: 10 });
    expect(ids(await records(out))).toEqual(ids(works));
    expect(Object.keys(await content(out))).toEqual(['fetch.json', 'works-00001.jsonl.gz']);
  });

  it('by a kill between a finished part and the word of it writes the same part again', async () => {
    const kept = await newFolder();
    const { fetch, out } = await place({ works });
    const onPage = ({ pages }: { pages: number }): void => {
      if (pages < 7) return;
      for (const name of ['fetch.json', 'works-00001.unfinished'])
        copyFileSync(join(out, name), join(kept, name));
    };
    await fetch({ perPage: 10, onPage });
    const end = await content(out);
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(out, name));
    expect(await fetch({ perPage: 10 })).toMatchObject({ status: 'finished', records: 60 });
    expect(await content(out)).toEqual(end);
  });

  it('at maxPages leaves whole files and goes on with more', async () => {
    const { fetch, out } = await place({ works });
    expect(await fetch({ perPage: 10, maxPages: 2 })).toMatchObject({ status: 'partly', records: 20 });
    expect(await records(out)).toHaveLength(20);
    expect(await fetch({ perPage: 10 })).toMatchObject({ status: 'finished', records: 60 });
    expect(ids(await records(out))).toEqual(ids(works));
  });
});

describe('the folder', () => {
  it('of a finished run is left alone, without a call', async () => {
    const { fetch, out, calls } = await place({ works: worksOf(12) });
    await fetch();
    const before = [await content(out), calls.length];
    expect(await fetch()).toMatchObject({ status: 'already', records: 12, calls: 0 });
    expect([await content(out), calls.length]).toEqual(before);
  });

  it.each([
    ['filter', { filter: 'publication_year:2023' }, /another filter:.*publication_year:2024/],
    ['fields', { select: ['id'] }, /other fields/],
    ['page size', { perPage: 50 }, /another page size/],
  ])('refuses another %s', async (_, other, message) => {
    const { fetch } = await place({ works: worksOf(12) });
    await fetch();
    const error = await fetch(other).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).text('zh')).toMatch(
      /其中是另一次获取，.{2,6}不同（.*）。请用--out指定新文件夹/,
    );
  });

  it('refuses another entity, and one that holds something else', async () => {
    const { fetch, fetchInstitutions, out } = await place({ works: worksOf(2), institutions: [] });
    await fetch();
    await expect(fetchInstitutions()).rejects.toThrow(/another entity/);
    const foreign = await newFolder();
    await writeFile(join(foreign, 'thesis.docx'), '');
    await expect(fetch({ out: foreign })).rejects.toThrow(/contains other files/);
    await expect(fetch({ out: join(out, 'fetch.json') })).rejects.toThrow(/not a folder/);
  });

  it('refuses to go on when a part is missing or changed, or fetch.json is broken', async () => {
    const { fetch, out } = await place({ works: worksOf(2) });
    await fetch();
    await writeFile(join(out, 'works-00001.jsonl.gz'), 'short');
    await expect(fetch()).rejects.toThrow(/works-00001.jsonl.gz: is no longer what was fetched/);
    await rm(join(out, 'works-00001.jsonl.gz'));
    await expect(fetch()).rejects.toThrow(/works-00001.jsonl.gz: is missing/);
    await writeFile(join(out, 'fetch.json'), '{"format": 2}');
    await expect(fetch()).rejects.toThrow(/not the progress of a fetch/);
  });

  it('is not made when the plan is declined', async () => {
    const { fetch, out } = await place({ works: worksOf(250), headers: { 'x-ratelimit-remaining': '9997' } });
    const { status, plan } = await fetch({ agree: () => false });
    expect(status).toBe('declined');
    expect(plan).toMatchObject({ records: 250, calls: 3, callsLeft: 9997, bytesReceived: 250 * 5900 });
    expect(plan?.dollars).toBeCloseTo(0.0003, 10);
    expect(existsSync(out)).toBe(false);
  });
});
