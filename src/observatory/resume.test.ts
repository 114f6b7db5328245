import { cpSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { Filters } from './filters.ts';
import type { Manifest } from './manifest.ts';
import { Observatory } from './open.ts';
import { type PartRecord, sealed } from './finished-parts.ts';
import { seeFile } from './seen-file.ts';
import { BuildCancelled, type BuildOptions, type Progress } from './options.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const works = [0, 1, 2, 3].map((file) =>
  bench.works(
    `works-${file}.jsonl`,
    Array.from({ length: 10 }, (_, i) => work(file * 10 + i + 1, [[1 + (i % 12)], [5]])),
  ),
);

/** A folder of this test alone, and builds of the four files into it, one after the other so that parts come in order. */
let out = '';
let tests = 0;
beforeEach(() => {
  out = bench.path(`out-${tests++}`);
});
const run = (options: Partial<BuildOptions> = {}, world?: Parameters<Bench['build']>[1]): Promise<Manifest> =>
  bench.build({ works, institutions, out, threads: 1, segment: 5, ...options }, world);
const read = ({ works }: Manifest): string =>
  works.map(({ reused }) => (reused ? 'reused' : 'read')).join(' ');
const parts = (): string[] => readdirSync(`${out}/parts`);
const clean = ((): (() => Promise<Record<string, string>>) => {
  let bytes: Promise<Record<string, string>> | null = null;
  return () => (bytes ??= run({ out: bench.path('clean') }).then(() => tableBytes(bench.path('clean'))));
})();

/** Runs until `when` says so, then asks it to stop. */
async function stopped(
  when: (state: Progress) => boolean,
  options: Partial<BuildOptions> = {},
): Promise<void> {
  const stop = new AbortController();
  const world = {
    now: () => 0,
    progress: (state: Progress) => {
      if (when(state)) stop.abort();
    },
    signal: stop.signal,
  };
  await expect(run(options, world)).rejects.toBeInstanceOf(BuildCancelled);
}

describe('a build that is stopped', () => {
  it('among the works goes on from the parts it finished, and ends in the same bytes', async () => {
    await stopped(({ records }) => records >= 25);
    expect(parts()).toHaveLength(2);
    expect(readdirSync(out)).toEqual(['parts']);
    await expect(Observatory.open(out)).rejects.toThrow(
      `${out}: its build was never finished. Run the same \`synopolis build\` again: it goes on where it stopped.`,
    );
    const manifest = await run();
    expect(read(manifest)).toBe('reused reused read read');
    expect(tableBytes(out)).toEqual(await clean());
  });

  it('among the tables keeps every part and no table', async () => {
    await stopped(({ phase, table }) => phase === 'tables' && table === 'work_cities');
    expect(readdirSync(out)).toEqual(['parts']);
    expect(read(await run())).toBe('reused reused reused reused');
    expect(tableBytes(out)).toEqual(await clean());
  });

  it('while the laws are checked publishes nothing', async () => {
    await stopped(({ phase }) => phase === 'laws');
    expect(readdirSync(out)).toEqual(['parts']);
  });

  it('before it began does nothing', async () => {
    const world = { now: () => 0, progress: () => undefined, signal: AbortSignal.abort() };
    await expect(run({}, world)).rejects.toBeInstanceOf(BuildCancelled);
    expect(parts()).toEqual([]);
  });

  it('over an observatory leaves that as it was, and open to be asked', async () => {
    await run({ works: works.slice(0, 3) });
    const before = tableBytes(out);
    await stopped(({ phase }) => phase === 'laws');
    expect(tableBytes(out)).toEqual(before);
    const observatory = await Observatory.open(out);
    expect(observatory.manifest.works).toHaveLength(3);
    expect(await observatory.checkLaws()).toEqual([]);
    observatory.close();
    expect(read(await run())).toBe('reused reused reused reused');
    expect(tableBytes(out)).toEqual(await clean());
  });
});

describe('a build over an earlier one', () => {
  it('reads nothing where nothing changed', async () => {
    await clean();
    cpSync(bench.path('clean'), out, { recursive: true });
    expect(read(await run())).toBe('reused reused reused reused');
    expect(tableBytes(out)).toEqual(await clean());
  });

  it('reads only files that came in addition, and gives what one build of all gives', async () => {
    await run({ works: [works[1], works[3]] });
    expect(read(await run())).toBe('read reused read reused');
    expect(tableBytes(out)).toEqual(await clean());
  });

  it(
    'reads all again under another filter, keeps no part of before, and ends as a build of its own',
    { tags: 'full' },
    async () => {
      const filters = Filters.parse({ types: null });
      await run();
      expect(read(await run({ filters }))).toBe('read read read read');
      expect(parts()).toHaveLength(4);
      await run({ filters, out: bench.path('own') });
      expect(tableBytes(out)).toEqual(tableBytes(bench.path('own')));
    },
  );

  it(
    'reads nothing again under another author cap, other regions, threads, memory or title',
    { tags: 'full' },
    async () => {
      await run();
      const other = {
        authorCap: 1,
        regions: [bench.text('r.csv', 'definition,place,source\nx,cn:3205,test\n')],
      };
      expect(read(await run({ ...other, threads: 2, memory: 8e8, title: 'Other' }))).toBe(
        'reused reused reused reused',
      );
      await run({ ...other, out: bench.path('other') });
      expect(tableBytes(out)).toEqual(tableBytes(bench.path('other')));
    },
  );

  it('reads a file again that changed, also where size and name are the same', async () => {
    const path = bench.works('changing.jsonl', [work(1, [[5]])]);
    await run({ works: [path] });
    writeFileSync(path, readFileSync(path, 'utf8').replace('/I5', '/I6'));
    utimesSync(path, 1e9, 1e9);
    const manifest = await run({ works: [path] });
    expect(read(manifest)).toBe('read');
    expect(manifest.located.byCountry).toMatchObject([{ country: 'GB' }]);
  });

  it(
    'reads a file again that was replaced by one of the same size, name and date',
    { tags: 'full' },
    async () => {
      const path = bench.works('replaced.jsonl', [work(1, [[5]])]);
      utimesSync(path, 1e9, 1e9);
      await run({ works: [path] });
      // In place, and by another file.
      for (const removed of [false, true]) {
        const text = readFileSync(path, 'utf8');
        if (removed) rmSync(path);
        writeFileSync(
          path,
          text.replace(/\/I(\d)/, (_: string, id: string) => `/I${Number(id) + 1}`),
        );
        utimesSync(path, 1e9, 1e9);
        expect(read(await run({ works: [path] }))).toBe('read');
      }
    },
  );

  it('reads a file to verify it, also where its record says that nobody touched it', async () => {
    const path = bench.works('verified.jsonl', [work(1, [[5]])]);
    await run({ works: [path] });
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\/I5/, '/I6'));
    for (const part of parts()) {
      const record = `${out}/parts/${part}/part.json`;
      const made = JSON.parse(readFileSync(record, 'utf8')) as PartRecord;
      writeFileSync(
        record,
        JSON.stringify(
          sealed({ ...made, file: { ...made.file, ...seeFile(path, () => Date.now() + 60_000) } }),
        ),
      );
    }
    expect(read(await run({ works: [path] }))).toBe('reused');
    expect(read(await run({ works: [path], verify: true }))).toBe('read');
  });

  it('knows a file under another name and date, and names it as it is named now', async () => {
    const old = bench.works('old-name.jsonl', [work(1)]);
    await run({ works: [old] });
    const now = bench.path('in', 'new-name.jsonl');
    renameSync(old, now);
    utimesSync(now, 1e9, 1e9);
    const manifest = await run({ works: [now] });
    expect(manifest.works).toMatchObject([{ path: now, reused: true }]);
    expect(manifest.warnings).toEqual([]);
  });

  it('takes two files of the same content for one', async () => {
    const copies = ['a', 'b'].map((name) => bench.works(`copy-${name}.jsonl`, [work(1)]));
    expect((await run({ works: copies })).records).toMatchObject({ read: 1, superseded: 0, kept: 1 });
    const again = await run({ works: copies });
    expect(again.records).toMatchObject({ read: 1, superseded: 0, kept: 1 });
  });
});
