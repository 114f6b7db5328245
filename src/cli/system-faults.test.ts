import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDemonstration } from '../demo/index.ts';
import { EngineError } from '../engine/engine.ts';
import { systemFault } from '../base/index.ts';
import { synopolis } from '../../test/cli/shell.ts';
import { addressOf, wordsFor } from '../../test/own-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'system-'));
const source = join(folder, 'source');
const given = ['--works', join(source, 'works'), '--institutions', join(source, 'institutions.jsonl')];
beforeAll(async () => {
  await writeDemonstration(source, { works: 100, parts: 1 });
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('loop', join(folder, 'loop'));
  mkdirSync(join(folder, 'in/manifest.json'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [
    'build',
    [...given, '--out', '/proc/x'],
    '/proc/x: a folder cannot be created there. Choose another path.',
  ],
  [
    'demo',
    ['--works', '100', '--out', '/proc/x'],
    '/proc/x: a folder cannot be created there. Choose another path.',
  ],
  ['build', [...given, '--out', `FOLDER/${'x'.repeat(300)}`], 'the name is too long. Take a shorter one.'],
  [
    'build',
    [...given, '--out', 'FOLDER/file/x'],
    'FOLDER/file/x: lies in something that is not a folder. Check the path.',
  ],
  ['build', [...given, '--out', 'FOLDER/loop/x'], 'is a link that leads back to itself. Mend the link.'],
  ['ranking', ['FOLDER/in'], 'is a folder, not a file. Name a file.'],
  ['ranking', ['FOLDER/loop'], 'is a link that leads back to itself. Mend the link.'],
])(
  'What the system refuses is told in a line, and never called unforeseen: %s %j',
  async (command, words, says) => {
    const here = (text: string): string => text.replaceAll('FOLDER', folder);
    const { code, err } = await synopolis(command, ...words.map(here));
    expect(code).toBe(1);
    expect(err).toContain(here(says));
    expect(err.trim().split('\n')).toHaveLength(1);
  },
);

it('A build whose files may not become as large says what to raise', () => {
  const words = JSON.stringify(['build', ...given, '--out', join(folder, 'large')]);
  const run = `import { main } from ${addressOf('cli/main.ts')}; process.exitCode = await main(${words});`;
  // In blocks of 512 bytes or of 1,024; a process that goes beyond is refused only where it ignores the signal, as Node does.
  const script = 'ulimit -f 4; exec "$0" "$@"';
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...wordsFor(run)], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('the file became larger than the system allows. Raise the limit (`ulimit -f`)');
}, 120_000);

it.each([
  ['EACCES', 'Permission denied', 'permission is denied.'],
  ['EROFS', 'Read-only file system', 'the file system is read-only.'],
  ['ENOSPC', 'No space left on device', 'there is no space left on the disk.'],
  ['EMFILE', 'Too many open files', 'too many files are open.'],
  ['EIO', 'Input/output error', 'the disk cannot read or write it.'],
])('%s is known by its code and in the engine’s words', (code, words, what) => {
  const ofNode = Object.assign(new Error(`${code}: x, open '/d/a'`), { code, path: '/d/a' });
  const ofEngine = new EngineError(`IO Error: Cannot open file "/d/a": ${words}`, '');
  for (const error of [ofNode, ofEngine]) {
    const fault = systemFault(error)!;
    expect(fault).toMatchObject({ file: '/d/a', detail: { code: `system.${code}` } });
    expect(fault.message).toContain(`/d/a: ${what} `);
    expect(fault.text('zh')).toMatch(/^\/d\/a: .*\p{Script=Han}.*。$/u);
  }
  expect(systemFault(new Error(words))).toBeNull();
  expect(systemFault(new EngineError(`Binder Error: ${words}`, ''))).toBeNull();
});
