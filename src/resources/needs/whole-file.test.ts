import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kill, lockHolder } from '../../../test/lock-holder.ts';
import { changeWhole } from './whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'whole-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const add = (file: string, line: string, patience: number): Promise<void> =>
  changeWhole(file, patience, (bytes) => ({
    text: `${Buffer.from(bytes ?? []).toString('utf8')}${line}\n`,
    result: undefined,
  }));
const held = /is being changed by another program/;

/** What a killed process left in its lock: its number, when it started, machine start, namespace, machine, chance. */
let dead: string[];
beforeAll(async () => {
  const file = join(folder, 'killed');
  await kill(await lockHolder(file));
  dead = readdirSync(`${file}.lock`)[0].split('.');
});
/** A file whose lock somebody holds who is like the killed process but for this. */
const heldBy = (change: Readonly<Record<number, string>> = {}): string => {
  const name = dead.map((part, i) => change[i] ?? part).join('.');
  const file = join(folder, `held-by-${name}`);
  mkdirSync(`${file}.lock`);
  writeFileSync(join(`${file}.lock`, name), '');
  return file;
};

describe('a lock passes on', () => {
  it('where its holder was killed', async () => {
    const file = heldBy();
    await add(file, 'after', 0);
    expect(readFileSync(file, 'utf8')).toBe('after\n');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'where another process has the holder’s number by now, or its machine was started again',
    async () => {
      await add(heldBy({ 0: String(process.pid) }), 'after', 0);
      await add(heldBy({ 2: 'abcdef' }), 'after', 0);
    },
  );

  it('where it has no holder', async () => {
    const file = join(folder, 'empty');
    mkdirSync(`${file}.lock`);
    await add(file, 'after', 0);
    expect(readFileSync(file, 'utf8')).toBe('after\n');
  });
});

describe('a lock stays', () => {
  it('that of a living process which stands still', async () => {
    const file = join(folder, 'still');
    const child = await lockHolder(file);
    child.kill('SIGSTOP');
    const waited = [1, 2, 3].map((i) => expect(add(file, `line ${i}`, 1_200)).rejects.toThrow(held));
    await Promise.all(waited);
    expect(existsSync(file)).toBe(false);
    await kill(child);
    await add(file, 'after', 0);
    expect(readFileSync(file, 'utf8')).toBe('after\n');
  });

  it('that of another machine or container: nobody here can tell whether its holder lives', async () => {
    await expect(add(heldBy({ 4: 'abcdefabcdef' }), 'no', 30)).rejects.toThrow(held);
    await expect(add(heldBy({ 3: '1' }), 'no', 30)).rejects.toThrow(held);
  });

  it('that has a holder of some other name', async () => {
    const file = join(folder, 'other');
    mkdirSync(`${file}.lock`);
    writeFileSync(join(`${file}.lock`, 'me'), '');
    await expect(add(file, 'no', 30)).rejects.toThrow(held);
  });
});

it('what a program prepared that was killed while it waited is removed by the next', async () => {
  const file = join(folder, 'prepared');
  const left = join(folder, `.prepared.lock.${dead.join('.')}`);
  const ofAnother = join(
    folder,
    `.prepared.lock.${[...dead.slice(0, 4), 'abcdefabcdef', dead[5]].join('.')}`,
  );
  mkdirSync(left);
  mkdirSync(ofAnother);
  await add(file, 'after', 0);
  expect([existsSync(left), existsSync(ofAnother)]).toEqual([false, true]);
});
