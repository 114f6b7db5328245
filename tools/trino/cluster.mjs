// A cluster of Trino on this machine, for tests and measurements: a coordinator, workers, tables in a temporary folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { TRINO, trinoServer } from './archive.mjs';
import { findJava } from './java.mjs';
import { configure, kill, launch, stop as end } from './node.mjs';

/** Milliseconds. */
const WITHIN = 180_000;
const EVERY = 250;
const STOPS_WITHIN = 10_000;

/**
 * Starts a cluster and answers once every worker takes work; without workers, the coordinator works itself. Whoever
 * starts one stops it; a process that ends takes its servers with it.
 */
export async function startTrino(options = {}) {
  const { workers = 2, memory = '2G', quick = false, pinned = false, settings = {}, files = {} } = options;
  const java = findJava(TRINO.java).command;
  const home = await trinoServer();
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-trino-'));
  const [storage, exchange] = ['storage', 'exchange'].map((name) => join(folder, name));
  for (const name of ['metastore', 'iceberg']) mkdirSync(join(storage, name), { recursive: true });
  mkdirSync(exchange);
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const common = {
    home,
    memory,
    discovery: server,
    catalogs: { hive: hive(storage), iceberg: iceberg(storage), tpch: { 'connector.name': 'tpch' } },
  };
  const exchanges = {
    'exchange-manager.properties': {
      'exchange-manager.name': 'filesystem',
      'exchange.base-directories': exchange,
    },
  };
  const nodes = [];
  const start = (name, own, core) => {
    configure(join(folder, name), {
      ...common,
      ...own,
      files: { ...exchanges, ...own.files },
    });
    const node = launch(join(folder, name), { home, java, memory, quick, core });
    nodes.push(node);
    return node;
  };

  const stop = async () => {
    nodes.forEach(end);
    await Promise.race([
      Promise.all(nodes.map((node) => node.ended)),
      wait(STOPS_WITHIN, null, { ref: false }),
    ]);
    nodes.forEach(kill);
    await Promise.all(nodes.map((node) => node.ended));
    rmSync(folder, { recursive: true, force: true });
  };

  const alone = { 'node-scheduler.include-coordinator': String(workers === 0) };
  const coordinator = start('coordinator', {
    coordinator: true,
    port,
    settings: { ...alone, ...settings },
    files,
  });
  const starting = Array.from({ length: workers }, (_, i) =>
    start(
      `worker-${i + 1}`,
      { coordinator: false, port: 0, settings: {}, files: {} },
      pinned ? i % cpus().length : undefined,
    ),
  );
  try {
    await Promise.race([
      active(server, workers),
      ...nodes.map(async (node) => {
        await node.ended;
        throw new Error(`a server of Trino ended at once:\n${lastLines(node.log)}`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    version: TRINO.version,
    server,
    folder,
    storage: pathToFileURL(storage).href,
    coordinator: coordinator.pid,
    workers: starting.map((node) => node.pid),
    /** Ends a worker as a machine that fails does; the others notice by themselves. */
    kill: async (worker) => {
      kill(starting[worker]);
      await starting[worker].ended;
    },
    stop,
  };
}

/** Tables are files below `storage`; a table may also be laid over any folder of this machine. */
function hive(storage) {
  return {
    'connector.name': 'hive',
    'hive.metastore': 'file',
    'hive.metastore.catalog.dir': pathToFileURL(join(storage, 'metastore')).href,
    'fs.hadoop.enabled': 'true',
    'hive.storage-format': 'PARQUET',
    'hive.compression-codec': 'ZSTD',
    'hive.non-managed-table-writes-enabled': 'true',
    'hive.allow-register-partition-procedure': 'true',
    'hive.security': 'allow-all',
  };
}

/** A catalog of its own beside Hive's; its tables are to be read. */
function iceberg(storage) {
  return {
    'connector.name': 'iceberg',
    'iceberg.catalog.type': 'TESTING_FILE_METASTORE',
    'hive.metastore.catalog.dir': pathToFileURL(join(storage, 'iceberg')).href,
    'fs.hadoop.enabled': 'true',
    'iceberg.security': 'allow-all',
  };
}

/** Ends when `workers` of them take work. */
async function active(server, workers) {
  const until = performance.now() + WITHIN;
  while (performance.now() < until) {
    if ((await countWorkers(server)) >= workers) return;
    await wait(EVERY);
  }
  throw new Error(`Trino had not ${workers} workers after ${WITHIN / 1000} s`);
}

/** How many workers the coordinator knows; -1 while it does not answer yet. */
async function countWorkers(server) {
  const text = "SELECT count_if(NOT coordinator) FROM system.runtime.nodes WHERE state = 'active'";
  try {
    const { starting } = await (await fetch(`${server}/v1/info`)).json();
    if (starting) return -1;
    const headers = { 'X-Trino-User': 'synopolis' };
    let count = -1;
    let answer = await (
      await fetch(`${server}/v1/statement`, { method: 'POST', body: text, headers })
    ).json();
    while (answer.nextUri !== undefined) {
      answer = await (await fetch(answer.nextUri, { headers })).json();
      count = answer.data?.[0][0] ?? count;
    }
    return count;
  } catch {
    return -1;
  }
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
