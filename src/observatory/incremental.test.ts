import { afterAll, describe, expect, it } from 'vitest';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { versionsThatCount } from '../../test/observatory/versions.ts';
import { version, work } from '../../test/observatory/works.ts';
import type { Manifest } from './manifest.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

describe('builds one after the other in a folder', () => {
  const out = bench.path('incremental');
  const before = bench.works('before.jsonl', [version(1, 'old', '2024-01-01'), work(2)]);
  const after = bench.works('after.jsonl', [version(1, 'gone', '2024-02-01', { is_retracted: true })]);
  const moved = bench.works('moved.jsonl', [work(1, [[6]], { title: 'moved', updated_date: '2024-03-01' })]);
  const reused = ({ works }: Manifest): boolean[] => works.map((file) => file.reused);
  const citiesOf = async (): Promise<unknown[]> =>
    (await rowsOf(out, 'work_cities', ['work', 'city'])).map((row) => Object.values(row).join(' ')).sort();

  it('let a newer version remove one that an earlier build read', async () => {
    expect((await versionsThatCount(bench, [before], { out })).works).toEqual({ 1: 'old', 2: null });
    const { works, manifest } = await versionsThatCount(bench, [before, after], { out });
    expect(reused(manifest)).toEqual([true, false]);
    expect(works).toEqual({ 2: null });
    expect(manifest.records).toMatchObject({ superseded: 1, dropped: { retracted: 1 } });
    expect(await citiesOf()).toEqual(['2 cn:3205']);
  });

  it('let the newest of all bring it back, in the city where it is now', async () => {
    const { works, manifest } = await versionsThatCount(bench, [before, after, moved], { out });
    expect(reused(manifest)).toEqual([true, true, false]);
    expect(works).toEqual({ 1: 'moved', 2: null });
    expect(await citiesOf()).toEqual(['1 gn:2643743', '2 cn:3205']);
  });

  it('remember of what they left out that it was the newer one', async () => {
    const folder = bench.path('remembering');
    await versionsThatCount(bench, [after], { out: folder });
    const { works, manifest } = await versionsThatCount(bench, [before, after], { out: folder });
    expect(reused(manifest)).toEqual([false, true]);
    expect(works).toEqual({ 2: null });
  });

  it('hold only what is named, and warn of what is not named any more', async () => {
    const { works, manifest } = await versionsThatCount(bench, [before], { out });
    expect(works).toEqual({ 1: 'old', 2: null });
    expect(manifest.warnings).toContain(
      '2 files of the last build were not named this time, so the works are not in it',
    );
  });
});
