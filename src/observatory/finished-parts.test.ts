import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { finishedParts } from './finished-parts.ts';
import type { Manifest } from './manifest.ts';
import { Observatory } from './open.ts';

const bench = new Bench();
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const works = [0, 1].map((file) =>
  bench.works(
    `works-${file}.jsonl`,
    [1, 2, 3].map((i) => work(file * 3 + i, [[i], [5]])),
  ),
);
const whole = bench.path('whole');
const out = bench.path('out');
let bytes: Record<string, string>;

const run = (): Promise<Manifest> => bench.build({ works, institutions, out, segment: 2 });
const reused = ({ works }: Manifest): boolean[] => works.map((file) => file.reused);
const cut = (file: string, to: number): void => {
  writeFileSync(file, readFileSync(file).subarray(0, to));
};
const parts = (): string[] => finishedParts(`${out}/parts`).map(({ folder }) => folder);

beforeAll(async () => {
  await bench.build({ works, institutions, out: whole, segment: 2 });
  bytes = tableBytes(whole);
});
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  cpSync(whole, out, { recursive: true });
});
afterAll(() => {
  bench.dispose();
});

describe('a part that is half-written is none', () => {
  describe.each<[string, (part: string) => void]>([
    ['without its record', (part) => rmSync(`${part}/part.json`)],
    ['with half of its record', (part) => cut(`${part}/part.json`, 100)],
    ['with an empty record', (part) => cut(`${part}/part.json`, 0)],
    ['with a record of something else', (part) => writeFileSync(`${part}/part.json`, '{"settings": 1}')],
    ['without one of its tables', (part) => rmSync(`${part}/1/unlocated.parquet`)],
    ['with a table that is empty', (part) => cut(`${part}/1/works.parquet`, 0)],
    ['with a table that is cut short', (part) => cut(`${part}/1/works.parquet`, 300)],
    ['without one of its segments', (part) => rmSync(`${part}/0`, { recursive: true })],
  ])('%s', (name, damage) => {
    it('is not taken', () => {
      const [damaged, other] = parts();
      damage(damaged);
      expect(parts()).toEqual([other]);
    });

    it('is made again by the next build', fullUnless(name === 'without one of its segments'), async () => {
      damage(parts()[0]);
      expect(reused(await run()).sort()).toEqual([false, true]);
      expect(readdirSync(`${out}/parts`)).toHaveLength(2);
      expect(tableBytes(out)).toEqual(bytes);
    });
  });

  it('and what a killed build left in its workshop is nothing', async () => {
    const [part] = parts();
    cpSync(part, `${out}/.building/part-0`, { recursive: true });
    rmSync(part, { recursive: true });
    expect(reused(await run()).sort()).toEqual([false, true]);
    expect(readdirSync(out)).not.toContain('.building');
    expect(tableBytes(out)).toEqual(bytes);
  });
});

describe('an observatory that is half-written is none', () => {
  it('where its tables were being put in place', async () => {
    // The manifest goes first and comes back last.
    rmSync(`${out}/manifest.json`);
    cut(`${out}/works.parquet`, 500);
    rmSync(`${out}/city_links.parquet`);
    await expect(Observatory.open(out)).rejects.toThrow(
      `${out}: its build was never finished. Run the same \`synopolis build\` again: it goes on where it stopped.`,
    );
    expect(reused(await run())).toEqual([true, true]);
    expect(tableBytes(out)).toEqual(bytes);
  });

  it('where half of its manifest was written', async () => {
    cpSync(`${out}/manifest.json`, `${out}/manifest.json.part`);
    rmSync(`${out}/manifest.json`);
    await expect(Observatory.open(out)).rejects.toThrow('its build was never finished.');
    cut(`${out}/manifest.json.part`, 300);
    cpSync(`${out}/manifest.json.part`, `${out}/manifest.json`);
    await expect(Observatory.open(out)).rejects.toThrow(
      `${out}/manifest.json: is not readable as JSON. Build the observatory again.`,
    );
    expect(reused(await run())).toEqual([true, true]);
    expect(readdirSync(out)).not.toContain('manifest.json.part');
  });

  it.each(['city_output', 'places'])('where its table %s is cut short or gone', async (table) => {
    cut(`${out}/${table}.parquet`, 200);
    await expect(Observatory.open(out)).rejects.toThrow(`${table}.parquet`);
    rmSync(`${out}/${table}.parquet`);
    await expect(Observatory.open(out)).rejects.toThrow(`${table}.parquet`);
    await run();
    (await Observatory.open(out)).close();
  });

  it('where another version of Synopolis made it', async () => {
    const text = readFileSync(`${out}/manifest.json`, 'utf8');
    writeFileSync(`${out}/manifest.json`, text.replace(/"format": \d+/, '"format": 999'));
    await expect(Observatory.open(out)).rejects.toThrow('has format 999, but this version reads 2.');
  });
});
