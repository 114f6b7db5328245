// Questions that nobody asked before, to one observatory in three ways: columns in memory, as `synopolis serve` answers;
// SQL over its files; SQL over the same tables, loaded into the memory of the engine.
//   node bench/in-memory.mjs [--works 400000] [--questions 80] [--seed 1] [--observatory DIR]
import { built } from './built.mjs';
import { percentile } from './http/load.mjs';
import { KINDS, subjects, unasked } from './http/questions.mjs';
import { columns } from './measure.mjs';
import { options } from './options.mjs';

const given = options(
  { works: 400_000, questions: 80, seed: 1, observatory: '' },
  'node bench/in-memory.mjs [--works 400000] [--questions 80] [--seed 1] [--observatory DIR]',
);
/** Questions of a kind that are not counted: they wait for the compiler. */
const WARMING = 10;
const MOST_BYTES = 384 * 2 ** 20;

const folder = given.observatory === '' ? await built(given) : given.observatory;
const { Observatory } = await import('../dist/observatory/index.js');
const { name, sql } = await import('../dist/engine/sql.js');
const analyses = Object.fromEntries(
  await Promise.all(
    KINDS.map(async (kind) => [kind, (await import(`../dist/analyses/${kind}/analysis.js`))[kind]]),
  ),
);

/** As a process of the server opens it. */
const open = () => Observatory.open(folder, { threads: 1, memory: '750MB' });

async function withColumns() {
  const observatory = await open();
  await observatory.loadIntoMemory(MOST_BYTES);
  return observatory;
}

/** No bytes for columns: only short answers are kept, as with columns. */
async function withFiles() {
  const observatory = await open();
  await observatory.loadIntoMemory(0);
  return observatory;
}

async function withTables() {
  const observatory = await withFiles();
  const { engine } = observatory;
  for (const { view } of await engine.query(
    sql`SELECT view_name AS view FROM duckdb_views() WHERE NOT internal ORDER BY view_name`,
  )) {
    await engine.execute(sql`CREATE TABLE ${name(`${view}_loaded`)} AS SELECT * FROM ${name(view)}`);
    await engine.execute(sql`DROP VIEW ${name(view)}`);
    await engine.execute(sql`ALTER TABLE ${name(`${view}_loaded`)} RENAME TO ${name(view)}`);
  }
  return observatory;
}

const ways = [];
for (const [title, opened] of Object.entries({
  'columns in memory': withColumns,
  'SQL over files': withFiles,
  'SQL over tables in memory': withTables,
})) {
  const begun = performance.now();
  ways.push({ title, observatory: await opened(), seconds: (performance.now() - begun) / 1000 });
}

function paramsOf(kind, { from, to, field, city, ranked, by }) {
  const about = { years: { from, to }, field: field === null ? null : String(field) };
  return kind === 'ranking' ? { ...about, of: [ranked], by } : { ...about, place: city };
}

/** An answer, or why there is none, which is one too: a field in which a place has no works. */
async function ask(kind, observatory, question) {
  const { run, params } = analyses[kind];
  try {
    await run(observatory, params.parse(paramsOf(kind, question)));
  } catch (error) {
    if (error.name !== 'InputError') throw error;
  }
}

const asked = await subjects(folder);
const rows = [['', 'p50 ms', 'p95 ms', 'CPU ms/answer', 'p50 ÷ columns', 'p95 ÷ columns']];
for (const kind of KINDS) {
  const next = unasked(kind, asked, given.seed);
  const figures = ways.map(() => ({ wall: [], cpu: 0 }));
  for (let n = -WARMING; n < given.questions; n++) {
    const question = next();
    // Each way comes first as often as the others: other work on the machine falls on all alike.
    for (let turn = 0; turn < ways.length; turn++) {
      const way = (turn + n + WARMING) % ways.length;
      const [begun, before] = [performance.now(), process.cpuUsage()];
      await ask(kind, ways[way].observatory, question);
      if (n < 0) continue;
      const { user, system } = process.cpuUsage(before);
      figures[way].wall.push(performance.now() - begun);
      figures[way].cpu += (user + system) / 1000;
    }
  }
  const of = ({ wall }, part) => percentile(wall, part);
  for (const [way, own] of figures.entries())
    rows.push([
      `${kind}, ${ways[way].title}`,
      of(own, 50).toFixed(1),
      of(own, 95).toFixed(1),
      (own.cpu / given.questions).toFixed(1),
      ...[50, 95].map((part) => (of(own, part) / of(figures[0], part)).toFixed(1)),
    ]);
}
for (const { observatory } of ways) observatory.close();
console.log(columns(rows));
console.log(
  `${given.questions} cold questions of each kind, one after the other, each asked in all ways in turn, ${folder}`,
);
for (const { title, seconds } of ways) console.log(`${title}: open after ${seconds.toFixed(1)} s`);
