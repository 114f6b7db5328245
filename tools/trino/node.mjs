// One server of a cluster: its folder of settings, and its process.
import { fork } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** What every server of a cluster is told. */
const COMMON = {
  'node.environment': 'synopolis',
  'node.bind-ip': '127.0.0.1',
  'node.internal-address': '127.0.0.1',
  'catalog.config-dir': 'etc/catalog',
  'retry-policy': 'TASK',
};

/** How a server divides a Java of so much memory (`2G`): three fifths for what a query holds, a quarter for all else. */
function memorySettings(memory) {
  const megabytes = Number(memory.replace(/G$/, '')) * 1024;
  if (!(megabytes > 0)) throw new Error(`memory is given in gigabytes, such as 2G, not as ${memory}`);
  return {
    'query.max-memory': `${megabytes}MB`,
    'query.max-memory-per-node': `${Math.floor(megabytes * 0.6)}MB`,
    'memory.heap-headroom-per-node': `${Math.floor(megabytes * 0.25)}MB`,
  };
}

/** What the coordinator alone is told. */
const COORDINATOR = {
  // Trino plans 5 GB for a task that may be done again; no server here has as much.
  'fault-tolerant-execution-task-memory': '600MB',
  'fault-tolerant-execution-coordinator-task-memory': '300MB',
  // On one machine no network fails in passing: a worker that does not answer has gone, and its tasks begin elsewhere.
  'query.remote-task.max-error-duration': '5s',
  'retry-initial-delay': '1s',
};

/**
 * Writes a server's settings below `folder`. `catalogs`, `files` (of `etc`) and `settings` are what this one is told
 * besides.
 */
export function configure(folder, server) {
  const { home, coordinator, port, discovery, memory, settings, catalogs, files } = server;
  const etc = join(folder, 'etc');
  mkdirSync(join(etc, 'catalog'), { recursive: true });
  writeProperties(join(etc, 'config.properties'), {
    ...COMMON,
    ...memorySettings(memory),
    ...(coordinator ? COORDINATOR : {}),
    'node.id': folder.split('/').at(-1),
    'plugin.dir': join(home, 'plugin'),
    'http-server.http.port': port,
    'discovery.uri': discovery,
    coordinator,
    ...settings,
  });
  for (const [name, properties] of Object.entries(catalogs))
    writeProperties(join(etc, 'catalog', `${name}.properties`), properties);
  for (const [name, properties] of Object.entries(files)) writeProperties(join(etc, name), properties);
}

/**
 * Starts a server whose settings lie in `folder`; what it says goes to its `log`. A quick one starts in half the time
 * and computes more slowly: its code is compiled once, not again where it is hot. `core` is the only one it may use.
 */
export function launch(folder, { home, java, memory, quick, core }) {
  const log = openSync(join(folder, 'log'), 'a');
  const child = fork(
    GUARD,
    [
      ...(core === undefined ? [] : ['taskset', '-c', String(core)]),
      java,
      `-Xmx${memory}`,
      '-XX:+UseG1GC',
      ...(quick ? ['-XX:TieredStopAtLevel=1'] : []),
      '-XX:+ExitOnOutOfMemoryError',
      '-XX:ReservedCodeCacheSize=256M',
      '-XX:+EnableDynamicAgentLoading',
      '-Djdk.attach.allowAttachSelf=true',
      '-Djdk.nio.maxCachedBufferSize=2000000',
      '-Dfile.encoding=UTF-8',
      '-Duser.timezone=UTC',
      '--add-modules=jdk.incubator.vector',
      '-Dconfig=etc/config.properties',
      '-cp',
      join(home, 'lib/*'),
      'io.trino.server.TrinoServer',
    ],
    // A group of its own: Ctrl-C reaches whoever started the cluster, which then stops its servers in order.
    { cwd: folder, stdio: ['ignore', log, log, 'ipc'], execArgv: [], detached: true },
  );
  closeSync(log);
  const node = { child, log: join(folder, 'log'), pid: null, ended: null };
  child.once('message', (pid) => (node.pid = pid));
  node.ended = new Promise((resolve) => child.once('exit', resolve)).then(() => (node.pid = null));
  return node;
}

/** Asks a server to end. */
export function stop(node) {
  if (node.pid !== null) process.kill(node.pid, 'SIGTERM');
}

/** Ends a server at once, as a machine that fails does. */
export function kill(node) {
  if (node.child.connected) node.child.disconnect();
}

function writeProperties(file, properties) {
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''));
}
