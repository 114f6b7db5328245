// Trino's server, unpacked once into a cache outside the project.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The newest whose archive stands in Maven Central: later ones are published elsewhere. */
export const TRINO = { version: '476', java: 24 };
const CENTRAL = 'https://repo1.maven.org/maven2';
/** The other plugins would only make every start slower. */
const PLUGINS = ['exchange-filesystem', 'hive', 'iceberg', 'password-authenticators', 'tpch'];

/**
 * The folder of an unpacked server, fetched where it is not there yet; throws with the reason where it cannot be had
 * within so many milliseconds.
 */
export async function trinoServer({ within = 1_800_000, env = process.env } = {}) {
  const cache =
    env.SYNOPOLIS_TRINO || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'synopolis/trino');
  const home = join(cache, `trino-server-${TRINO.version}`);
  const whole = () => PLUGINS.every((plugin) => existsSync(join(home, 'plugin', plugin)));
  if (whole()) return home;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'unpacking-'));
  try {
    console.error(`Fetching Trino ${TRINO.version} (800 MB, once)…`);
    const archive = kept() ?? withMaven(folder, within, env) ?? (await download(folder, within, env));
    run('tar', ['-xzf', archive, '-C', folder]);
    const unpacked = join(folder, `trino-server-${TRINO.version}`);
    for (const plugin of readdirSync(join(unpacked, 'plugin')))
      if (!PLUGINS.includes(plugin)) rmSync(join(unpacked, 'plugin', plugin), { recursive: true });
    // Whole or not at all: somebody else may have been faster.
    if (!whole()) {
      rmSync(home, { recursive: true, force: true });
      renameSync(unpacked, home);
    }
    return home;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The path of the archive in a Maven repository. */
function place() {
  return `io/trino/trino-server/${TRINO.version}/trino-server-${TRINO.version}.tar.gz`;
}

/** What Maven keeps already on this machine. */
function kept() {
  const file = join(homedir(), '.m2/repository', place());
  return existsSync(file) ? file : null;
}

/** By the machine's Maven, which knows the way that its owner has set; null where there is none or it fails. */
function withMaven(folder, within, env) {
  if (env.MAVEN_REPOSITORY || spawnSync('mvn', ['--version']).status !== 0) return null;
  const artifact = `-Dartifact=io.trino:trino-server:${TRINO.version}:tar.gz`;
  const { status, error } = spawnSync(
    'mvn',
    ['-q', 'dependency:copy', artifact, `-DoutputDirectory=${folder}`],
    {
      stdio: 'ignore',
      timeout: within,
    },
  );
  if (error?.code === 'ETIMEDOUT') throw new Error(`Maven had not fetched it after ${within / 1000} s`);
  return status === 0 ? join(folder, `trino-server-${TRINO.version}.tar.gz`) : null;
}

async function download(folder, within, env) {
  const address = `${env.MAVEN_REPOSITORY || CENTRAL}/${place()}`;
  const signal = AbortSignal.timeout(within);
  const file = join(folder, 'server.tar.gz');
  const [answer, sum] = await Promise.all([ask(address, signal), ask(`${address}.sha1`, signal)]);
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(file)).catch((error) => {
    throw signal.aborted ? new Error(`${address} was not here after ${within / 1000} s`) : error;
  });
  const hash = createHash('sha1');
  await pipeline(createReadStream(file), hash);
  const expected = (await sum.text()).trim().split(/\s/)[0];
  if (hash.digest('hex') !== expected)
    throw new Error(`${address} came damaged: its SHA-1 is not ${expected}`);
  return file;
}

async function ask(address, signal) {
  const answer = await fetch(address, { signal }).catch((error) => {
    throw new Error(`${address} cannot be reached: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
}
