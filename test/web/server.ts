import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = fileURLToPath(new URL('../../bin/synopolis.mjs', import.meta.url));
const STARTS_WITHIN = 60_000;

/** What tests of the page keep from run to run: a build of the same records by the same code has nothing to do. */
export const KEPT = fileURLToPath(new URL('../../.cache/web', import.meta.url));

/** Runs a command as a user does; its text. */
export function synopolis(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`synopolis ${words.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

export interface Server {
  readonly address: string;
  stop(): Promise<void>;
}

/** `synopolis serve` in a process of its own, at a port that is free. */
export async function serve(...observatories: string[]): Promise<Server> {
  return startServer('serve', ...observatories, '--port', '0', '--log', 'error');
}

/** A command that serves, in a process of its own. */
export async function startServer(...words: string[]): Promise<Server> {
  const child = spawn(process.execPath, [BIN, ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  return {
    address: await addressOf(child),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('said no address'), STARTS_WITHIN);
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`synopolis serve ${why}`));
    };
    let told = '';
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stdout!.on('data', (text: Buffer) => {
      told += text.toString();
      const address = /open (http:\S+) in a browser/.exec(told)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
