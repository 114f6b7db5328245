import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { coordination } from '../../analyses/coordination/analysis.ts';
import { coverage } from '../../analyses/coverage/analysis.ts';
import { links } from '../../analyses/links/analysis.ts';
import { ranking } from '../../analyses/ranking/analysis.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { locatedCountries } from '../located/countries.ts';
import { locatedYears } from '../located/years.ts';
import { regionLinks } from './links.ts';
import { regionRanks } from './ranks.ts';
import { regionYears } from './years.ts';

const NOTES: WithNotes = { told: ['Counted so.'], synthetic: 'synthetic demonstration' };
const OWN = { name: 'My Delta', cities: ['cn:3100', 'cn:3205', 'cn:3201'] };
const OTHER = 'def:yrd_41';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2000, seed: 11 });
});
afterAll(() => world.close());

const draw = (figure: Figure): SVGSVGElement =>
  figure.draw({ document: parseHTML('<html><body></body></html>').document, width: 800 });
const saying = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll('title')].map(({ textContent }) => textContent);

describe('a region of the reader’s own among official ones', () => {
  const ask = async () => ({
    ...(await ranking.run(
      world.observatory,
      ranking.params.parse({ of: ['regions'], region: [OWN], top: 100, draws: 200 }),
    )),
    ...NOTES,
  });

  it('is marked, ranked with its interval, and drawn with every other', async () => {
    const answer = await ask();
    const row = answer.rows.find(({ place }) => place.id === 'adhoc:My Delta')!;
    const figure = regionRanks(answer, 'en');
    expect(figure.title).toMatch(
      new RegExp(
        `^My Delta ranks ${row.rank}(st|nd|rd|th) of ${row.ranked} by Share, instead of Yangtze River Delta`,
      ),
    );
    const svg = draw(figure);
    expect(saying(svg)).toHaveLength(answer.rows.length);
    expect(saying(svg).filter((text) => text.includes('(yours)'))).toHaveLength(1);
    expect(svg.querySelectorAll('[fill^="var(--accent"]')).toHaveLength(1);
    expect(figure.numbers.rows.map(([, , id, , share]) => [id, share])).toEqual(
      answer.rows.map(({ place, share }) => [place.id, share]),
    );
    expect(regionRanks(answer, 'zh').title).toMatch(/^My Delta按份额在\d+个地点中排第\d+位/);
  });
});

describe('collaboration inside regions', () => {
  const ask = async (place: string, region: (typeof OWN)[] = []) => ({
    ...(await links.run(world.observatory, links.params.parse({ place, region, rows: 'inside', top: 1 }))),
    ...NOTES,
  });

  it('says of each region how many times as much as expected, with its interval', async () => {
    const answers = [await ask('adhoc:My Delta', [OWN]), await ask(OTHER)];
    const figure = regionLinks(answers, 'en');
    for (const { intra } of answers) {
      const numbers = figure.numbers.rows.find(([id]) => id === intra!.place.id)!;
      expect(numbers.slice(3, 8)).toEqual([
        intra!.observed,
        intra!.expected,
        intra!.ratio,
        ...(intra!.ratioInterval ?? [null, null]),
      ]);
    }
    expect(figure.title).toMatch(/My Delta \(yours\): [\d.]+ times \([\d.]+ to [\d.]+\)/);
    expect(saying(draw(figure))).toHaveLength(2);
    expect(regionLinks(answers, 'zh').title).toContain('My Delta（自定）为预期的');
  });

  it('has nothing to draw of a single city, and says so', async () => {
    const figure = regionLinks([await ask('adhoc:One', [{ name: 'One', cities: ['cn:3100'] }])], 'en');
    expect(figure.empty).toBe('no links inside that could be compared');
  });

  it('goes through the years on one scale, hollow where works are few', async () => {
    const answer = {
      ...(await coordination.run(
        world.observatory,
        coordination.params.parse({ place: 'adhoc:My Delta', region: [OWN], peers: [OTHER], window: 3 }),
      )),
      ...NOTES,
    };
    const figure = regionYears(answer, 'en');
    const svg = draw(figure);
    expect(saying(svg)).toHaveLength(answer.rows.filter(({ ratio }) => ratio.value !== null).length);
    const hollow = answer.rows.filter(({ ratio, fewWorks }) => ratio.value !== null && fewWorks);
    expect(hollow.length).toBeGreaterThan(0);
    expect(svg.querySelectorAll('circle[fill^="var(--paper"]')).toHaveLength(hollow.length);
    expect(figure.numbers.rows).toHaveLength(answer.rows.length);
  });
});

describe('what is located', () => {
  it.each(['en', 'zh'] as const)('is drawn by year and country as counted (%s)', async (lang) => {
    const answer = { ...(await coverage.run(world.observatory, coverage.params.parse({}))), ...NOTES };
    const years = answer.rows.filter(({ section }) => section === 'year');
    const byYear = locatedYears(answer, lang);
    expect(byYear.numbers.rows).toEqual(years.map(({ key, works, located }) => [key, works, located]));
    expect(saying(draw(byYear))).toHaveLength(years.length);
    const least = years.toSorted((a, b) => a.located! - b.located!)[0];
    expect(byYear.title).toContain(least.key);
    const byCountry = locatedCountries(answer, lang);
    expect(saying(draw(byCountry))).toHaveLength(
      answer.rows.filter(({ section }) => section === 'country').length,
    );
    expect(byCountry.title.length).toBeGreaterThan(12);
  });
});
