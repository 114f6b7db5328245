import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';

import { InputError, type Message } from '../../base/index.ts';
import { stopped } from '../openalex-api/client.ts';
import type { World } from '../openalex-api/world.ts';
import { messages } from './messages.ts';

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** Without a byte for so long an attempt is given up, in milliseconds. */
const SILENCE = 60_000;

export interface Remote {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly md5: string;
}

/** Gives an attempt up after a silence, or when the caller stops. */
class Attempt {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  readonly signal: AbortSignal;

  constructor(stop: AbortSignal | undefined) {
    this.signal =
      stop === undefined ? this.controller.signal : AbortSignal.any([stop, this.controller.signal]);
    this.heard();
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.controller.abort(new Error(`no byte within ${SILENCE / 1000} s`)),
      SILENCE,
    );
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** What is asked for: an address, the world that it is asked in, and who may stop it. */
export interface Asking {
  readonly url: string;
  readonly world: World;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands an answer to `read`, after further attempts where none comes or it breaks off.
 * @throws InputError
 */
export async function ask<T>(
  { url, world, signal }: Asking,
  headers: () => Promise<Record<string, string>>,
  read: (response: Response, heard: () => void) => Promise<T>,
): Promise<T> {
  const { host } = new URL(url);
  for (let n = 1; ; n++) {
    const attempt = new Attempt(signal);
    let problem: Message;
    try {
      const own = { accept: 'application/json, */*', 'user-agent': 'synopolis', ...(await headers()) };
      const response = await world.fetch(url, { headers: own, signal: attempt.signal });
      if (response.ok) return await read(response, () => attempt.heard());
      const { status } = response;
      problem = messages.refused({ host, status });
      if (status !== 429 && status < 500) throw new InputError(problem);
    } catch (error) {
      if (signal?.aborted === true) throw stopped();
      // What the disk refuses is not the network's.
      if (error instanceof InputError || (error as NodeJS.ErrnoException).syscall === 'write') throw error;
      problem = messages.unreachable({ host, fault: faultOf(error) });
    } finally {
      attempt.end();
    }
    if (n === ATTEMPTS) throw new InputError(problem);
    await world.sleep(FIRST_WAIT * 2 ** n, signal).catch((error: unknown) => {
      throw signal?.aborted === true ? stopped() : error;
    });
  }
}

/**
 * Downloads into `file`, which keeps what an earlier run brought; the rest is asked for, or all of it where the server gives no
 * parts of a file.
 * @throws InputError where the bytes are not those of the checksum; the file is removed then
 */
export async function download(
  { bytes, md5 }: Remote,
  file: string,
  asking: Asking,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const rest = async (): Promise<Record<string, string>> => {
    const have = await sizeOf(file);
    return have === 0 ? {} : { range: `bytes=${have}-` };
  };
  const write = async (response: Response, heard: () => void): Promise<void> => {
    const isRest = response.status === 206;
    let written = isRest ? await sizeOf(file) : 0;
    const handle = await open(file, isRest ? 'a' : 'w');
    try {
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        await handle.write(chunk);
        written += chunk.length;
        heard();
        onBytes(written);
      }
      await handle.datasync();
    } finally {
      await handle.close();
    }
  };
  if ((await sizeOf(file)) < bytes) await ask(asking, rest, write);
  if ((await md5Of(file)) === md5) return;
  await rm(file);
  throw new InputError(messages.otherBytes(), { file });
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${faultOf(error.cause)}`;
}
