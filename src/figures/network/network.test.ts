import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../test/analysed-world.ts';
import { network as analysis } from '../../analyses/network/analysis.ts';
import type { Network } from '../../analyses/network/question.ts';
import { standAlone } from '../svg-file.ts';
import type { Space, WithNotes } from '../figure.ts';
import { coastlinesOf, type LandTopology } from '../map/coastlines.ts';
import { networkFigure, networkTitle, sayShown } from './figure.ts';
import { hueOf, leastAtFirst, neighbourhood, shownOf } from './link-filter.ts';

const land = coastlinesOf(
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'),
  ) as LandTopology,
);
let world: AnalysedWorld;
let network: Network & WithNotes;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
  const found = await analysis.run(
    world.observatory,
    analysis.params.parse({ place: 'def:yrd_41', replicates: 10 }),
  );
  network = { ...found, told: ['Told.'], synthetic: null };
});
afterAll(() => world.close());

const space = (width: number): Space => ({
  document: parseHTML('<!doctype html><html><body></body></html>').document,
  width,
});

describe('what is shown of a network', () => {
  it('is every link where none is left out, and nothing is hidden', () => {
    expect(shownOf(network, 0)).toMatchObject({ all: network.links.length, hidden: 0 });
    expect(shownOf(network, 0).links).toHaveLength(network.links.length);
  });

  it('hides the weight of the links below the threshold', () => {
    const least = network.links[4].weight;
    const shown = shownOf(network, least);
    const sum = (links: Network['links']): number => links.reduce((total, { weight }) => total + weight, 0);
    expect(shown.links.every(({ weight }) => weight >= least)).toBe(true);
    expect(shown.hidden).toBeCloseTo(1 - sum(shown.links) / sum(network.links), 12);
    expect(shown.hidden).toBeGreaterThan(0);
    expect(sayShown(shown, 'en')).toContain(
      `${shown.links.length} of ${network.links.length} links are shown`,
    );
    expect(sayShown(shown, 'zh')).toContain(`${shown.links.length}条`);
  });

  it('begins with the heaviest links where there are many', () => {
    expect(leastAtFirst(network)).toBe(network.links.length < 120 ? 0 : network.links[119].weight);
    const many = {
      ...network,
      links: Array.from({ length: 300 }, (_, i) => ({ ...network.links[0], weight: 300 - i })),
    };
    expect(shownOf(many, leastAtFirst(many)).links).toHaveLength(120);
  });

  it('has the partners of a city around it', () => {
    const [{ a, b }] = network.links;
    const only = { ...shownOf(network, 0), links: network.links.slice(0, 1) };
    expect([...neighbourhood(only, a)].sort()).toEqual([a, b].sort());
  });
});

describe('communities', () => {
  it('have a hue only where they are stable', () => {
    const communities = [0.9, 0.74, null, 0.75].map((stability, i) => ({
      ...network.communities[0],
      number: i + 1,
      size: 5,
      stability,
    }));
    expect([...hueOf({ ...network, communities })]).toEqual([
      [1, 0],
      [4, 1],
    ]);
  });

  it('are called robust or not in the title, as they come back', () => {
    const communities = [network.communities[0], network.communities[0]];
    const of = (agreement: number): Network => ({
      ...network,
      communities,
      whole: { ...network.whole, agreement },
    });
    expect(networkTitle(of(0.9), 'en')).toContain('it falls into 2 communities that come back');
    expect(networkTitle(of(0.3), 'en')).toContain('no robust division');
    expect(networkTitle(of(0.3), 'zh')).toContain('没有稳健的社群划分');
  });
});

describe('the title', () => {
  it('leaves open who is strongest where intervals reach into each other', () => {
    const [first, second, ...rest] = network.rows;
    const of = (one: readonly [number, number], other: readonly [number, number]): Network => ({
      ...network,
      rows: [{ ...first, strengthInterval: one }, { ...second, strengthInterval: other }, ...rest],
    });
    expect(networkTitle(of([10, 12], [5, 8]), 'en')).toContain(`${first.place.name} is the strongest`);
    expect(networkTitle(of([10, 12], [5, 11]), 'en')).toContain('is too close to call');
    expect(networkTitle(of([10, 12], [5, 11]), 'zh')).toContain('难分高下');
  });
});

describe('the drawing', () => {
  it.each(['force', 'map'] as const)('by %s has every city and every link that is shown', (layout) => {
    const shown = shownOf(network, network.links[9].weight);
    const figure = networkFigure(network, { layout, shown, selected: [], land }, 'en');
    const drawn = figure.draw(space(800));
    expect(drawn.querySelectorAll('circle[data-id]')).toHaveLength(network.rows.length);
    expect(drawn.querySelectorAll('path[data-a]')).toHaveLength(shown.links.length);
    const faint = [...drawn.querySelectorAll('path[data-a]')].filter(
      (line) => line.getAttribute('stroke-opacity') === '0.16',
    );
    expect(faint).toHaveLength(shown.links.filter(({ fewWorks }) => fewWorks).length);
    for (const circle of drawn.querySelectorAll('circle[data-id]')) {
      expect(Number(circle.getAttribute('cx'))).toBeGreaterThanOrEqual(0);
      expect(Number(circle.getAttribute('cx'))).toBeLessThanOrEqual(800);
    }
    expect(standAlone(figure, space(390))).toContain('Shanghai');
    expect(figure.numbers.rows).toHaveLength(network.rows.length);
  });

  it('says what the width of a line is, by the counting that was asked for', () => {
    const view = { layout: 'force', shown: shownOf(network, 0), selected: [], land: null } as const;
    const [en, zh] = (['en', 'zh'] as const).map(
      (language) => networkFigure(network, view, language).subtitle,
    );
    expect(en).toContain(
      'Width of a line, growing with the square root: joint works of the two cities, one of k cities counted as 1/(k−1)',
    );
    expect(zh).toContain('线宽按平方根表示两城市的合作论文数（涉及k个城市的一篇计1/(k−1)）');
    const whole = { ...network, counting: 'full' } as const;
    expect(networkFigure(whole, view, 'en').subtitle).toContain(
      'joint works of the two cities (full counting)',
    );
  });

  it('says so where there are no links', () => {
    const none = { ...network, links: [], whole: { ...network.whole, links: 0 } };
    const view = { layout: 'force', shown: shownOf(none, 0), selected: [], land: null } as const;
    expect(networkFigure(none, view, 'zh').empty).toContain('没有合作论文');
    expect(networkTitle(none, 'en')).toContain('No links');
  });
});
