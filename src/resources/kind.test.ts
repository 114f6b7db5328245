import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKinds } from './kind.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinds-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEADER = 'kind,name,name_zh,listed,exist,about,scope,scope_zh,source,source_zh';
async function read(row: string): ReturnType<typeof readKinds> {
  const file = join(folder, 'kinds.csv');
  await writeFile(file, `${HEADER}\n${row}\n`);
  return readKinds(file);
}

describe('a kind of resource', () => {
  it('says how many there are, of where and by whom, in both languages', async () => {
    const kinds = await read('ship,Research ship,科考船,3,9,about,the sea,海洋,a count,一次清点');
    expect(kinds.get('ship')).toEqual({
      id: 'ship',
      name: 'Research ship',
      nameZh: '科考船',
      complete: {
        listed: 3,
        exist: 9,
        about: true,
        scope: { en: 'the sea', zh: '海洋' },
        source: { en: 'a count', zh: '一次清点' },
      },
    });
  });

  it('need not be counted by anybody', async () => {
    expect((await read('ship,Research ship,科考船,,,,,,,')).get('ship')!.complete).toBeNull();
  });

  it('is refused where the count is told in one language only', async () => {
    await expect(read('ship,Research ship,科考船,3,9,,the sea,,a count,')).rejects.toThrow(
      /kinds\.csv:2: .*scope_zh, source_zh/,
    );
  });
});
