import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstration } from '../src/demo/index.ts';
import { type Manifest, Observatory } from '../src/observatory/index.ts';
import { Bench, tableBytes } from './observatory/observatories.ts';
import { addressOf, wordsFor } from './own-program.ts';

const bench = new Bench();
const works = [bench.path('demo/works')];
const institutions = [bench.path('demo/institutions.jsonl')];
let clean: Record<string, string>;
let tests = 0;

beforeAll(async () => {
  await writeDemonstration(bench.path('demo'), { works: 18_000, parts: 6, seed: 5 });
  await bench.build({ works, institutions, out: bench.path('clean') });
  clean = tableBytes(bench.path('clean'));
});
afterAll(() => {
  bench.dispose();
});

/** `synopolis build` on one thread, in a process of its own. */
class Command {
  readonly out = bench.path(`out-${tests++}`);
  readonly child: ChildProcess;
  stderr = '';

  constructor() {
    const argv = ['build', '--works', ...works, '--institutions', ...institutions];
    const args = JSON.stringify([...argv, '--out', this.out, '--threads', '1']);
    const run = `import { main } from ${addressOf('cli/main.ts')}; process.exitCode = await main(${args});`;
    this.child = spawn(process.execPath, wordsFor(run), {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr!.on('data', (text: Buffer) => (this.stderr += text.toString()));
  }

  /** Sends a signal once `n` of the six parts are finished, and waits for the end. */
  async stopAfter(
    n: number,
    signal: NodeJS.Signals,
  ): Promise<{ code: number | null; signal: string | null }> {
    const parts = `${this.out}/parts`;
    while (!existsSync(parts) || readdirSync(parts).length < n) {
      if (this.child.exitCode !== null) throw new Error(`ended by itself: ${this.stderr}`);
      await wait(5);
    }
    this.child.kill(signal);
    const [code, by] = (await once(this.child, 'close')) as [number | null, string | null];
    return { code, signal: by };
  }

  resume(): Promise<Manifest> {
    return bench.build({ works, institutions, out: this.out });
  }
}

const reused = ({ works }: Manifest): number => works.filter((file) => file.reused).length;

describe('a build that is killed in the middle', () => {
  it('leaves nothing that is taken for whole, and the next goes on from its finished parts to the same bytes', async () => {
    const command = new Command();
    expect(await command.stopAfter(2, 'SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    expect(readdirSync(command.out).sort()).toEqual(['.building', 'parts']);
    const finished = readdirSync(`${command.out}/parts`).length;
    expect(finished).toBeLessThan(6);
    await expect(Observatory.open(command.out)).rejects.toThrow('its build was never finished.');
    expect(reused(await command.resume())).toBe(finished);
    expect(tableBytes(command.out)).toEqual(clean);
    expect(readdirSync(command.out)).not.toContain('.building');
  });
});

describe('a build that is stopped with Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '(%s) says how to go on, ends with 130, and can',
    { tags: 'full' },
    async (signal) => {
      const command = new Command();
      expect(await command.stopAfter(1, signal)).toEqual({ code: 130, signal: null });
      expect(command.stderr).toContain('Reading works');
      expect(command.stderr).toContain(
        'The build was stopped. What it finished stays; the same command goes on from there.',
      );
      expect(readdirSync(command.out)).toEqual(['parts']);
      const finished = readdirSync(`${command.out}/parts`).length;
      expect(finished).toBeLessThan(6);
      expect(reused(await command.resume())).toBe(finished);
      expect(tableBytes(command.out)).toEqual(clean);
    },
  );
});
