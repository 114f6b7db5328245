// Writes OpenAlex-shaped synthetic works for the benchmarks, once per set of parameters, and prints the folder:
//   node bench/generate.mjs [--works 400000] [--parts 8] [--seed 1] [--size full] [--dimensions openalex|demo] [--into FOLDER]
// 400,000 works are about 3 GB of JSON. Two processes write the parts.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { widened } from './dimensions.mjs';
import { options } from './options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROCESSES = 2;

/** The generator's own code is part of what names a folder: another generator makes other works. */
function version() {
  const folder = join(root, 'dist/demo');
  if (!existsSync(folder)) throw new Error('dist/demo is missing: run `npm run build` first.');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(join(folder, name)));
  hash.update(readFileSync(fileURLToPath(new URL('dimensions.mjs', import.meta.url))));
  return hash.digest('hex').slice(0, 8);
}

/**
 * The folder with `works/part_00N.gz`, `institutions.jsonl`, `truth.json` and `complete.json` (sizes) for these
 * parameters; written if it is not there yet.
 */
export async function generated({
  works,
  parts = 8,
  seed = 1,
  size = 'full',
  // Of the demonstration, whose institutions all have a city, for what asks questions of it.
  dimensions = 'demo',
  into = join(tmpdir(), 'synopolis-bench'),
}) {
  const folder = join(into, `works-${works}-${parts}-${seed}-${size}-${dimensions}-${version()}`);
  const marker = join(folder, 'complete.json');
  if (!existsSync(marker)) {
    console.error(`Writing ${works} works in ${parts} parts to ${folder} …`);
    const begun = performance.now();
    mkdirSync(folder, { recursive: true });
    const { shippedWorld, writeSurroundings } = await import('../dist/demo/index.js');
    await writeSurroundings(await shippedWorld(seed), folder, { works, parts, size });
    const written = (
      await Promise.all(
        Array.from({ length: PROCESSES }, (_, k) =>
          child(folder, { works, parts, seed, size, dimensions }, k),
        ),
      )
    ).flat();
    const sum = (key) => written.reduce((total, part) => total + part[key], 0);
    const totals = { works, lines: sum('lines'), bytes: sum('bytes'), gzipBytes: sum('gzipBytes') };
    writeFileSync(marker, JSON.stringify(totals));
    console.error(
      `… ${(totals.bytes / 1e9).toFixed(2)} GB of JSON in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
  }
  return {
    folder,
    works: join(folder, 'works'),
    institutions: join(folder, 'institutions.jsonl'),
    parts: readdirSync(join(folder, 'works'))
      .sort()
      .map((name) => join(folder, 'works', name)),
    totals: JSON.parse(readFileSync(marker, 'utf8')),
  };
}

function child(folder, parameters, k) {
  return new Promise((resolve, reject) => {
    const process = fork(fileURLToPath(import.meta.url), [], {
      env: { SYNOPOLIS_BENCH_PARTS: JSON.stringify({ folder, parameters, k }) },
    });
    let written;
    process.on('message', (message) => (written = message));
    process.on('exit', (code) =>
      code === 0 && written ? resolve(written) : reject(new Error(`a writing process ended with ${code}`)),
    );
  });
}

async function writeParts({ folder, parameters, k }) {
  const { partName, shippedWorld, writePart } = await import('../dist/demo/index.js');
  const world = await shippedWorld(parameters.seed);
  const written = [];
  for (let part = k; part < parameters.parts; part += PROCESSES)
    written.push(
      await writePart(
        world,
        parameters,
        part,
        join(folder, 'works', partName(part)),
        parameters.dimensions === 'openalex' ? widened(parameters.seed) : undefined,
      ),
    );
  process.send(written);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env.SYNOPOLIS_BENCH_PARTS) await writeParts(JSON.parse(process.env.SYNOPOLIS_BENCH_PARTS));
  else {
    const usage =
      'node bench/generate.mjs [--works 400000] [--parts 8] [--seed 1] [--size full|slim] [--dimensions openalex|demo] [--into FOLDER]';
    const { folder, totals } = await generated(
      options(
        {
          works: 400_000,
          parts: 8,
          seed: 1,
          size: 'full',
          dimensions: 'openalex',
          into: join(tmpdir(), 'synopolis-bench'),
        },
        usage,
      ),
    );
    console.error(
      `${totals.lines} lines, ${(totals.bytes / totals.lines / 1000).toFixed(1)} KB each, compressed 1 to ${(totals.bytes / totals.gzipBytes).toFixed(1)}`,
    );
    console.log(folder);
  }
}
