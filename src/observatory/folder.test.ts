import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { BuildFolder } from './folder.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { Observatory } from './open.ts';
import { identityOf, type ProcessIdentity } from './process-identity.ts';

const bench = new Bench();
let out = '';
let tests = 0;
beforeEach(() => {
  out = bench.path(`out-${tests++}`);
});
afterAll(() => {
  bench.dispose();
});
const given = {
  works: [bench.works('works.jsonl', [work(1)])],
  institutions: [bench.text('institutions.jsonl', openAlexLines())],
};
let built: Promise<unknown> | null = null;
/** Puts an observatory of these works into the folder: it is built once, and copied for each test. */
const copyBuilt = async (): Promise<void> => {
  built ??= bench.build({ ...given, out: bench.path('built') });
  await built;
  cpSync(bench.path('built'), out, { recursive: true });
};
const put = (name: string, text = 'of mine'): void => {
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/${name}`, text);
};
/** What a build of a process would leave in the folder, of which some may be known otherwise. */
const locked = (pid: number, known: Partial<ProcessIdentity> = {}): void => {
  mkdirSync(`${out}/.building/part-0`, { recursive: true });
  writeFileSync(`${out}/.building/lock`, JSON.stringify({ ...identityOf(pid), token: 'theirs', ...known }));
};
/** As if the last sign of life had been so long ago. */
const silent = (seconds: number): void => {
  const then = Date.now() / 1000 - seconds;
  utimesSync(`${out}/.building/lock`, then, then);
};
const HELD = 'is in use by another build';

describe('two builds at once in one folder', () => {
  it('are one: the second is refused, the first ends as if alone', async () => {
    const first = bench.build({ ...given, out });
    await expect(bench.build({ ...given, out })).rejects.toThrow(
      `${out}: is in use by another build (process ${process.pid}). Wait for it, or stop it.`,
    );
    await first;
    await bench.build({ ...given, out: bench.path('alone') });
    expect(tableBytes(out)).toEqual(tableBytes(bench.path('alone')));
    await bench.build({ ...given, out });
  });

  it('are refused across processes, until the other one is dead', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    locked(other.pid!);
    expect(() => BuildFolder.claim(out)).toThrow(`${HELD} (process ${other.pid})`);
    expect(readdirSync(`${out}/.building`).sort()).toEqual(['lock', 'part-0']);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const folder = BuildFolder.claim(out);
    expect(JSON.parse(readFileSync(`${out}/.building/lock`, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(`${out}/.building`)).toEqual(['lock']);
    folder.release();
    expect(readdirSync(out)).toEqual(['parts']);
  });

  it.skipIf(identityOf(process.pid).started === null)(
    'are not seen where the number of the one that was killed is another process’s now',
    () => {
      for (const known of [{ started: '1' }, { boot: 'an earlier run of the machine' }]) {
        locked(process.ppid, known);
        BuildFolder.claim(out).release();
        expect(existsSync(`${out}/.building`)).toBe(false);
      }
    },
  );

  it.each([
    ['on another machine', { host: 'elsewhere' }],
    ['in another container', { numbers: 'pid:[1]' }],
    ['whose beginning is not known', { started: null }],
  ])('are refused where the other is one %s, until two minutes after its last sign of life', (_, known) => {
    locked(process.ppid, known);
    silent(90);
    expect(() => BuildFolder.claim(out)).toThrow(
      /is in use by another build \(process \d+ of .+\)\. .+ 90 s ago; 120 s after the last .+ remove .+\/lock\./,
    );
    silent(121);
    BuildFolder.claim(out).release();
  });

  it('are one where both find a dead one’s lock: the second does not take the first one’s away', () => {
    locked(process.ppid, { started: '1' });
    writeFileSync(`${out}/.building/taking`, JSON.stringify(identityOf(process.ppid)));
    expect(() => BuildFolder.claim(out)).toThrow(HELD);
  });

  it('end with the one that took the folder while the other slept: that one publishes nothing', () => {
    const slept = BuildFolder.claim(out);
    const tables = slept.fresh('tables');
    locked(process.ppid);
    expect(() => slept.publish(tables, {} as Manifest)).toThrow(HELD);
    slept.release();
    expect(readFileSync(`${out}/.building/lock`, 'utf8')).toContain('theirs');
  });

  it.each([
    ['that was never finished', ''],
    ['that says nothing', 'nonsense'],
  ])('are not seen in a lock %s', (_, text) => {
    locked(1);
    writeFileSync(`${out}/.building/lock`, text);
    BuildFolder.claim(out).release();
    expect(existsSync(`${out}/.building`)).toBe(false);
  });
});

describe('tables are put in place of the old ones', () => {
  it('without a manifest from before the first to after the last, so that what stops in between is no observatory', async () => {
    await copyBuilt();
    const folder = BuildFolder.claim(out);
    const tables = folder.fresh('tables');
    for (const name of ['a.parquet', 'b.parquet', 'c.parquet']) writeFileSync(`${tables}/${name}`, 'new');
    mkdirSync(`${out}/b.parquet/in the way`, { recursive: true });
    expect(() => folder.publish(tables, readManifest(out))).toThrow();
    expect(readFileSync(`${out}/a.parquet`, 'utf8')).toBe('new');
    folder.release();
    await expect(Observatory.open(out)).rejects.toThrow('its build was never finished.');
  });
});

describe('a folder is not built in', () => {
  it.each([
    ['that holds something else', ['thesis.docx'], 'contains other files (thesis.docx).'],
    ['that holds much else', ['a', 'b', 'c', 'd'], 'contains other files (a, b, c, …).'],
    [
      'with a table of the user’s own, of a name as ours',
      ['works.parquet'],
      'contains other files (works.parquet).',
    ],
    ['with a manifest of something else', ['manifest.json'], 'contains other files (manifest.json).'],
  ])('%s', async (_, names, message) => {
    for (const name of names) put(name);
    await expect(bench.build({ ...given, out })).rejects.toThrow(
      `${out}: ${message} Choose an empty or new folder with --out.`,
    );
    expect(readdirSync(out).sort()).toEqual(names);
    expect(readFileSync(`${out}/${names[0]}`, 'utf8')).toBe('of mine');
  });

  it('that is a file', async () => {
    writeFileSync(out, 'of mine');
    await expect(bench.build({ ...given, out })).rejects.toThrow(`${out}: is a file.`);
    expect(readFileSync(out, 'utf8')).toBe('of mine');
  });

  it('that is an observatory with something else in it, which stays as it was', async () => {
    await copyBuilt();
    put('notes.txt');
    await expect(bench.build({ ...given, out })).rejects.toThrow('contains other files (notes.txt).');
    (await Observatory.open(out)).close();
    rmSync(`${out}/notes.txt`);
    await bench.build({ ...given, out });
  });
});

describe('a folder is built in', () => {
  it('that is empty, but for what a file browser left', async () => {
    put('.DS_Store');
    await bench.build({ ...given, out });
    expect(readFileSync(`${out}/.DS_Store`, 'utf8')).toBe('of mine');
  });

  it('that does not exist, nor the one it is in', async () => {
    out = `${out}/in/another`;
    await bench.build({ ...given, out });
    (await Observatory.open(out)).close();
  });

  it('that an observatory without parts is in: as it is copied to those who only ask', async () => {
    await copyBuilt();
    const before = tableBytes(out);
    rmSync(`${out}/parts`, { recursive: true });
    const { works } = await bench.build({ ...given, out });
    expect(works).toMatchObject([{ reused: false }]);
    expect(tableBytes(out)).toEqual(before);
  });
});
