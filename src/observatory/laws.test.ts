import { cpSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREAKS, WORKS } from '../../test/observatory/law-breaks.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { tamper } from '../../test/observatory/tamper.ts';
import { openAlexLines, REGIONS } from '../../test/observatory/worlds.ts';
import { LawError, LAWS, type Violation } from './laws.ts';
import { Observatory } from './open.ts';

describe('the laws', () => {
  const bench = new Bench();
  const out = bench.path('out');
  const given = {
    works: [bench.works('works.jsonl', WORKS)],
    institutions: [bench.text('institutions.jsonl', openAlexLines())],
    regions: [bench.text('regions.csv', REGIONS)],
  };

  beforeAll(async () => {
    await bench.build(given);
  });
  afterAll(() => {
    bench.dispose();
  });

  it('are kept by what a build makes', async () => {
    expect(await violationsOf(out)).toEqual([]);
  });

  it.each(BREAKS)('name where %s breaks them', async (_, table, select, law, where) => {
    const broken = bench.path('broken');
    cpSync(out, broken, { recursive: true });
    await tamper(`${broken}/${table}.parquet`, select);
    const found = (await violationsOf(broken)).find((violation) => violation.law === law);
    expect(found?.where).toBe(where);
  });

  it('are each broken by something here', () => {
    expect(new Set(BREAKS.map(([, , , law]) => law))).toEqual(new Set(LAWS));
  });
});

describe('a build whose tables would break a law', () => {
  const bench = new Bench();
  const sound = bench.path('sound');
  const given = {
    works: [bench.works('works.jsonl', WORKS)],
    institutions: [bench.text('institutions.jsonl', openAlexLines())],
  };

  beforeAll(async () => {
    await bench.build({ ...given, out: sound });
  });
  afterAll(() => {
    bench.dispose();
  });

  it.each([
    [
      'conservation: Share of cities and unlocated is the number of works, every year: year 2021: 1 works, Share 1.0000009536743164',
      'cities',
      'SELECT * REPLACE (CASE WHEN year = 2021 THEN share + 1024 ELSE share END AS share) FROM t',
    ],
    [
      'the institutions of a city add up to the city: W3 in gn:2653941: institutions 0.0, city 1.0',
      'institutions',
      'SELECT * FROM t WHERE work <> 3',
    ],
    [
      'a work that was read is kept or dropped with a reason: 5 ids read, 4 kept, 0 dropped',
      'works',
      'SELECT * FROM t UNION ALL SELECT * FROM t WHERE work = 3',
    ],
  ])('says “%s”', async (message, table, select) => {
    const out = bench.path(table);
    cpSync(sound, out, { recursive: true });
    const before = tableBytes(out);
    const [part] = readdirSync(`${out}/parts`);
    await tamper(`${out}/parts/${part}/0/${table}.parquet`, select);
    const failed = await bench.build({ ...given, out, title: 'Again' }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(LawError);
    expect((failed as LawError).message).toContain(message);
    // Nothing of it is published: the observatory of before stands as it was.
    expect(tableBytes(out)).toEqual(before);
    const observatory = await Observatory.open(out);
    expect(observatory.manifest.title).toBeNull();
    expect(await observatory.checkLaws()).toEqual([]);
    observatory.close();
  });
});

async function violationsOf(folder: string): Promise<Violation[]> {
  const observatory = await Observatory.open(folder);
  try {
    return await observatory.checkLaws();
  } finally {
    observatory.close();
  }
}
