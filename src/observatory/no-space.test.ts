import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fullUnless } from '../../test/few-and-many.ts';
import { writeDemonstration } from '../demo/index.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import type { Manifest } from './manifest.ts';
import { Observatory } from './open.ts';

const bench = new Bench();
const disk = bench.path('disk');
const out = `${disk}/out`;
const MESSAGE = `${out}: there is no space left on the disk. Free some and run the same command again: finished parts are kept (stopped at: `;

/** A small disk of its own; what keeps it from being there, where something does. */
function mount(size: string): string {
  try {
    mkdirSync(disk, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' });
    return '';
  } catch {
    return ' (skipped: a small disk can only be mounted as root, on Linux)';
  }
}
const unmount = (): void => void execFileSync('umount', [disk], { stdio: 'ignore' });
const why = mount('1m');
if (why === '') unmount();

/** Leaves so many bytes free. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(`${disk}/full`, Buffer.alloc(bavail * bsize - left));
}

describe.skipIf(why !== '')(`a build on a disk without space${why}`, () => {
  const works = [bench.path('demo/works')];
  const institutions = [bench.path('demo/institutions.jsonl')];
  const run = (folder = out): Promise<Manifest> => bench.build({ works, institutions, out: folder });

  beforeAll(async () => {
    await writeDemonstration(bench.path('demo'), { works: 8000, parts: 4, seed: 2 });
    await run(bench.path('clean'));
  });
  /** A small disk with an observatory of these works on it. */
  const mountWithObservatory = (): void => {
    mount('32m');
    cpSync(bench.path('clean'), out, { recursive: true });
  };
  afterEach(unmount);
  afterAll(() => {
    bench.dispose();
  });

  it.each([
    // Institutions and works are read side by side: which of them meets the end of the disk first is chance.
    ['40k', /stopped at: (?:institutions|works)\)/],
    ['1m', /stopped at: /],
  ])('of %s says so, and leaves nothing that is taken for whole', async (size, phase) => {
    mount(size);
    const full = await run().catch((error: unknown) => error);
    expect((full as Error).message).toContain(MESSAGE);
    expect((full as Error).message).toMatch(phase);
    expect(readdirSync(out)).toEqual(['parts']);
    await expect(Observatory.open(out)).rejects.toThrow('its build was never finished.');
  });

  it('goes on from its finished parts once there is space', async () => {
    mountWithObservatory();
    const parts = readdirSync(`${out}/parts`);
    expect(parts).toHaveLength(4);
    rmSync(`${out}/manifest.json`);
    rmSync(`${out}/parts/${parts[0]}`, { recursive: true });
    rmSync(`${out}/parts/${parts[1]}`, { recursive: true });
    fill(500_000);
    await expect(run()).rejects.toThrow(MESSAGE);
    rmSync(`${disk}/full`);
    const { works: files } = await run();
    expect(files.map(({ reused }) => reused).sort()).toEqual([false, false, true, true]);
    expect(tableBytes(out)).toEqual(tableBytes(bench.path('clean')));
  });

  describe.each([150_000, 600_000])('over an observatory, with %i bytes for the tables', (left) => {
    it('leaves it as it was and open to be asked', fullUnless(left === 150_000), async () => {
      mountWithObservatory();
      fill(left);
      const full = await run().catch((error: unknown) => error);
      expect((full as Error).message).toContain(MESSAGE);
      expect(tableBytes(out)).toEqual(tableBytes(bench.path('clean')));
      const observatory = await Observatory.open(out);
      expect(await observatory.checkLaws()).toEqual([]);
      observatory.close();
      rmSync(`${disk}/full`);
      const { works: files } = await run();
      expect(files.map(({ reused }) => reused)).toEqual([true, true, true, true]);
    });
  });
});
