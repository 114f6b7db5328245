// Whether a need that was acknowledged is ever lost: many programs write to one file and are killed (SIGKILL) at any moment.
// Each writes its acknowledgements to a pipe as soon as it has them; in the end every one must stand in the file, once.
//   node bench/needs-durability.mjs [--writes 100000] [--kills 2500] [--writers 8] [--a-file 800] [--seed 1]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { options } from './options.mjs';

const HERE = fileURLToPath(import.meta.url);
const NEEDS = new URL('../dist/resources/needs/needs.js', import.meta.url).href;
/** A writer waits as long as it must: to be refused is no loss. */
const PATIENCE = 60_000;

if (process.argv[2] === 'write') await write(process.argv[3], process.argv[4], process.argv[5]);
else await judge();

/** Writes needs until it is killed. */
async function write(module, file, name) {
  const { Needs } = await import(module);
  // No need here names a place: nothing of the facts is asked for.
  const needs = new Needs(file, { facts: null, patience: PATIENCE });
  for (let i = 0; ; i++) {
    const text = `${name} writes ${i}`;
    try {
      const { id } = await needs.add(text);
      writeSync(1, `${id}\t${text}\n`);
    } catch (error) {
      // Nobody else writes: a lock that two hold is noticed so, when it is noticed.
      writeSync(1, `refused\t${error.message}\n`);
    }
  }
}

async function judge() {
  const given = options(
    { writes: 100_000, kills: 2_500, writers: 8, aFile: 800, seed: 1, needs: '' },
    'node bench/needs-durability.mjs [--writes 100000] [--kills 2500] [--writers 8] [--a-file 800] [--seed 1] [--needs MODULE]',
  );
  const module = given.needs === '' ? NEEDS : pathToFileURL(given.needs).href;
  const { createRandom } = await import('../dist/measures/index.js');
  const random = createRandom(given.seed);
  const folder = mkdtempSync(join(tmpdir(), 'needs-durability-'));
  const found = {
    files: 0,
    writes: 0,
    kills: 0,
    lost: 0,
    twice: 0,
    foreign: 0,
    unreadable: 0,
    left: 0,
    refused: 0,
  };
  const begun = performance.now();
  try {
    while (found.writes < given.writes || found.kills < given.kills) await round();
  } finally {
    rmSync(folder, { recursive: true });
  }
  const seconds = (performance.now() - begun) / 1000;
  const { files, writes, kills, lost, twice, foreign, unreadable, left, refused } = found;
  console.log(
    `${writes.toLocaleString('en')} acknowledged writes to ${files} files by ${given.writers} writers at once, ${kills.toLocaleString('en')} kills, ${seconds.toFixed(0)} s: ` +
      `${lost} lost, ${refused} refused, ${twice} ids twice, ${foreign} written down as another, ${unreadable} files unreadable, ${left} files left behind`,
  );
  if (lost + refused + twice + foreign + unreadable > 0) process.exitCode = 1;

  /** One file: killed writers are followed by new ones until there are enough needs, then all are killed. */
  async function round() {
    const file = join(folder, `needs-${found.files}.csv`);
    const acknowledged = new Map();
    const writers = new Set();
    let started = 0;
    const start = () => {
      const name = `writer ${found.files}-${started++}`;
      const child = spawn(process.execPath, [HERE, 'write', module, file, name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let rest = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        for (const line of lines) {
          const [id, said] = line.split('\t');
          if (id === 'refused') {
            found.refused += 1;
            continue;
          }
          if (acknowledged.has(id)) found.twice += 1;
          acknowledged.set(id, said);
        }
      });
      writers.add(child);
    };
    const kill = async (child) => {
      const closed = once(child, 'close');
      writers.delete(child);
      child.kill('SIGKILL');
      await closed;
      found.kills += 1;
    };
    for (let i = 0; i < given.writers; i++) start();
    // All are killed in the end, too.
    const aKill = given.aFile / Math.max(1, (given.aFile * given.kills) / given.writes - given.writers);
    let next = aKill;
    while (acknowledged.size < given.aFile) {
      await wait(1 + random.integer(10));
      if (acknowledged.size < next) continue;
      next = acknowledged.size + aKill;
      await kill([...writers][random.integer(writers.size)]);
      start();
    }
    await Promise.all([...writers].map(kill));
    found.files += 1;
    found.writes += acknowledged.size;
    const { Needs } = await import(module);
    const needs = new Needs(file, { facts: null, patience: PATIENCE });
    // Whoever comes next finds a file that can be changed, and removes what the killed left.
    await needs.add('the last');
    const { needs: read, problems } = await needs.read();
    if (problems.length > 0) found.unreadable += 1;
    const stands = new Map(read.map(({ id, text }) => [id, text]));
    for (const [id, said] of acknowledged) {
      if (stands.get(id) === said) continue;
      if ([...stands.values()].includes(said)) found.foreign += 1;
      else found.lost += 1;
    }
    found.left += readdirSync(folder).filter((name) => name !== file.slice(folder.length + 1)).length;
    rmSync(file);
    if (found.files % 25 === 0) console.error(JSON.stringify(found));
  }
}
