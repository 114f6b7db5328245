import { afterAll, describe, expect, it } from 'vitest';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { versionsThatCount } from '../../test/observatory/versions.ts';
import { work } from '../../test/observatory/works.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});

describe('ids that OpenAlex merged', () => {
  const merged = (name: string, ...pairs: readonly (readonly [number, number])[]): string[] => [
    bench.text(
      `${name}.csv`,
      `merge_date,id,merge_into_id\n${pairs.map(([from, into]) => `2024-01-01,W${from},W${into}`).join('\n')}\n`,
    ),
  ];
  const a = work(1, [[5]], { title: 'a', updated_date: '2024-01-01' });
  const b = work(2, [[6]], { title: 'b', updated_date: '2024-02-01' });

  it('are one work, under the id that is left', async () => {
    const mergedIds = merged('one', [1, 2]);
    const { works, records, manifest } = await versionsThatCount(bench, [[b], [a]], { mergedIds });
    expect(works).toEqual({ 2: 'b' });
    expect(records).toMatchObject({ read: 2, superseded: 1, kept: 1 });
    expect(manifest.mergedIds).toMatchObject({ files: mergedIds, works: 1 });
  });

  it('are one work within a file too, and the newest version counts whatever id it came under', async () => {
    const { works } = await versionsThatCount(bench, [[a, b]], { mergedIds: merged('back', [2, 1]) });
    expect(works).toEqual({ 1: 'b' });
  });

  it('are followed to the end, also to an id that no record has', async () => {
    const out = bench.path('followed');
    const { works } = await versionsThatCount(bench, [[a, b]], {
      out,
      mergedIds: merged('chain', [1, 7], [2, 7], [7, 8]),
    });
    expect(works).toEqual({ 8: 'b' });
    const [city] = await rowsOf(out, 'work_cities', ['work', 'city']);
    expect(city).toEqual({ work: 8, city: 'gn:2643743' });
  });

  it('take an older version with them where the newer is left out', async () => {
    const gone = { ...b, is_retracted: true };
    const { works, records } = await versionsThatCount(bench, [[a], [gone]], {
      mergedIds: merged('gone', [1, 2]),
    });
    expect(works).toEqual({});
    expect(records.dropped).toEqual({ retracted: 1 });
  });

  it('that go in a circle stay as they are', async () => {
    const { works } = await versionsThatCount(bench, [[a, b]], {
      mergedIds: merged('circle', [1, 2], [2, 1]),
    });
    expect(works).toEqual({ 1: 'a', 2: 'b' });
  });

  it('of institutions mean what the id that is left means', async () => {
    const out = bench.path('institutions');
    const file = bench.text('institutions-merged.csv', 'id,merge_into_id\nI77,I78\nI78,I6\n');
    const { manifest } = await versionsThatCount(bench, [[work(1, [[77]])]], { out, mergedIds: [file] });
    expect(manifest.mergedIds).toMatchObject({ works: 0, institutions: 2 });
    expect(await rowsOf(out, 'work_cities', ['city'])).toEqual([{ city: 'gn:2643743' }]);
  });
});
