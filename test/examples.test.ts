import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const unbuilt = !existsSync(join(root, 'dist/index.js'));
const why = unbuilt ? ' (skipped: run npm run build first)' : '';

/** What each example prints of the demonstration. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  'effect.mjs': ['After 2018: ', '-1 years: reference', 'Trend before the policy: p = '],
  'links.mjs': ['Shanghai–Nanjing: 113 joint works, 23.7 expected, ratio 3.43 (2.87–4.09)'],
  'measures.mjs': [
    'Abbey: rank 1 (1–3)',
    'Undefined: {"value":null,"reason":"there is no place","code":"empty"}',
  ],
  'rank.mjs': ['synthetic demonstration: 22151 works', '5 (5–6) Nanjing: 314.8 works'],
  'region.mjs': ['1 Beijing-Tianjin-Hebei', '3 Lake Tai: 129.6 works'],
};

function run(folder: string, script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? stdout : `${script} ended with ${String(status)}\n${stderr}`;
}

it('all examples are run here', () => {
  const scripts = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'));
  expect(scripts.sort()).toEqual(Object.keys(PRINTED).sort());
});

describe.skipIf(unbuilt)(`the examples${why}`, { tags: 'full' }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'synopolis-examples-'));
    expect(run(folder, 'bin/synopolis.mjs', 'demo')).toContain('synthetic demonstration');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(PRINTED))('%s runs on the demonstration', (name, lines) => {
    const printed = run(folder, `examples/${name}`);
    for (const line of lines) expect(printed).toContain(line);
  });
});
