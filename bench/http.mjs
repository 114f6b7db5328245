// What `synopolis serve` does under load on this machine: questions asked again and questions nobody asked before,
// memory, the effect of a policy, and a plain service in Python beside it.
//   node bench/http.mjs [--works 400000] [--seconds 60] [--connections 32] [--rounds 3] [--only ranking,links,profile,effect,pandas]
import { built } from './built.mjs';
import { environment } from './environment.mjs';
import { besidePandas } from './http/beside-pandas.mjs';
import { effect } from './http/effect.mjs';
import { answered, failuresText, load, percentile } from './http/load.mjs';
import { processorSeconds, watch } from './http/memory.mjs';
import { KINDS, subjects, unasked } from './http/questions.mjs';
import { servePandas, serveSynopolis } from './http/server.mjs';
import { columns } from './measure.mjs';
import { options } from './options.mjs';

/** Questions of a kind that are asked again and again. */
const REPEATED = 8;
/** Questions one after the other before the load. */
const WARMING = 40;
/** The plain service has as many processes as ours has readers. */
const PROCESSES = 2;
const PACKAGES = ['fastapi', 'uvicorn', 'pandas', 'pyarrow'];
const PARTS = [...KINDS, 'effect', 'pandas'];

const given = options(
  {
    works: 400_000,
    seconds: 60,
    connections: 32,
    rounds: 3,
    seed: 1,
    observatory: '',
    only: PARTS.join(','),
  },
  `node bench/http.mjs [--works 400000] [--seconds 60] [--connections 32] [--rounds 3] [--seed 1] [--observatory DIR] [--only ${PARTS.join(',')}]`,
);
const only = given.only.split(',');
const { connections, seconds, rounds, seed } = given;
const observatory = given.observatory === '' ? await built(given) : given.observatory;
const asked = await subjects(observatory);
const milliseconds = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

const server = await serveSynopolis(observatory);
try {
  const rows = [
    [
      '',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'answers/s',
      'CPU ms/answer',
      'answers',
      'failed',
      'MB first third',
      'last third',
      'most',
    ],
  ];
  const told = async (title, path) => {
    const resident = watch(server.pid);
    const before = processorSeconds(server.pid);
    const { latencies, perSecond, failures } = await load(server.address, path, { connections, seconds });
    const { first, last, most } = resident.stop();
    const processor = (1000 * (processorSeconds(server.pid) - before)) / latencies.length;
    rows.push([
      title,
      ...[50, 95, 99].map((of) => milliseconds(percentile(latencies, of))),
      perSecond.toFixed(0),
      latencies.length === 0 ? '-' : milliseconds(processor),
      latencies.length,
      failuresText(failures),
      ...[first, last, most].map((megabytes) => megabytes.toFixed(0)),
    ]);
  };
  for (const kind of KINDS.filter((one) => only.includes(one))) {
    const next = unasked(kind, asked, seed);
    // The first questions wait for the compiler: they are not counted.
    for (let n = 0; n < WARMING; n++) await answered(server.address + next().path);
    await told(`${kind}, cold`, () => next().path);
    const again = Array.from({ length: REPEATED }, () => next().path);
    for (const path of again) await answered(server.address + path);
    let turn = 0;
    await told(`${kind}, asked again`, () => again[turn++ % REPEATED]);
  }
  if (rows.length > 1)
    console.log(`${columns(rows)}\n${connections} connections, ${seconds} s a row, ${observatory}\n`);
  if (only.includes('effect')) {
    // What the load left behind is at work no more.
    await answered(`${server.address}/api/analyses/coverage`);
    console.log(`${(await effect(server.address)).join('\n')}\n`);
  }
  if (only.includes('pandas')) await pandas();
} finally {
  await server.stop();
}

async function pandas() {
  const { python, why } = await environment(PACKAGES);
  if (python === undefined) {
    console.log(`no plain service (${PACKAGES.join(', ')}): ${why}`);
    return;
  }
  const peer = await servePandas(python, observatory, PROCESSES);
  try {
    const each = Math.max(1, Math.round(seconds / rounds));
    const load = { connections, seconds: each, rounds, seed };
    const beside = await besidePandas(server.address, peer.address, asked, load);
    console.log(columns([['ranking of cities', 'ours', 'FastAPI + pandas', 'ours ahead ×'], ...beside.rows]));
    console.log(
      `medians of ${rounds} rounds of ${each} s in turn, ${connections} connections; no intervals in pandas`,
    );
    console.log(beside.agreement);
  } finally {
    await peer.stop();
  }
}
