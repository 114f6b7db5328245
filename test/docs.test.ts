import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  'README.zh.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter(
  (page) =>
    page.endsWith('.md') && /^```(sh (run|fails)|ts run)$/m.test(readFileSync(join(root, page), 'utf8')),
);
const unbuilt = !existsSync(join(root, 'dist/cli/main.js'));
const why = unbuilt ? ' (skipped: run npm run build first)' : '';
const shell = unbuilt ? why : process.platform === 'win32' ? ' (skipped: the pages speak sh)' : '';

/** What a tool of the project says against the pages as they stand; empty where it is content. */
function complaint(tool: string, ...args: string[]): string {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools', tool), '--check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr || `${tool} ended with ${String(status)}`;
}

describe.skipIf(unbuilt)(`the generated pages${why}`, () => {
  it.each(['docs-tables.mjs', 'docs-cli.mjs'])('are what %s makes of the code today', (tool) => {
    expect(complaint(tool)).toBe('');
  });
});

describe.skipIf(shell !== '')(`what the pages tell to run${shell}`, { tags: 'full' }, () => {
  let world: string;
  beforeAll(() => {
    world = mkdtempSync(join(tmpdir(), 'synopolis-docs-world-'));
    const demo = [join(root, 'bin/synopolis.mjs'), 'demo', '--out', world];
    const { status, stderr } = spawnSync(process.execPath, demo, { encoding: 'utf8' });
    expect(`${String(status)} ${status === 0 ? '' : stderr}`).toBe('0 ');
  });
  afterAll(() => rmSync(world, { recursive: true }));

  it('is found on the front page and on the tour', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/tour.md']));
  });

  it.each(pages)('runs, and prints what %s shows', (page) => {
    expect(complaint('docs-run.mjs', '--world', world, page)).toBe('');
  });
});
