import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { prepareInstitutions } from '../places/prepare.ts';
import { shippedDefinitions } from '../places/regions/read.ts';
import { shippedWorld, writeDemonstration } from './demonstrate.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synopolis-demo-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the demonstration', () => {
  it('has every shipped definition in its truth once, and every member among its cities', async () => {
    const definitions = await shippedDefinitions();
    const world = await shippedWorld(1);
    expect(world.truth.flatMap((region) => region.definitions).sort()).toEqual(
      definitions.map(({ id }) => id).sort(),
    );
    const cities = new Set(world.geography.cities.map(({ id }) => id));
    for (const { members } of definitions) for (const { city } of members) expect(cities).toContain(city);
  });

  it('takes policy years from the definitions and draws the others', async () => {
    const { truth } = await shippedWorld(1);
    const delta = truth.find(({ region }) => region === 'def:yrd_41')!;
    expect(delta).toMatchObject({ policyYear: 2018, yearDrawn: false });
    expect(delta.definitions).toEqual(['def:yrd_26_2016', 'def:yrd_27_central', 'def:yrd_41']);
    expect(truth.find(({ region }) => region === 'def:tokyo_1_3')!.yearDrawn).toBe(true);
  });

  it('is written where asked, with its truth', async () => {
    const written = await writeDemonstration(folder, { works: 500, parts: 2, years: [2015, 2020] });
    expect(written.parts.map(({ file }) => file)).toEqual(
      ['part_000.gz', 'part_001.gz'].map((name) => join(folder, 'works', name)),
    );
    expect(existsSync(written.institutions)).toBe(true);
    const truth = JSON.parse(await readFile(written.truthFile, 'utf8')) as Record<string, unknown>;
    expect(truth).toMatchObject({ synthetic: true, seed: 1, works: 500, parts: 2, years: [2015, 2020] });
  });

  it('has institutions that are read back in the cities they were drawn for', async () => {
    const { institutions } = await writeDemonstration(folder, { works: 10, parts: 1 });
    const prepared = await prepareInstitutions({ paths: [institutions] });
    const world = await shippedWorld(1);
    expect(prepared.report.files.map(({ problems }) => problems)).toEqual([0]);
    const read = new Map(prepared.institutions.map((one) => [one.openalex, one]));
    expect(read.size).toBe(world.institutions.length);
    const above = prepared.ancestors.map(({ institution }) => institution);
    for (const drawn of world.institutions) {
      const one = read.get(`I9${String(drawn.number).padStart(8, '0')}`)!;
      const { id, country } = world.geography.cities[drawn.city];
      // Hong Kong and Macao are told by country alone.
      expect(one.city).toBe(drawn.located || country === 'HK' || country === 'MO' ? id : null);
      expect(one.types).toEqual([drawn.type]);
      expect(above.filter((institution) => institution === one.id)).toHaveLength(drawn.ancestors.length);
    }
    expect(prepared.institutions.filter(({ umbrella }) => umbrella).length).toBeGreaterThan(2);
  });

  it.each([
    { works: 3, parts: 4 },
    { works: 10.5 },
    { parts: 0 },
    { seed: -1 },
    { years: [2020, 2010] as const },
  ])('refuses %o', async (parameters) => {
    await expect(writeDemonstration(folder, { works: 10, parts: 2, ...parameters })).rejects.toThrow(
      RangeError,
    );
    expect(existsSync(join(folder, 'works'))).toBe(false);
  });
});
