// Servers on this machine alone, started for the benchmark and ended with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { SYNOPOLIS } from '../built.mjs';

const HOST = '127.0.0.1';
const STARTS_WITHIN = 60_000;

/** `synopolis serve` of an observatory. */
export function serveSynopolis(observatory) {
  return start(
    process.execPath,
    (port) => [SYNOPOLIS, ...['serve', observatory, '--host', HOST, '--port', port, '--log', 'error']],
    '/healthz',
  );
}

/** The plain service in Python, with as many processes as ours reads with. */
export function servePandas(python, observatory, processes) {
  const folder = dirname(fileURLToPath(import.meta.url));
  return start(
    python,
    (port) => [
      ...['-m', 'uvicorn', 'pandas_ranking:app', '--app-dir', folder, '--workers', String(processes)],
      ...['--host', HOST, '--port', port, '--no-access-log', '--log-level', 'warning'],
    ],
    '/openapi.json',
    { FOLDER: observatory },
  );
}

async function start(command, args, alive, env = {}) {
  const port = String(await freePort());
  const child = spawn(command, args(port), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = `http://${HOST}:${port}`;
  for (const begun = Date.now(); !(await answers(address + alive)); await wait(100)) {
    if (child.exitCode === null && Date.now() - begun < STARTS_WITHIN) continue;
    child.kill('SIGKILL');
    throw new Error(`${command} does not answer at ${address}`);
  }
  return {
    address,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
