import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstration } from '../demo/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/synopolis.mjs');
const unbuilt = !existsSync(join(root, 'dist/cli/main.js'));
const folder = mkdtempSync(join(tmpdir(), 'process-'));
const source = join(folder, 'source');
const observatory = join(folder, 'observatory');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as people do; `watch` sees its errors as they come and may send signals. */
function run(
  words: readonly string[],
  watch: (err: string, kill: (signal: NodeJS.Signals) => void, hangUp: () => void) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      watch(
        err,
        (signal) => child.kill(signal),
        () => child.stdout.destroy(),
      );
    });
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
      watch(
        err,
        (signal) => child.kill(signal),
        () => undefined,
      );
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const build = [
  'build',
  '--works',
  join(source, 'works'),
  '--institutions',
  join(source, 'institutions.jsonl'),
];

describe.skipIf(unbuilt)(`the program itself${unbuilt ? ' (skipped: run npm run build first)' : ''}`, () => {
  beforeAll(async () => {
    await writeDemonstration(source, { works: 20_000, seed: 2, parts: 4 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends with 130 when Ctrl-C stops a build, and goes on from there when told again', async () => {
    let stopped = false;
    const first = await run(build, (err, kill) => {
      if (stopped || !/Reading works|Locating/.test(err)) return;
      stopped = true;
      kill('SIGINT');
    });
    expect([first.code, first.out]).toEqual([130, '']);
    expect(first.err).not.toMatch(/unforeseen|Error:/);
    expect(existsSync(join(observatory, 'manifest.json'))).toBe(false);
    const asked = await run(['ranking']);
    expect([asked.code, asked.out]).toEqual([1, '']);
    expect(asked.err).toMatch(/never finished.*goes on where it stopped/);

    const second = await run(build);
    expect([second.code, second.out]).toEqual([0, '']);
    expect(second.err).toMatch(/works of [\d,]+ records.*Next: synopolis ranking observatory/s);
  });

  it('answers on standard output alone, and ends with 0', async () => {
    const { code, out, err } = await run(['ranking', '--top', '3', '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(3);
  });

  it('complains on standard error alone, and ends with 1 or 2', async () => {
    const failed = await run(['ranking', 'nowhere']);
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(failed.err).toMatch(/^error: .*nowhere: there is no such folder/);
    const wrong = await run(['ranking', '--top', 'ten']);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(
      /^error: option '--top <n>' argument 'ten' is invalid\. “ten” is not an integer/,
    );
  });

  it('ends without a complaint where its reader has seen enough', async () => {
    const { code, err } = await run(
      ['sql', 'observatory', 'SELECT * FROM work_cities', '--format', 'csv'],
      (_, _kill, hangUp) => hangUp(),
    );
    expect([code, err]).toEqual([0, '']);
  });

  it('reads an observatory without writing a byte into it', async () => {
    const before = readFileSync(join(observatory, 'manifest.json'));
    expect((await run(['check'])).out).toBe(
      'observatory (synthetic demonstration) is as it was built and keeps the laws.\n',
    );
    expect(readFileSync(join(observatory, 'manifest.json')).equals(before)).toBe(true);
  });
});
