import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const unbuilt = !existsSync(join(root, 'dist/cli/main.js'));
const why = unbuilt ? ' (skipped: run npm run build first)' : '';

/** What a user of the package writes; the line that expects an error is one only if the types are not `any`. */
const CONSUMER = `
import { Observatory, type RankingRow, ranking } from 'synopolis';
import { shares, splitWork } from 'synopolis/measures';
import { gini } from 'synopolis/measures/inequality';
import * as effects from 'synopolis/effects';
import { ppml } from 'synopolis/effects/ppml';

const observatory = await Observatory.open('demo/observatory');
const { rows } = await ranking.run(observatory, ranking.params.parse({ of: ['regions'], definition: ['yrd_41'] }));
const [first]: readonly RankingRow[] = rows;
// @ts-expect-error a name is no number
const wrong: number = first.place.name;
const work = splitWork({ authors: [{ id: null, institutions: ['here'] }] }, { placeOf: () => 'cn:3205' });
console.log(typeof wrong, shares([work]).places[0].share, rows.map(({ place }) => place.id).includes('def:yrd_41'), typeof effects, typeof gini, typeof ppml);
observatory.close();
`;

const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((page) => page.endsWith('.md'))
    .map((page) => `${folder}/${page}`);
const PAGES = ['README.md', ...pagesIn('docs'), ...pagesIn('docs/methods')];

/** The TypeScript that the pages show, a file a block. */
function writeBlocks(folder: string): string[] {
  const blocks = PAGES.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/```ts[^\n]*\n(.*?)```/gs)].map(([, code], n) => ({ page, n, code }));
  });
  return blocks.map(({ page, n, code }) => {
    const file = `${page.replaceAll(/[/.]/g, '-')}-${n}.ts`;
    writeFileSync(join(folder, file), code);
    return file;
  });
}

function run(folder: string, command: string, args: readonly string[]): string {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', shell });
  return status === 0 ? stdout : `${command} ended with ${String(status)}\n${stdout}${stderr}`;
}

/** The package as npm would publish it, unpacked beside the packages that it says it depends on, and no others. */
function install(folder: string): void {
  run(root, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no tarball';
  const modules = join(folder, 'node_modules');
  const unpacked = join(modules, 'synopolis');
  mkdirSync(unpacked, { recursive: true });
  expect(run(folder, 'tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'])).toBe('');
  for (const name of [...Object.keys(own.dependencies), '@types/node']) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
}

/** What the compiler says of files in a folder under strict rules; empty where it is content. */
function compile(folder: string, files: readonly string[], module: string, resolution: string): string {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const strict = ['--strict', '--target', 'es2022', '--types', 'node'];
  const how = ['--module', module, '--moduleResolution', resolution, '--outDir', resolution];
  return run(folder, process.execPath, [tsc, ...files, ...strict, ...how]);
}

describe.skipIf(unbuilt)(`the package, installed${why}`, { tags: 'full' }, () => {
  let folder: string;
  let demonstration: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'synopolis-package-'));
    install(folder);
    const bin = 'node_modules/synopolis/bin/synopolis.mjs';
    demonstration = run(folder, process.execPath, [bin, 'demo', '--works', '500']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('builds its demonstration with what it ships', () => {
    expect(demonstration).toMatch(/^Ranking — synthetic demonstration\n/);
  });

  it('has three entries with types, where a bundler resolves them', () => {
    expect(compile(folder, ['consumer.ts', '--skipLibCheck'], 'ESNext', 'Bundler')).toBe('');
  });

  it('has three entries with types, where Node.js resolves them, that answer; and the types that the pages need', () => {
    const blocks = writeBlocks(folder);
    expect(blocks.length).toBeGreaterThan(10);
    expect(compile(folder, ['consumer.ts', ...blocks], 'NodeNext', 'NodeNext')).toBe('');
    expect(run(folder, process.execPath, ['NodeNext/consumer.js'])).toBe(
      'string 1 true object function function\n',
    );
  });
});
