import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';

import { rorLines } from '../../../test/observatory/worlds.ts';
import { type ZenodoOptions, zenodoServer, zipOf } from '../../../test/zenodo-server.ts';
import type { InputError } from '../../base/index.ts';
import { readInstitutions } from '../../places/institutions/read.ts';
import { theWorld } from '../openalex-api/index.ts';
import { fetchRor, type RorOptions } from './fetch.ts';
import { toGzip, zipEntries } from './zip-entry.ts';

const RECORDS = `[${rorLines().split('\n').join(',\n')}]`;
const release = (version: string, texts: Record<string, string> = {}) => ({
  version,
  zip: zipOf({
    [`${version}-ror-data.csv`]: 'id,name\n',
    [`${version}-ror-data.json`]: RECORDS,
    [`__MACOSX/._${version}.json`]: '{}',
    ...texts,
  }),
});

async function place(options: Partial<ZenodoOptions> = {}) {
  const server = await zenodoServer({ release: release('v2.16'), ...options });
  const folder = await mkdtemp(join(tmpdir(), 'ror-'));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const out = join(folder, 'ror');
  const fetch = (more: Partial<RorOptions> = {}) =>
    fetchRor({ out, address: server.address, ...more }, { ...theWorld, sleep: () => Promise.resolve() });
  return { server, out, fetch };
}

async function problem(promise: Promise<unknown>): Promise<InputError> {
  return promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as InputError,
  );
}

describe('the newest release of ROR', () => {
  it('becomes one gzip file of its records, which build reads', async () => {
    const { out, fetch } = await place();
    const { status, file } = await fetch();
    expect([status, await readdir(out)]).toEqual([
      'finished',
      ['fetch.json', 'v2.16-2026-11-20-ror-data.json.gz'],
    ]);
    expect(gunzipSync(await readFile(file)).toString()).toBe(RECORDS);
    expect((await readInstitutions([out])).records).toHaveLength(12);
  });

  it('is not downloaded again, and a newer one takes its place', async () => {
    const { server, out, fetch } = await place();
    await fetch();
    expect(await fetch()).toMatchObject({ status: 'already' });
    expect(server.ranges).toEqual([null]);
    server.state.release = release('v2.17');
    expect(await fetch()).toMatchObject({ status: 'finished', release: { version: 'v2.17' } });
    expect(await readdir(out)).toEqual(['fetch.json', 'v2.17-2026-11-20-ror-data.json.gz']);
  });

  it('of both schemas is read in the newer one', async () => {
    const both = release('v1.74', { 'v1.74-ror-data_schema_v2.json': '[{"id":"the newer"}]' });
    const { fetch } = await place({ release: both });
    expect(gunzipSync(await readFile((await fetch()).file)).toString()).toBe('[{"id":"the newer"}]');
  });

  it('continues where the connection broke off, twice', async () => {
    const { server, fetch } = await place({ cuts: 2 });
    const { file } = await fetch();
    const { length } = server.state.release.zip;
    const half = Math.floor(length / 2);
    expect(server.ranges).toEqual([
      null,
      `bytes=${half}-`,
      `bytes=${half + Math.floor((length - half) / 2)}-`,
    ]);
    expect(gunzipSync(await readFile(file)).toString()).toBe(RECORDS);
  });

  it('begins again where the server gives no parts of a file', async () => {
    const { fetch } = await place({ cuts: 1, givesParts: false });
    expect(gunzipSync(await readFile((await fetch()).file)).toString()).toBe(RECORDS);
  });

  it('continues after a run that was killed', async () => {
    const { server, out, fetch } = await place();
    await mkdir(out);
    const begun = server.state.release.zip.subarray(0, 100);
    await writeFile(join(out, 'v2.16-2026-11-20-ror-data.zip.unfinished'), begun);
    expect(gunzipSync(await readFile((await fetch()).file)).toString()).toBe(RECORDS);
    expect(server.ranges).toEqual(['bytes=100-']);
  });

  it('is not downloaded where the cost is declined', async () => {
    const { server, out, fetch } = await place();
    expect(await fetch({ agree: () => false })).toMatchObject({ status: 'declined' });
    expect([existsSync(out), server.ranges]).toEqual([false, []]);
  });

  it('with other bytes than its checksum is refused and removed', async () => {
    const { out, fetch } = await place({ release: { ...release('v2.16'), md5: '0'.repeat(32) } });
    expect((await problem(fetch())).message).toMatch(/is not what Zenodo has: its checksum is another/);
    expect(await readdir(out)).toEqual([]);
  });

  it.each([
    ['no zip file', Buffer.from('<html>')],
    ['a zip file without JSON', zipOf({ 'readme.txt': 'x' })],
    ['a zip file whose directory is cut', zipOf({ 'a.json': '[]' }).subarray(0, -30)],
  ])('that is %s says what to do', async (_, zip) => {
    const { fetch } = await place({ release: { version: 'v2.16', zip } });
    expect((await problem(fetch())).message).toMatch(/is not a zip file with one JSON file of ROR records/);
  });

  it('without a network, or where something else answers, says what to do', async () => {
    const { server, fetch } = await place();
    expect(
      (await problem(fetch({ address: server.address.replace('releases', 'file') }))).text('zh'),
    ).toMatch(/的返回不是带zip文件的ROR版本列表/);
    await server.close();
    expect((await problem(fetch())).message).toMatch(/cannot be reached from this machine.*--from openalex/);
  });
});

const ZIP = '../shared/data/patents/ipgb20230404_wk14.zip';
it.skipIf(!existsSync(ZIP))(
  'a zip file of somebody else is read (needs ../shared/data/patents)',
  async () => {
    const { out } = await place();
    await rm(out, { recursive: true, force: true });
    const [entry] = await zipEntries(ZIP);
    const file = `${out}.gz`;
    await toGzip(ZIP, entry, file);
    // Checks the sum and the size that were copied.
    expect(gunzipSync(await readFile(file))).toHaveLength(entry.size);
  },
);
