import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourceRow, type ResourceRow } from '../../tabular/resources.ts';
import { countsThroughTime, Directory } from '../../resources/index.ts';
import type { CountsAnswer } from './answer.ts';
import { resourcesThroughTime } from './counts.ts';
import { citiesOf, resourcesMap } from './map.ts';

const { document } = parseHTML('<html><body></body></html>') as unknown as { document: Document };
const NOTES = { told: ['told'], synthetic: null };

let rows: readonly ResourceRow[];
let counts: CountsAnswer;
beforeAll(async () => {
  const directory = await Directory.open();
  rows = directory.resources.map((one) => resourceRow(one, directory, 'en'));
  const counted = countsThroughTime(directory.resources, 'all', directory.kinds);
  counts = { ...NOTES, about: counted, rows: counted.rows.map((row) => ({ ...row, name: 'all' })) };
});

describe('resources on a map', () => {
  it('are counted by city, each resource with a place once', () => {
    const cities = citiesOf(rows, 'en');
    const placed = rows.filter(({ place, resource }) => place !== null && resource.lat !== null);
    expect(cities.reduce((sum, { value }) => sum + value, 0)).toBe(placed.length);
    expect(new Set(cities.map(({ id }) => id)).size).toBe(cities.length);
    const beijing = cities.find(({ id }) => id === 'cn:1100')!;
    expect(beijing.at[0]).toBeCloseTo(116.4, 0);
    expect(beijing.at[1]).toBeCloseTo(39.9, 0);
  });

  it('say which city has most, as a lower bound, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const cities = citiesOf(rows, language);
      const data = { cities, links: [], hull: null, fit: 'world', land: null } as const;
      const figure = resourcesMap(rows, NOTES, data, [], language);
      const most = cities.toSorted((a, b) => b.value - a.value)[0];
      expect(figure.title).toContain(
        language === 'zh'
          ? `${most.name}最多（至少${most.value}项）`
          : `${most.name} has most, at least ${most.value}`,
      );
      const drawn = figure.draw({ document, width: 700 });
      expect(drawn.querySelectorAll('circle').length).toBeGreaterThanOrEqual(cities.length);
    }
  });

  it('say that there are none where none fits', () => {
    const data = { cities: [], links: [], hull: null, fit: 'world', land: null } as const;
    const figure = resourcesMap([], NOTES, data, [], 'en');
    expect(figure.empty).toBe('no resource matches');
    expect(figure.subtitle).not.toContain('NaN');
  });
});

describe('resources through time', () => {
  it('are lower bounds with the firm ones apart', () => {
    const figure = resourcesThroughTime(counts, 'en');
    const last = counts.rows.at(-1)!;
    expect(figure.title).toBe(
      `At least ${last.byThen} had opened by ${last.year}; the year of ${last.firm} is confirmed by a source that was read`,
    );
    expect(figure.subtitle).toContain(`${counts.about.undated} more without a year`);
    const text = figure.draw({ document, width: 600 }).textContent;
    expect(text).toContain(`${last.byThen} listed, at least`);
    expect(text).toContain(`${last.firm} confirmed`);
  });

  it('are drawn of one year alone, and not at all of none', () => {
    const one = resourcesThroughTime({ ...counts, rows: counts.rows.slice(0, 1) }, 'zh');
    expect(one.draw({ document, width: 600 }).outerHTML).not.toContain('NaN');
    expect(resourcesThroughTime({ ...counts, rows: [] }, 'zh').empty).toBe('没有启用年份');
  });
});
