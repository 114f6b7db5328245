import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnalysedWorld, analysedWorld } from '../../../test/analysed-world.ts';
import { fullUnless } from '../../../test/few-and-many.ts';
import { main } from '../main.ts';
import type { Terminal } from '../terminal.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 600, seed: 5 });
});
afterAll(async () => {
  await world.close();
});

interface Printed {
  out: string;
  err: string;
  /** What Ctrl-C does. */
  stop: () => void;
}

function terminalOf(printed: Printed, env: Record<string, string> = {}): Terminal {
  return {
    env,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    redraws: false,
    interactive: false,
    ask: () => Promise.resolve(''),
    onInterrupt: (stop) => {
      printed.stop = stop;
      return () => undefined;
    },
  };
}

const fresh = (): Printed => ({ out: '', err: '', stop: () => undefined });

async function until<T>(what: () => T | null): Promise<T> {
  for (;;) {
    const found = what();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const addressIn = (text: string): string | null => /http:\/\/[\d.]+:\d+/.exec(text)?.[0] ?? null;

describe('synopolis serve', () => {
  it('says where it answers, logs a line a request, and stops when it is told to', async () => {
    const printed = fresh();
    const ended = main(['serve', world.folder, '--port', '0'], terminalOf(printed));
    const address = await until(() => addressIn(printed.out));
    const response = await fetch(`${address}/api/definitions`);
    expect(response.status).toBe(200);
    printed.stop();
    expect(await ended).toBe(0);
    expect(JSON.parse(printed.err)).toMatchObject({ route: '/api/definitions', status: 200 });
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it.each([
    [['--port', 'many'], 2, 'is not an integer'],
    [['--port', '70000'], 2, '--port takes 0 to 65535'],
    [['--log', 'all'], 2, 'silent, error, info'],
    [['--host', '0.0.0.0'], 1, 'SYNOPOLIS_TOKEN'],
    [['--host', '203.0.113.1', '--port', '0'], 1, 'SYNOPOLIS_TOKEN'],
  ])('refuses %j with %i', async (flags, code, says) => {
    const printed = fresh();
    expect(await main(['serve', world.folder, ...flags], terminalOf(printed))).toBe(code);
    expect(printed.err).toContain(says);
    expect(printed.out).toBe('');
  });

  it('refuses a folder that is no observatory', async () => {
    const printed = fresh();
    expect(await main(['serve', join(world.folder, 'nowhere')], terminalOf(printed))).toBe(1);
    expect(printed.err).toContain('there is no such folder');
  });

  it('serves several folders, the first by default, each under its id', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'several-'));
    const [first, second] = [join(parent, 'health'), join(parent, 'geoscience')];
    for (const folder of [first, second]) await cp(world.folder, folder, { recursive: true });
    try {
      const printed = fresh();
      const ended = main(['serve', first, second, '--port', '0', '--log', 'silent'], terminalOf(printed));
      const address = await until(() => addressIn(printed.out));
      const listed = (await (await fetch(`${address}/api/observatories`)).json()) as {
        default: string;
        rows: { id: string }[];
      };
      expect([listed.default, listed.rows.map(({ id }) => id)]).toEqual(['health', ['health', 'geoscience']]);
      expect(printed.out).toContain(`${first} (health), ${second} (geoscience) are served`);
      printed.stop();
      expect(await ended).toBe(0);
    } finally {
      await rm(parent, { recursive: true });
    }
  });

  it('refuses a folder that is given twice', async () => {
    const printed = fresh();
    expect(await main(['serve', world.folder, `${world.folder}/.`], terminalOf(printed))).toBe(1);
    expect(printed.err).toContain('is given twice');
    expect(printed.out).toBe('');
  });

  it('names the one folder of several that cannot be served', async () => {
    const printed = fresh();
    const broken = join(world.folder, 'nowhere');
    expect(await main(['serve', world.folder, broken], terminalOf(printed))).toBe(1);
    expect(printed.err).toContain(broken);
    expect(printed.out).toBe('');
  });

  it('beyond this machine asks for the token of its environment', async () => {
    const printed = fresh();
    const terminal = terminalOf(printed, { SYNOPOLIS_TOKEN: 'sixteen-characters' });
    const ended = main(
      ['serve', world.folder, '--port', '0', '--host', '0.0.0.0', '--log', 'silent'],
      terminal,
    );
    const address = (await until(() => addressIn(printed.out))).replace('0.0.0.0', '127.0.0.1');
    const as = async (authorization: string): Promise<number> =>
      (await fetch(`${address}/api/definitions`, { headers: { authorization } })).status;
    expect([await as('Bearer sixteen-characters'), await as('Bearer another-of-sixteen')]).toEqual([
      200, 401,
    ]);
    printed.stop();
    expect([await ended, printed.err]).toEqual([0, '']);
  });
});

const root = fileURLToPath(new URL('../../..', import.meta.url));
const unbuilt = !existsSync(join(root, 'dist/cli/commands/serve.js'));

describe.skipIf(unbuilt)('the program (skipped where it is not built)', () => {
  describe.each(['SIGTERM', 'SIGINT'] as const)('at %s', (signal) => {
    it('ends well', fullUnless(signal === 'SIGTERM'), async () => {
      const child = spawn(process.execPath, [
        join(root, 'bin/synopolis.mjs'),
        'serve',
        world.folder,
        '--port',
        '0',
      ]);
      let out = '';
      child.stdout.on('data', (data: Buffer) => void (out += data.toString()));
      const ended = new Promise((resolve) => child.on('close', (code, by) => resolve([code, by])));
      const address = await until(() => addressIn(out) ?? (child.exitCode === null ? null : ''));
      expect((await fetch(`${address}/api/analyses/ranking?top=2`)).status).toBeLessThan(203);
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
    });
  });
});
