// The browser that tests and benchmarks of the page look through.
//   node tools/browser.mjs    installs Debian's, with Chinese fonts, where it lacks, apt-get is there, and we may
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As distributions name it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const WITHIN = 600_000;
/** Tried once: where it cannot be had, the tests that need it say so and are skipped. */
const STAMP = fileURLToPath(new URL('../node_modules/.synopolis/browser', import.meta.url));

/** What `CHROMIUM` says, else the first on the path; null where there is none. */
export function browserPath(env = process.env) {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

const runs = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: 'pipe', encoding: 'utf8', ...options });

function hasChineseFont() {
  const { status, stdout } = runs('fc-list', [':lang=zh-cn', 'family']);
  return status === 0 && stdout.trim() !== '';
}

function install() {
  if (process.getuid?.() !== 0 || runs('apt-get', ['--version']).status !== 0 || existsSync(STAMP)) return;
  if (browserPath() !== null && hasChineseFont()) return;
  console.error('Installing a browser for the tests of the page…');
  const options = { timeout: WITHIN, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const done =
    runs('apt-get', ['update', '-qq'], options).status === 0 &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options).status === 0;
  if (!done) console.error('It cannot be had here; these tests will be skipped.');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, done ? 'installed' : 'not to be had');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
