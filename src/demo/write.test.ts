import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { Gazetteer } from '../places/gazetteer.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import { lineWriter } from './lines.ts';
import { worldCities } from './places.ts';
import type { RegionTruth, WorldRegion } from './truth.ts';
import { generateWorld, type World } from './world.ts';
import { partName, workLines, writePart, writeSurroundings } from './write.ts';

const REGIONS: readonly WorldRegion[] = [
  {
    id: 'def:delta',
    name: 'Delta',
    policyYear: 2017,
    members: ['cn:3100', 'cn:3201', 'cn:3205', 'cn:3301', 'cn:3401'],
  },
  {
    id: 'def:capital',
    name: 'Capital',
    policyYear: 2017,
    members: ['cn:1100', 'cn:1200', 'cn:1301', 'cn:1310'],
  },
  {
    id: 'def:triangle',
    name: 'Triangle',
    policyYear: null,
    members: ['gn:2643743', 'gn:2640729', 'gn:2653941'],
  },
];
const PARAMETERS = { works: 3000, parts: 2, size: 'slim' } as const;
let folder: string;
let gazetteer: Gazetteer;

beforeAll(async () => {
  gazetteer = await Gazetteer.open();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synopolis-demo-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function worldOf(seed: number): World {
  return generateWorld({ seed, regions: REGIONS, cities: worldCities(gazetteer, REGIONS) });
}

async function write(seed: number): Promise<Map<string, Buffer>> {
  const world = worldOf(seed);
  await writeSurroundings(world, folder, PARAMETERS);
  for (let part = 0; part < PARAMETERS.parts; part++)
    await writePart(world, PARAMETERS, part, join(folder, 'works', partName(part)));
  const names = [
    'institutions.jsonl',
    'truth.json',
    ...(await readdir(join(folder, 'works'))).map((name) => `works/${name}`),
  ];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

describe('a demonstration on disk', () => {
  it('has the same bytes for the same seed, and others for another', async () => {
    const first = await write(1);
    const again = await write(1);
    const other = await write(2);
    expect([...again.keys()]).toEqual([...first.keys()]);
    for (const [name, bytes] of first) {
      expect(again.get(name)!.equals(bytes)).toBe(true);
      expect(other.get(name)!.equals(bytes)).toBe(false);
    }
  });

  it('holds as many distinct works as asked, a few of them in two versions', async () => {
    const files = await write(1);
    const lines = ['works/part_000.gz', 'works/part_001.gz'].flatMap((name) =>
      gunzipSync(files.get(name)!).toString().trimEnd().split('\n'),
    );
    const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(3000);
    expect(ids.length).toBeGreaterThan(3000);
    expect(ids.length).toBeLessThan(3025);
  });

  it('is unlike any date or name of the machine: gzip carries no time', async () => {
    const header = (await write(1)).get('works/part_000.gz')!.subarray(0, 8);
    expect([...header]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
  });

  it('drops the parts of an earlier world of more parts', async () => {
    await writeSurroundings(worldOf(1), folder, { ...PARAMETERS, parts: 3 });
    await writePart(worldOf(1), { ...PARAMETERS, parts: 3 }, 2, join(folder, 'works', partName(2)));
    await write(1);
    expect((await readdir(join(folder, 'works'))).sort()).toEqual(['part_000.gz', 'part_001.gz']);
  });

  it('tells the truth beside the works', async () => {
    const truth = JSON.parse((await write(1)).get('truth.json')!.toString()) as {
      synthetic: boolean;
      regions: RegionTruth[];
    };
    expect(truth.synthetic).toBe(true);
    expect(truth.regions).toEqual(worldOf(1).truth);
  });
});

/** Pairs of cities of works, by region: [inside, across] before and after the policy year. */
function pairs(
  world: World,
  works: number,
): Map<string, { before: [number, number]; after: [number, number] }> {
  const cityOf = new Map(
    world.institutions.map((one) => [
      `I9${String(one.number).padStart(8, '0')}`,
      world.geography.cities[one.city].id,
    ]),
  );
  const counts = new Map(
    REGIONS.map(({ id }) => [id, { before: [0, 0] as [number, number], after: [0, 0] as [number, number] }]),
  );
  for (const line of workLines(world, { works, parts: 1, size: 'slim' }, 0, lineWriter(world, 'slim'))) {
    const work = JSON.parse(line) as {
      publication_year: number;
      authorships: { institutions: { id: string }[] }[];
    };
    if (work.authorships.length > 100) continue;
    const cities = new Set(
      work.authorships.flatMap(({ institutions }) => institutions.map(({ id }) => cityOf.get(id.slice(21)))),
    );
    cities.delete(undefined);
    for (const { region, policyYear } of world.truth) {
      const members = new Set(REGIONS.find(({ id }) => id === region)!.members);
      const inside = [...cities].filter((city) => members.has(city!)).length;
      const count = counts.get(region)![work.publication_year > policyYear ? 'after' : 'before'];
      count[0] += (inside * (inside - 1)) / 2;
      count[1] += inside * (cities.size - inside);
    }
  }
  return counts;
}

describe('integration of a region', () => {
  describe.each([1, 2, 3])('seed %i', (seed) => {
    it(
      'shows in its links after the policy year, in the direction of the truth',
      fullUnless(seed === 1),
      () => {
        const world = worldOf(seed);
        const counts = pairs(world, 40_000);
        expect(world.truth.map(({ direction }) => direction).sort()).toEqual(['down', 'none', 'up']);
        for (const { region, direction } of world.truth) {
          const { before, after } = counts.get(region)!;
          const ratio = after[0] / after[1] / (before[0] / before[1]);
          if (direction === 'up') expect(ratio).toBeGreaterThan(1.2);
          else if (direction === 'down') expect(ratio).toBeLessThan(0.85);
          else expect(Math.abs(Math.log(ratio))).toBeLessThan(0.3);
        }
      },
    );
  });
});
