import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench, rowsOf } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import type { BuildOptions } from './options.ts';

const bench = new Bench();
afterAll(() => bench.dispose());
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const works = [
  bench.works(
    'works.jsonl',
    [1, 2, 3, 4].map((n) => work(n)),
  ),
];
let outs = 0;

async function kept(deleted: string | Buffer, more: Partial<BuildOptions> = {}) {
  const list = bench.text(`deleted-${++outs}.csv`, '');
  writeFileSync(list, deleted);
  const out = bench.path(`out-${outs}`);
  const manifest = await bench.build({ works, institutions, out, deletedIds: [list], ...more });
  const ids = (await rowsOf(out, 'works', ['work'])).map((row) => row.work);
  return { ids, manifest };
}

describe('ids that OpenAlex deleted', () => {
  it.each<[string, string | Buffer]>([
    ['with a header', 'deleted_date,id\n2026-05-01,W2\n2026-05-01,https://openalex.org/W4\n2026-05-01,A3\n'],
    ['without one, and packed', gzipSync('W2\nW4\nW77\n')],
  ])('are left out and counted, in a list %s', async (_, list) => {
    const { ids, manifest } = await kept(list);
    expect(ids).toEqual([1, 3]);
    expect(manifest.records).toMatchObject({ read: 4, kept: 2, dropped: { deleted: 2 } });
    expect(manifest.deletedIds.works).toBe(2);
  });

  it('are those left after merging', async () => {
    const merged = bench.text('merged.csv', 'id,merge_into_id\nW1,W9\n');
    expect((await kept('id\nW1\n', { mergedIds: [merged] })).ids).toEqual([2, 3, 4, 9]);
  });

  it('come in a list that says what is an id', async () => {
    await expect(kept('name,day\nX,2026-01-01\n')).rejects.toThrow(/lacks the column id/);
  });
});
