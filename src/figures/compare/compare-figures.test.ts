import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { compare } from '../../analyses/compare/analysis.ts';
import { aheadCompared } from './ahead.ts';
import { collaborationCompared } from './collaboration.ts';
import type { Compared } from './dot-figure.ts';
import { fieldsCompared } from './fields.ts';
import { growthCompared } from './growth.ts';
import { linksCompared } from './links.ts';

const PLACES = ['cn:3201', 'cn:1100', 'cn:3100', 'def:jjj_13'];
const SLOTS = new Map(PLACES.map((id, i) => [id, i]));

let world: AnalysedWorld;
let answer: Compared;
beforeAll(async () => {
  world = await analysedWorld({ works: 2000, seed: 11 });
  const asked = compare.params.parse({ place: PLACES, draws: 200 });
  answer = {
    ...(await compare.run(world.observatory, asked)),
    told: ['Counted so.'],
    synthetic: 'synthetic',
  };
});
afterAll(() => world.close());

const space = (width = 700) => ({ document: parseHTML('<html><body></body></html>').document, width });
const titled = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll('title')].map(({ textContent }) => textContent);
const texts = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('who is ahead', () => {
  it('has both directions of every pair, which add up to one, and none of a place with itself', () => {
    const half = {
      ...answer,
      rows: answer.rows.map((row) => (row.what.id === 'ahead-share' ? { ...row, value: 0.25 } : row)),
    };
    const cells = texts(aheadCompared(half, 'share', 'en').draw(space()));
    const pairs = (PLACES.length * (PLACES.length - 1)) / 2;
    expect(cells.filter((cell) => cell === '25.0')).toHaveLength(pairs);
    expect(cells.filter((cell) => cell === '75.0')).toHaveLength(pairs);
  });

  it('names the places from the most to the least, and how sure each step is', () => {
    const shares = answer.rows.filter(({ what }) => what.id === 'share');
    const names = shares.toSorted((a, b) => b.value! - a.value!).map(({ place }) => place.name);
    const { title } = aheadCompared(answer, 'share', 'en');
    const at = names.map((name) => title.indexOf(name));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBe(0);
    expect(aheadCompared(answer, 'share', 'zh').title).toMatch(/领先/);
  });

  it('cuts no name, and tells a column by the number of its row where its name has no room', () => {
    const spelt = (text: string): string => text.replaceAll(/\s/g, '');
    const names = answer.places.map(({ name }) => spelt(name));
    for (const [width, numbered] of [
      [366, true],
      [1400, false],
    ] as const) {
      const drawn = texts(aheadCompared(answer, 'share', 'en').draw(space(width)));
      const times = (name: string, all: readonly string[]): number => all.join('').split(name).length - 1;
      for (const name of names)
        expect(times(name, drawn.map(spelt))).toBe((numbered ? 1 : 2) * times(name, names));
      expect(drawn.includes('1')).toBe(numbered);
    }
  });

  it('never calls anything certain', () => {
    const sure = {
      ...answer,
      rows: answer.rows.map((row) => (row.section === 'ahead' ? { ...row, value: 1 } : row)),
    };
    const cells = texts(aheadCompared(sure, 'count', 'en').draw(space()));
    expect(cells).not.toContain('100.0');
    expect(cells).toContain('> 99.9');
    expect(cells).toContain('< 0.1');
  });
});

describe('figures of several places', () => {
  it('draw one mark for every value, and list those that have none with their reasons', () => {
    for (const [figure, section] of [
      [growthCompared(answer, SLOTS, 'en'), 'growth'],
      [fieldsCompared(answer, SLOTS, 'en'), 'fields'],
    ] as const) {
      const rows = answer.rows.filter((row) => row.section === section);
      expect(titled(figure.draw(space()))).toHaveLength(rows.filter(({ value }) => value !== null).length);
      expect(figure.numbers.rows).toHaveLength(rows.length);
    }
  });

  it('tell places by hue, shape and name, the same wherever they stand', () => {
    const svg = growthCompared(answer, new Map([['cn:1100', 3]]), 'zh').draw(space());
    expect(svg.outerHTML).toContain('var(--hue-4');
    for (const { nameZh } of answer.places) expect(texts(svg)).toContain(nameZh);
  });

  it('say that one grows faster than the next only where their intervals are apart', () => {
    const growth = answer.rows.filter(({ what }) => what.id === 'growth-relative').slice(0, 2);
    const told = (next: readonly [number, number]): string =>
      growthCompared(
        {
          ...answer,
          rows: [
            { ...growth[0], value: 5, interval: [4, 6] },
            { ...growth[1], value: 2, interval: next },
          ],
        },
        SLOTS,
        'en',
      ).title;
    expect(told([1, 3])).toMatch(/lies above that of/);
    expect(told([-1, 5])).toMatch(/overlaps that of/);
  });

  it('tell the links of pairs, and why two that overlap have none', () => {
    const figure = linksCompared(answer, 'en');
    const overlap = figure.numbers.rows.find(
      (row) => row[2] === 'Beijing' && row[3] === 'Beijing-Tianjin-Hebei',
    );
    expect(overlap?.[4]).toBeNull();
    expect(overlap?.[8]).toMatch(/have cities in common/);
    const drawn = titled(figure.draw(space()));
    expect(drawn.some((text) => text.startsWith('inside Beijing-Tianjin-Hebei'))).toBe(true);
    expect(drawn.some((text) => text.startsWith('Beijing – Beijing-Tianjin-Hebei'))).toBe(false);
  });

  it('show what stays inside only where a region is among them', () => {
    const cities = { ...answer, rows: answer.rows.filter(({ place }) => place.kind === 'city') };
    expect(collaborationCompared(cities, SLOTS, 'en').numbers.rows).toHaveLength(3);
    expect(collaborationCompared(answer, SLOTS, 'en').numbers.rows.length).toBeGreaterThan(4);
  });

  it('say why there is nothing to draw', async () => {
    const asked = compare.params.parse({
      place: PLACES,
      draws: 100,
      years: { from: 1980, to: 1981 },
      by: ['growth', 'links'],
    });
    const none = { ...(await compare.run(world.observatory, asked)), told: [], synthetic: null };
    expect(growthCompared(none, SLOTS, 'en').empty).toBe('no works under these filters');
    expect(growthCompared(none, SLOTS, 'zh').empty).toBe('所选条件下没有论文');
    expect(linksCompared(none, 'en').empty).toBeTypeOf('string');
  });
});
