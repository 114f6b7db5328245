// Times the same build on this machine's own engine, on a Trino cluster of one worker, and on one of two, and says which
// statements gain nothing from the second:
//   node bench/trino.mjs [--works 400000] [--parts 8] [--seed 1] [--threads 2] [--memory 3G] [--workers 1,2] [--warm 1] [--top 12]
// Each worker has one core and no other (taskset), so that two have what the machine's own engine has on two threads; the
// coordinator plans on whatever is free. On a cluster the last build counts; `warm` builds before it warm its Java.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { startTrino } from '../tools/trino/cluster.mjs';
import { generated } from './generate.mjs';
import { columns, measureCpu } from './measure.mjs';
import { numbers, options } from './options.mjs';

const usage =
  'node bench/trino.mjs [--works 400000] [--parts 8] [--seed 1] [--threads 2] [--memory 3G] [--workers 1,2] [--warm 1] [--top 12]';
const { works, parts, seed, threads, memory, workers, warm, top } = options(
  { works: 400_000, parts: 8, seed: 1, threads: 2, memory: '3G', workers: '1,2', warm: 1, top: 12 },
  usage,
);
const program = fileURLToPath(new URL('../bin/synopolis.mjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'synopolis-bench-trino-'));
const TICKS_PER_SECOND = 100;

/** Says at once what a run took: all of them together take an hour on a million works. */
function told(run) {
  console.error(`${run.name}: ${run.seconds.toFixed(1)} s`);
  return run;
}

function build(set, out, more) {
  rmSync(out, { recursive: true, force: true });
  const words = ['build', '--institutions', set.institutions, '--out', out, ...more];
  return measureCpu(process.execPath, [program, ...words]);
}

async function onThisMachine(set) {
  const out = join(scratch, 'duckdb');
  const { seconds, cpu } = await build(set, out, ['--works', set.works, '--threads', String(threads)]);
  return { name: `this machine, ${threads} threads`, seconds, cpu, out, statements: new Map() };
}

async function onCluster(set, workers) {
  // All statements are kept, so that each can be told apart afterwards.
  const settings = { 'query.max-history': '5000', 'query.min-expire-age': '2h' };
  const cluster = await startTrino({ workers, memory, pinned: true, settings });
  const out = join(scratch, `trino-${workers}`);
  try {
    let measured = null;
    let from = '';
    for (let i = 0; i <= warm; i++) {
      const at = ['--engine', 'trino', '--server', cluster.server, '--schema', `build_${i}`];
      [[from]] = await ask(cluster.server, 'SELECT CAST(now() AS VARCHAR)');
      const before = processors(cluster);
      const { seconds, cpu } = await build(set, out, ['--works', pathToFileURL(set.works).href, ...at]);
      measured = { seconds, cpu: cpu + processors(cluster) - before };
    }
    const name = `Trino, ${workers} worker${workers === 1 ? '' : 's'} of one core`;
    return { name, out, ...measured, statements: await statementsOf(cluster.server, from) };
  } finally {
    await cluster.stop();
  }
}

/** Seconds that the servers of a cluster have computed. */
function processors({ coordinator, workers }) {
  return [coordinator, ...workers].reduce((sum, pid) => {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return sum;
    const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }, 0);
}

/** Seconds by what a statement makes, of the build that was measured. */
async function statementsOf(server, from) {
  const rows = await ask(
    server,
    `SELECT query, date_diff('millisecond', created, "end") FROM system.runtime.queries
     WHERE state = 'FINISHED' AND source = 'synopolis' AND created >= TIMESTAMP '${from}'`,
  );
  const seconds = new Map();
  for (const [text, milliseconds] of rows) {
    const made =
      /^\s*(CREATE TABLE|CREATE OR REPLACE VIEW|INSERT INTO|DROP TABLE IF EXISTS|\w+)\s+(\S+)?/i.exec(text);
    const what = `${made[1].toUpperCase()} ${(made[2] ?? '').replaceAll('"', '')}`;
    seconds.set(what, (seconds.get(what) ?? 0) + milliseconds / 1000);
  }
  return seconds;
}

async function ask(server, text) {
  const headers = { 'X-Trino-User': 'bench' };
  const rows = [];
  let answer = await (await fetch(`${server}/v1/statement`, { method: 'POST', body: text, headers })).json();
  while (answer.nextUri !== undefined) {
    answer = await (await fetch(answer.nextUri, { headers })).json();
    if (answer.error !== undefined) throw new Error(answer.error.message);
    rows.push(...(answer.data ?? []));
  }
  return rows;
}

/** How many of the tables that both have are the same bytes. */
function same(a, b) {
  const tables = (folder) => new Set(readdirSync(folder).filter((name) => name.endsWith('.parquet')));
  const both = [...tables(a)].filter((name) => tables(b).has(name));
  const hash = (folder, name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  const other = both.filter((name) => hash(a, name) !== hash(b, name));
  return `${both.length - other.length} of ${both.length}${other.length === 0 ? '' : ` (not ${other.join(', ')})`}`;
}

try {
  const set = await generated({ works, parts, seed });
  const ours = told(await onThisMachine(set));
  const clusters = [];
  for (const count of numbers(workers)) clusters.push(told(await onCluster(set, count)));
  const [first] = clusters;
  console.log(
    `${works.toLocaleString('en')} works, ${(set.totals.bytes / 1e9).toFixed(2)} GB of JSON, seed ${seed}\n`,
  );
  const header = ['', 'seconds', 'CPU s', '÷ this machine', '÷ first cluster', 'tables the same'];
  const lines = [ours, ...clusters].map((run) => [
    run.name,
    run.seconds.toFixed(1),
    run.cpu?.toFixed(0) ?? '–',
    (run.seconds / ours.seconds).toFixed(2),
    run === ours ? '–' : (run.seconds / first.seconds).toFixed(2),
    run === ours ? '–' : same(ours.out, run.out),
  ]);
  console.log(`${columns([header, ...lines])}\n`);
  const longest = [...first.statements].sort((a, b) => b[1] - a[1]).slice(0, top);
  const statements = longest.map(([what]) => [
    what,
    ...clusters.map((run) => run.statements.get(what)?.toFixed(1) ?? '–'),
  ]);
  console.log(columns([['seconds of statements', ...clusters.map(({ name }) => name)], ...statements]));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
