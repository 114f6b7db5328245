import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Files that break a rule, each with the rule; and files that break none. */
const PLANTED: Record<string, [string, string | null]> = {
  'src/base/up.ts': ["export * from '../analyses/index.ts';", 'synopolis(layers)'],
  'src/claims/aside.ts': ["import '../resources/index.ts';", 'synopolis(layers)'],
  'src/http/cluster.ts': ["void import('../trino/index.ts');", 'synopolis(layers)'],
  'src/cli/cluster.ts': ["import '../trino/index.ts';", null],
  'src/analyses/down.ts': ["import '../base/index.ts';", null],
  'src/measures/clock.ts': ['export const now = new Date();', 'eslint(no-restricted-globals)'],
  'src/measures/page.ts': ['export const page = document;', 'eslint(no-restricted-globals)'],
  'src/effects/file.ts': ["import 'node:fs';", 'eslint(no-restricted-imports)'],
  'src/effects/hypot.ts': ['export const f = (x: number[]) => Math.hypot(...x);', 'synopolis(large-spread)'],
  'src/places/hypot.ts': ['export const f = (x: number[]) => Math.hypot(...x);', null],
  'src/places/most.ts': ['export const f = (x: number[]) => Math.max(...x);', 'synopolis(large-spread)'],
  'src/places/push.ts': ['export const f = (x: number[]) => x.push(...x);', 'synopolis(large-spread)'],
  'src/figures/page.ts': ['export const page = window;', 'eslint(no-restricted-globals)'],
  'src/web/page.ts': ['export const page = window;', null],
  'src/places/a.ts': ["import { b } from './b.ts';\nexport const a = () => b;", 'import(no-cycle)'],
  'src/places/b.ts': ["import { a } from './a.ts';\nexport const b = () => a;", 'import(no-cycle)'],
};

describe('the lint rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-rules-'));
  let lines: string[];
  beforeAll(async () => {
    const config = readFileSync('.oxlintrc.json', 'utf8');
    const plugin = resolve('tools/lint/plugin.mjs');
    writeFileSync(join(folder, '.oxlintrc.json'), config.replace('./tools/lint/plugin.mjs', plugin));
    for (const [path, [code]] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${code}\n`);
    }
    const output = await new Promise<string>((done) => {
      const command = [resolve('node_modules/oxlint/bin/oxlint'), '--format=unix'];
      execFile(process.execPath, command, { cwd: folder }, (_error, stdout) => {
        done(stdout);
      });
    });
    lines = output.split('\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(PLANTED))('judge %s', (path, [, rule]) => {
    const found = lines
      .filter((line) => line.startsWith(`${path}:`))
      .map((line) => /\[Error\/(.*)\]$/.exec(line)?.[1]);
    expect(found).toEqual(rule === null ? [] : [rule]);
  });
});
