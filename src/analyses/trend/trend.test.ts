import { readdir, readFile, rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { writeDemonstration } from '../../demo/index.ts';
import { bootstrapWorks, logLinearSlope, normalQuantile, poissonGrowth } from '../../measures/index.ts';
import { build, Filters, Observatory } from '../../observatory/index.ts';
import type { Growth, Trend } from './question.ts';
import { ranking } from '../ranking/analysis.ts';
import { trend } from './analysis.ts';
import { findingsIn } from '../../../test/findings-in.ts';

let world: AnalysedWorld;
const YEARS = [2014, 2015, 2016, 2017, 2018];
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 72 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Trend> =>
  trend.run(world.observatory, trend.params.parse(params));

/** A place's part of each work. */
function parts(place: string, works: readonly TestWork[] = world.works): Float64Array {
  const cities = world.members.get(place) ?? new Set([place]);
  return Float64Array.from(works, (work) =>
    work.parts.reduce((sum, part) => sum + (cities.has(part.place) ? part.share : 0), 0),
  );
}

describe('the output of a year', () => {
  it('is that of ranking of this year, to the last digit', async () => {
    for (const params of [
      { place: ['cn:3205', 'cn:3100'] },
      { definition: ['yrd_41'] },
      { of: ['nations'], top: 2 },
    ]) {
      const { rows } = await ask(params);
      for (const { place, year, share, shareInterval, count, countInterval, reason, fewWorks } of rows) {
        const of = [place.kind === 'city' ? 'cities' : place.kind === 'nation' ? 'nations' : 'regions'];
        const asked = { of, also: [place.id], top: 1, draws: 100, years: { from: year, to: year } };
        const answer = await ranking.run(world.observatory, ranking.params.parse(asked));
        const due = answer.rows.find((row) => row.place.id === place.id);
        if (due === undefined) expect(count).toBe(0);
        else expect({ share, shareInterval, count, countInterval, reason, fewWorks }).toEqual(pickOf(due));
      }
    }
  });

  it('is what its works give one by one, adjusted and as part of all of them', async () => {
    const { rows, base } = await ask({ place: ['cn:3100'] });
    expect(base).toBe(2018);
    const all = (year: number): TestWork[] => world.works.filter((work) => work.year === year);
    const z = normalQuantile(0.975);
    for (const row of rows) {
      const works = all(row.year);
      const own = parts('cn:3100', works);
      const share = own.reduce((sum, value) => sum + value, 0);
      expect(row.works).toBe(works.length);
      expect(row.share).toBeCloseTo(share, 6);
      expect(row.adjusted).toBeCloseTo((share * all(2018).length) / works.length, 6);
      expect(row.worldShare).toBeCloseTo(share / works.length, 9);
      const mean = share / works.length;
      const error = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0));
      expect(row.worldInterval![1]).toBeCloseTo(mean + (z * error) / works.length, 6);
    }
  });

  it('takes another base, a region of one’s own, a field and a sector', async () => {
    const { rows, base } = await ask({
      region: [{ name: 'Mine', cities: ['cn:3100', 'cn:3205'] }],
      base: 2015,
      sector: ['education'],
      field: '17',
    });
    expect(base).toBe(2015);
    expect(rows.map(({ year }) => year)).toEqual(YEARS);
    for (const { year, share, adjusted } of rows.filter(({ year: y }) => y === 2015))
      expect([year, adjusted]).toEqual([2015, share]);
  });
});

function pickOf(row: Awaited<ReturnType<typeof ranking.run>>['rows'][number]) {
  const { share, shareInterval, count, countInterval, reason, fewWorks } = row;
  return { share, shareInterval, count, countInterval, reason, fewWorks };
}

/** Slopes of growth of a place from works with weights: relative, plain and log-linear, compound. */
function slopes(own: Float64Array, weights: ArrayLike<number>): number[] {
  const sums = YEARS.map(() => ({ amount: 0, works: 0 }));
  for (const [w, { year }] of world.works.entries()) {
    sums[year - 2014].amount += weights[w] * own[w];
    sums[year - 2014].works += weights[w];
  }
  const amounts = sums.map(({ amount }) => amount);
  const works = sums.map((one) => one.works);
  const relative = poissonGrowth(YEARS, amounts, works);
  const plain = poissonGrowth(YEARS, amounts);
  if (relative.reason !== null || plain.reason !== null) throw new Error('no growth');
  const part = amounts.map((amount, y) => amount / works[y]);
  return [relative.slope, plain.slope, logLinearSlope(YEARS, part).value!, Math.log(part[4] / part[0]) / 4];
}

describe('growth', () => {
  it('is that of the works one by one', async () => {
    for (const place of ['cn:1100', 'def:yrd_41']) {
      const [growth] = (await ask({ place: [place] })).growth;
      const due = slopes(parts(place), new Float64Array(world.works.length).fill(1));
      expect(growth).toMatchObject({ from: 2014, to: 2018, years: 5 });
      for (const [k, name] of (['relative', 'plain', 'logLinear', 'compound'] as const).entries())
        expect(growth[name].value).toBeCloseTo(Math.expm1(due[k]), 7);
    }
  });

  it(
    'has intervals as wide as a plain bootstrap over the works of every year makes them',
    { tags: 'full' },
    async () => {
      const [growth] = (await ask({ place: ['def:yrd_41'] })).growth;
      const own = parts('def:yrd_41');
      const draws = 800;
      // Years are resampled each by itself, as their numbers of works are fixed.
      const byYear = YEARS.map((year) => world.works.flatMap((work, w) => (work.year === year ? [w] : [])));
      const resampled = byYear.map((works, y) =>
        bootstrapWorks({ works: works.length, draws, seed: 10 + y, statistic: (weights) => weights }),
      );
      const drawn = Array.from({ length: draws }, (_, d) => {
        const weights = new Float64Array(world.works.length);
        for (const [y, works] of byYear.entries())
          for (const [k, w] of works.entries()) weights[w] = resampled[y][d * works.length + k];
        return slopes(own, weights);
      });
      const z = normalQuantile(0.975);
      for (const [k, name] of (['relative', 'plain', 'logLinear', 'compound'] as const).entries()) {
        const values = drawn.map((one) => one[k]);
        const mean = values.reduce((sum, value) => sum + value, 0) / draws;
        const deviation = Math.sqrt(
          values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1),
        );
        const [low, high] = growth[name].interval!.map(Math.log1p);
        const told = (high - low) / (2 * z);
        expect(Math.abs(told / deviation - 1), `${name}: ${told} beside ${deviation}`).toBeLessThan(0.1);
      }
    },
  );

  it('is of Count where that is asked for, and the same again', async () => {
    const asked = { place: ['cn:1100'], by: 'count' };
    const [growth] = (await ask(asked)).growth;
    const count = parts('cn:1100').map((share) => (share > 0 ? 1 : 0));
    const [relative] = slopes(count, new Float64Array(world.works.length).fill(1));
    expect(growth.relative.value).toBeCloseTo(Math.expm1(relative), 7);
    expect(JSON.stringify(await ask(asked))).toBe(JSON.stringify(await ask(asked)));
  });
});

describe('a last year that is not recorded in full', () => {
  let folder: string;
  let observatory: Observatory;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synopolis-trend-'));
    const source = join(folder, 'source');
    await writeDemonstration(source, { works: 3000, seed: 5, parts: 1, years: [2014, 2018] });
    for (const file of await readdir(join(source, 'works'))) {
      const path = join(source, 'works', file);
      const zipped = file.endsWith('.gz');
      const bytes = await readFile(path);
      const lines = (zipped ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
      const kept = lines.filter((line, i) => !line.includes('"publication_year":2018') || i % 4 === 0);
      expect(kept.length).toBeLessThan(lines.length);
      await writeFile(path, zipped ? gzipSync(kept.join('\n')) : kept.join('\n'));
    }
    const out = join(folder, 'observatory');
    await build({
      works: [join(source, 'works')],
      institutions: [join(source, 'institutions.jsonl')],
      out,
      filters: Filters.parse({}),
      authorCap: 8,
      memory: 1e9,
      threads: 2,
    });
    observatory = await Observatory.open(out);
  });
  afterAll(async () => {
    observatory.close();
    await rm(folder, { recursive: true });
  });

  const asked = (params: Record<string, unknown>): Promise<Trend> =>
    trend.run(observatory, trend.params.parse({ place: ['cn:1100'], ...params }));

  it('is shown, warned of, and left out of growth and of what is adjusted to', async () => {
    const { rows, growth, base, about } = await asked({});
    expect(rows.filter(({ incomplete }) => incomplete).map(({ year }) => year)).toEqual([2018]);
    expect(growth[0]).toMatchObject({ to: 2017, years: 4 });
    expect(base).toBe(2017);
    expect(about.warnings.join('\n')).toContain('2018 has far fewer works');
    expect(about.zh.warnings.join('\n')).toContain('2018年的论文');
    expect(about.notes.join('\n')).toContain('growth is measured without 2018');
  });

  it('is told by the years before, though they were not asked for, and taken where one says so', async () => {
    const alone = await asked({ years: { from: 2018, to: 2018 } });
    expect(alone.rows[0].incomplete).toBe(true);
    expect(alone.base).toBeNull();
    expect((await asked({ until: 2018 })).growth[0]).toMatchObject({ to: 2018, years: 5 });
  });
});

describe('what cannot be told', () => {
  it('is growth of one year, and the answer says so in both languages', async () => {
    const answer = await ask({ place: ['cn:1100'], years: { from: 2016, to: 2016 } });
    const [growth] = answer.growth;
    for (const name of ['relative', 'plain', 'logLinear', 'compound'] as const)
      expect(growth[name]).toEqual({ value: null, interval: null, reason: 'fewer than two whole years' });
    expect(growth.tau).toBeNull();
    expect(findingsIn(trend, answer, 'en')[0]).toContain('growth is undefined');
    expect(findingsIn(trend, answer, 'zh')[0]).toContain('无法计算增长（完整年份不足两年）');
    expect(answer.about.notes.join('\n')).toContain('only one year is complete');
  });

  it('is growth of a place that has something in its last year only, or nothing at all', async () => {
    const yearsOf = (city: string): number[] =>
      world.works.flatMap(({ year, parts: own }) => (own.some(({ place }) => place === city) ? [year] : []));
    const late = world.cities.find(
      (city) => yearsOf(city).length > 0 && yearsOf(city).every((y) => y === 2018),
    )!;
    const { rows, growth } = await ask({ place: [late] });
    expect(growth[0].relative).toMatchObject({
      value: null,
      reason: expect.stringContaining('infinite') as string,
    });
    expect(growth[0].compound.value).toBeNull();
    for (const row of rows.slice(0, 4))
      expect(row).toMatchObject({
        share: 0,
        count: 0,
        shareInterval: null,
        reason: 'no works there in these years',
      });
    const never = world.cities.find((city) => yearsOf(city).length === 0);
    if (never === undefined) return;
    const { growth: none } = await ask({ place: [never] });
    expect((none[0] satisfies Growth).relative.reason).toBe('all counts are 0');
  });

  it('is anything where no work is', async () => {
    const { rows, growth, about } = await ask({ years: { from: 1900, to: 1901 }, place: ['cn:1100'] });
    expect([rows, growth]).toEqual([[], []]);
    expect(about.notes.join('\n')).toContain('no works match these filters');
  });

  it('is refused for an unknown place, a base without works, and an end before the beginning', async () => {
    await expect(ask({ place: ['Nowhere at all'] })).rejects.toThrow('Nowhere at all');
    await expect(ask({ base: 1999 })).rejects.toThrow('no works in the base year 1999');
    await expect(ask({ until: 1999 })).rejects.toThrow('no works up to 1999');
  });
});
