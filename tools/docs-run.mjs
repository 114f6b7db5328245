// Runs what README.md and docs/ tell readers to run, and keeps the output they show. Needs `npm run build` and `sh`.
//   node tools/docs-run.mjs [--check] [--seconds] [--world FOLDER] [PAGE…]
//
//   ```sh run        must end with 0; `sh fails` must not
//   <!-- lines 1-9 --> and ```text right after it: those lines of what it printed (of its errors, where it fails)
//   ```csv NAME      a file that the commands after it find beside them; `yaml NAME` too
//   ```ts run        runs as a module; `expression; // → value` must hold (numbers to four decimals)
//
// Each page has a folder of its own, with the demonstration in demo/. Without --check pages are rewritten where what
// they show has changed; with it a change is told and the exit code is 1.
import { execFileSync, spawnSync } from 'node:child_process';
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
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { root } from './docs-page.mjs';

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    seconds: { type: 'boolean', default: false },
    world: { type: 'string' },
  },
  allowPositionals: true,
});
const bin = join(root, 'bin/synopolis.mjs');
const FENCE = /^(?:<!-- lines (\d+)-(\d+) -->\n\n)?```(\w+)[ ]?(.*)\n([^]*?)^```$/gm;
/** The longest row of a table that a page shows whole, and the width at which it breaks sentences. */
const WIDTH = 200;
const SENTENCE = 110;

function runPage(page, world, scratch) {
  const path = join(root, page);
  const text = readFileSync(path, 'utf8');
  if (!/^```(sh (run|fails)|ts run)$/m.test(text)) return;
  if (!existsSync(join(world, 'observatory'))) {
    execFileSync(process.execPath, [bin, 'demo', '--out', world], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const folder = join(scratch, page.replaceAll('/', '-'));
  mkdirSync(folder);
  symlinkSync(world, join(folder, 'demo'));
  let printed = null;
  const now = text.replace(FENCE, (block, from, to, language, info, body) => {
    const shown = printed;
    printed = null;
    if ((language === 'csv' || language === 'yaml') && info !== '') writeFileSync(join(folder, info), body);
    const start = Date.now();
    if (language === 'sh' && (info === 'run' || info === 'fails'))
      printed = runShell(page, folder, body, info === 'fails');
    if (language === 'ts' && info === 'run') runModule(page, folder, body);
    if (values.seconds && info !== '')
      console.log(`${((Date.now() - start) / 1000).toFixed(1)} s  ${page}  ${body.split('\n', 1)[0]}`);
    if (language !== 'text' || from === undefined || shown === null) return block;
    return `<!-- lines ${from}-${to} -->\n\n\`\`\`text\n${excerpt(shown, Number(from), Number(to))}\`\`\``;
  });
  if (now === text) return;
  if (values.check)
    fail(
      page,
      `what it shows is not what is printed now; run: npm run build && node tools/docs-run.mjs ${page}\n${difference(text, now)}`,
    );
  else writeFileSync(path, now);
}

function runShell(page, folder, body, fails) {
  // Readers in a clone say `npx synopolis`; here that must be this checkout, whatever npx would find.
  const script = `npx() { shift; "$NODE" "$BIN" "$@"; }\nset -e\n${body}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    env: { ...process.env, NODE: process.execPath, BIN: bin },
    encoding: 'utf8',
  });
  if ((status !== 0) !== fails) {
    fail(page, `this ended with ${status}:\n${body}${stderr}`);
    return null;
  }
  return fails ? stderr : stdout;
}

function excerpt(printed, from, to) {
  const lines = printed.trimEnd().split('\n');
  return [...lines.slice(from - 1, to).flatMap(shown), ...(to < lines.length ? ['…'] : [])]
    .map((line) => `${line}\n`)
    .join('');
}

/** A row of a table is cut where it is too long; a sentence goes on in the next line. */
function shown(line) {
  if (/ {2}|^#/.test(line)) return line.length > WIDTH ? [`${line.slice(0, WIDTH - 1)}…`] : [line];
  const broken = [];
  for (const word of line.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + word.length < SENTENCE) broken.push(`${broken.pop()} ${word}`);
    else broken.push(last === undefined ? word : `  ${word}`);
  }
  return broken;
}

function runModule(page, folder, body) {
  const claiming = body.replace(
    /^(\S.*); \/\/ → (.*)$/gm,
    (_, expression, claimed) => `claim(${expression}, ${JSON.stringify(claimed)});`,
  );
  if (claiming.includes('// →')) fail(page, `a value shown here stands where none is compared:\n${body}`);
  const bound = claiming.replace(
    /from 'synopolis(\/\w+)?'/g,
    (_, part = '') => `from '${pathToFileURL(join(root, `dist${part}/index.js`)).href}'`,
  );
  const { outputText } = transpileModule(`${CLAIM}\n${bound}`, {
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
  });
  const file = join(folder, 'block.mjs');
  writeFileSync(file, outputText);
  const { status, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) fail(page, `this code failed:\n${body}${stderr}`);
}

const CLAIM = `function claim(value, claimed) {
  const plain = ArrayBuffer.isView(value) ? Array.from(value) : value;
  const actual = JSON.stringify(plain, (_, part) => (typeof part === 'number' ? Number(part.toFixed(4)) : part));
  if (actual !== claimed) throw new Error('the page says ' + claimed + ', it is ' + actual);
}`;

function difference(before, after) {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const at = old.findIndex((line, i) => line !== fresh[i]);
  return `line ${at + 1} is\n  ${old[at]}\nand should be\n  ${fresh[at] ?? ''}`;
}

function fail(page, what) {
  console.error(`${page}: ${what}`);
  process.exitCode = 1;
}

const pages =
  positionals.length > 0
    ? positionals
    : [
        'README.md',
        'README.zh.md',
        ...readdirSync(join(root, 'docs'))
          .filter((name) => name.endsWith('.md'))
          .map((name) => `docs/${name}`),
      ];
const scratch = mkdtempSync(join(tmpdir(), 'synopolis-docs-'));
try {
  const world = resolve(values.world ?? join(scratch, 'world'));
  for (const page of pages) runPage(page, world, scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
