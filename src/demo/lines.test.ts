import { beforeAll, describe, expect, it } from 'vitest';

import { Gazetteer } from '../places/gazetteer.ts';
import { lineWriter, workId } from './lines.ts';
import { worldCities } from './places.ts';
import { drawWork } from './works.ts';
import { generateWorld, institutionLines, type World } from './world.ts';

interface Line {
  id: string;
  title: string;
  publication_year: number | null;
  type: string;
  is_retracted: boolean;
  is_paratext: boolean;
  is_xpac?: boolean;
  is_authors_truncated?: boolean;
  primary_topic?: { subfield: { id: string } } | null;
  host_venue?: object;
  updated_date: string;
  cited_by_count: number;
  authorships: {
    author: { id: string | null };
    institutions: { id: string; ror: string | null; lineage?: string[] }[];
    raw_affiliation_string?: string | null;
  }[];
}

interface Institution {
  id: string;
  ror: string;
  display_name: string;
  type: string;
  lineage: string[];
  geo: {
    city: string | null;
    geonames_city_id: string | null;
    country_code: string;
    latitude: number | null;
    longitude: number | null;
  };
}

const WORKS = 30_000;
let world: World;
let lines: Line[];
let institutions: Map<string, Institution>;

beforeAll(async () => {
  const cities = worldCities(await Gazetteer.open(), []);
  world = generateWorld({ seed: 1, cities, regions: [] });
  const line = lineWriter(world, 'slim');
  lines = Array.from({ length: WORKS }, (_, index) => JSON.parse(line(drawWork(world, index))) as Line);
  institutions = new Map(
    [...institutionLines(world)].map((text) => {
      const record = JSON.parse(text) as Institution;
      return [record.id, record];
    }),
  );
});

/** Share of the lines (or of anything) for which a statement holds. */
function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length / list.length;
}

describe('synthetic works', () => {
  it('say that they are synthetic, under ids of their own', () => {
    expect(lines.every(({ title }) => title.startsWith('Synthetic work'))).toBe(true);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(WORKS);
    expect(lines[17].id).toBe(workId(17));
  });

  it('have heavy-tailed teams: about 0.04 % above 100 authors, some above 1,000 in the long run', () => {
    const above = share(lines, ({ authorships }) => authorships.length > 100);
    expect(above).toBeGreaterThan(0.0001);
    expect(above).toBeLessThan(0.0008);
    const mean = lines.reduce((sum, { authorships }) => sum + authorships.length, 0) / WORKS;
    expect(mean).toBeGreaterThan(3.5);
    expect(mean).toBeLessThan(5.5);
    let above1000 = 0;
    for (let index = WORKS; index < 250_000; index++)
      if (drawWork(world, index).members.length > 1000) above1000++;
    expect(above1000).toBeGreaterThan(0);
  });

  it('come with the troubles of real records, each about as often', () => {
    const authorships = lines.flatMap((line) => line.authorships);
    const near = (value: number, expected: number) => {
      expect(value / expected).toBeGreaterThan(0.7);
      expect(value / expected).toBeLessThan(1.4);
    };
    near(
      share(authorships, ({ institutions: list }) => list.length === 0),
      0.05,
    );
    near(
      share(authorships, ({ institutions: list }) => list.some(({ id }) => !institutions.has(id))),
      0.01,
    );
    near(
      share(authorships, ({ author }) => author.id === null),
      0.01,
    );
    near(
      share(authorships, ({ institutions: list }) => list.length > 1),
      0.08,
    );
    near(
      share(lines, (line) => line.authorships.length === 0),
      0.005,
    );
    near(
      share(lines, (line) => line.is_retracted),
      0.002,
    );
    near(
      share(lines, (line) => line.is_paratext),
      0.004,
    );
    near(
      share(lines, (line) => line.is_xpac === true),
      0.02,
    );
    near(
      share(lines, (line) => line.host_venue !== undefined),
      0.03,
    );
    near(
      share(lines, (line) => line.primary_topic === null),
      0.015,
    );
  });

  it('name a parent beside its child on some authorships', () => {
    const both = lines.some(({ authorships }) =>
      authorships.some(({ institutions: list }) =>
        list.some(({ id }, i) => list.some(({ lineage }, j) => i !== j && lineage?.includes(id))),
      ),
    );
    expect(both).toBe(true);
  });

  it('of the older schema have no lineage and one raw affiliation', () => {
    const older = lines.filter(({ host_venue: venue }) => venue !== undefined);
    const authorships = older.flatMap((line) => line.authorships);
    expect(authorships.every((one) => 'raw_affiliation_string' in one)).toBe(true);
    expect(authorships.some(({ institutions: list }) => list.some((one) => 'lineage' in one))).toBe(false);
  });

  it('when revised are the same work, newer', () => {
    const line = lineWriter(world, 'slim');
    const [first, second] = [false, true].map(
      (revised) => JSON.parse(line(drawWork(world, 6), revised)) as Line,
    );
    expect(second.id).toBe(first.id);
    expect(second.updated_date > first.updated_date).toBe(true);
    expect(second.is_retracted).toBe(true);
    expect(second.authorships).toEqual(first.authorships);
  });

  it('in full have some seven kilobytes, slim ones some two', () => {
    const full = lineWriter(world, 'full');
    const slim = lineWriter(world, 'slim');
    let [fullBytes, slimBytes] = [0, 0];
    for (let index = 0; index < 2000; index++) {
      const work = drawWork(world, index);
      const text = full(work);
      expect((JSON.parse(text) as Line).id).toBe(workId(index));
      fullBytes += text.length / 2000;
      slimBytes += slim(work).length / 2000;
    }
    expect(Math.abs(fullBytes - 7300)).toBeLessThan(1000);
    expect(Math.abs(slimBytes - 2100)).toBeLessThan(400);
  });
});

describe('synthetic institutions', () => {
  it('say that they are synthetic, with ids that no real institution can have', () => {
    for (const { id, ror, display_name: name } of institutions.values()) {
      expect(id).toMatch(/^https:\/\/openalex\.org\/I9\d{8}$/);
      expect(ror).toMatch(/^https:\/\/ror\.org\/0[a-hj-km-np-tv-z0-9]{6}00$/);
      expect(name).toMatch(/\(synthetic\)$/);
    }
    expect(new Set([...institutions.values()].map(({ ror }) => ror)).size).toBe(institutions.size);
  });

  it('are of five types, several to a large city and one at least to every city', () => {
    const types = new Set([...institutions.values()].map(({ type }) => type));
    expect([...types].sort()).toEqual(['company', 'education', 'facility', 'government', 'healthcare']);
    expect(world.byCity.every(({ members }) => members.length > 0)).toBe(true);
    expect(Math.max(...world.byCity.map(({ members }) => members.length))).toBe(25);
  });

  it('have parents in the list, and academies with institutes in many cities', () => {
    const records = [...institutions.values()];
    const childCities = new Map<string, Set<number>>();
    records.forEach(({ id, lineage }, i) => {
      expect(lineage[0]).toBe(id);
      for (const parent of lineage.slice(1)) {
        expect(institutions.has(parent)).toBe(true);
        childCities.set(parent, (childCities.get(parent) ?? new Set()).add(world.institutions[i].city));
      }
    });
    expect(Math.max(...[...childCities.values()].map((cities) => cities.size))).toBeGreaterThan(10);
  });
});
