import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { linksParams, type Links } from '../analyses/links/question.ts';
import { links as linksAnalysis } from '../analyses/links/analysis.ts';
import { rankHistory as rankAnalysis } from '../analyses/rank-history/analysis.ts';
import type { RankHistory } from '../analyses/rank-history/question.ts';
import { specialisation as fieldsAnalysis } from '../analyses/specialisation/analysis.ts';
import type { Specialisation } from '../analyses/specialisation/question.ts';
import { trend as trendAnalysis } from '../analyses/trend/analysis.ts';
import type { Trend } from '../analyses/trend/question.ts';
import { standAlone } from './svg-file.ts';
import type { Figure, WithNotes } from './figure.ts';
import { outputHistory } from './output-history.ts';
import { partnersFigure } from './partners.ts';
import { rankHistory } from './rank-history.ts';
import { specialisationFigure } from './specialisation.ts';

const NOTES: WithNotes = { told: ['Counted so.'], synthetic: 'synthetic demonstration' };
const PLACE = 'cn:3100';

let world: AnalysedWorld;
let trend: Trend & WithNotes;
let history: RankHistory & WithNotes;
let fields: Specialisation & WithNotes;
let links: Links & WithNotes;
beforeAll(async () => {
  world = await analysedWorld({ works: 2000, seed: 11 });
  const { observatory } = world;
  const place = [PLACE];
  trend = { ...(await trendAnalysis.run(observatory, trendAnalysis.params.parse({ place }))), ...NOTES };
  const ranks = rankAnalysis.params.parse({ place, draws: 200 });
  history = { ...(await rankAnalysis.run(observatory, ranks)), ...NOTES };
  const asked = fieldsAnalysis.params.parse({ place: PLACE, of: 'field', top: 40, draws: 100 });
  fields = { ...(await fieldsAnalysis.run(observatory, asked)), ...NOTES };
  const partners = linksParams.parse({ place: PLACE, rows: 'partners', top: 20 });
  links = { ...(await linksAnalysis.run(observatory, partners)), ...NOTES };
});
afterAll(() => world.close());

const space = (width = 700) => ({ document: parseHTML('<html><body></body></html>').document, width });
const draw = (figure: Figure, width = 700): SVGSVGElement => figure.draw(space(width));
/** Dots of data: those that say a value under the pointer. */
const dots = (svg: SVGSVGElement): Element[] =>
  [...svg.querySelectorAll('title')].flatMap(({ parentNode }) => (parentNode as Element | null) ?? []);
const texts = (svg: SVGSVGElement): string[] =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('output through time', () => {
  it('draws every year with its interval, and has the numbers of the trend', () => {
    const figure = outputHistory(trend, new Map([[PLACE, 2]]), 'en');
    const svg = draw(figure);
    expect(dots(svg)).toHaveLength(trend.rows.length);
    expect(svg.outerHTML).toContain('var(--hue-3');
    expect(figure.numbers.rows.map((row) => row.slice(2, 6))).toEqual(
      trend.rows.map(({ year, share, shareInterval }) => [year, share, ...shareInterval!]),
    );
  });

  it('says how fast the place grows, and never more than the intervals hold', () => {
    const [growth] = trend.growth;
    const told = (plain: [number, number], relative: [number, number], language: 'en' | 'zh'): string =>
      outputHistory(
        {
          ...trend,
          growth: [
            {
              ...growth,
              plain: { value: (plain[0] + plain[1]) / 2, interval: plain, reason: null },
              relative: { value: (relative[0] + relative[1]) / 2, interval: relative, reason: null },
            },
          ],
        },
        new Map(),
        language,
      ).title.replaceAll('\u00a0', ' ');
    expect(told([0.04, 0.06], [0.01, 0.03], 'en')).toBe(
      'Share of Shanghai grows by 5.0% a year (+4.0% to +6.0%); faster than all works (+1.0% to +3.0%)',
    );
    expect(told([-0.06, -0.04], [-0.03, 0.01], 'en')).toBe(
      'Share of Shanghai falls by 5.0% a year (−6.0% to −4.0%); whether faster than all works is not settled (−3.0% to +1.0%)',
    );
    expect(told([-0.01, 0.02], [-0.03, -0.01], 'en')).toMatch(
      /^Whether Share of Shanghai grows is not settled/,
    );
    expect(told([0.04, 0.06], [-0.01, 0.03], 'zh')).toBe(
      '上海市的份额每年增长5.0%（+4.0%至+6.0%）；是否快于全部论文尚无定论（−1.0%至+3.0%）',
    );
  });

  it('draws several places on one scale, a panel each, and keeps the hue of each', async () => {
    const place = [PLACE, 'cn:1100', 'cn:3201'];
    const several = await trendAnalysis.run(world.observatory, trendAnalysis.params.parse({ place }));
    const slots = new Map([
      [PLACE, 4],
      ['cn:1100', 0],
    ]);
    const svg = draw(outputHistory({ ...several, ...NOTES }, slots, 'en'), 900);
    const panels = [...svg.children].filter(({ tagName }) => tagName.toLowerCase() === 'svg');
    expect(panels).toHaveLength(3);
    expect(panels[0].outerHTML).toContain('var(--hue-5');
    const ticks = panels.map((panel) =>
      texts(panel as SVGSVGElement).filter((text) => /^\d{1,3}$/.test(text)),
    );
    expect(ticks[0].length).toBeGreaterThan(1);
    expect(ticks[1]).toEqual(ticks[0]);
    expect(ticks[2]).toEqual(ticks[0]);
  });

  it('says that there is nothing where there are no works', async () => {
    const none = trendAnalysis.params.parse({ place: [PLACE], years: { from: 1980, to: 1981 } });
    const answer = await trendAnalysis.run(world.observatory, none);
    expect(outputHistory({ ...answer, ...NOTES }, new Map(), 'en').empty).toBe(
      'no works under these filters',
    );
  });
});

describe('rank through time', () => {
  it('has the first on top, and every rank with its interval', () => {
    const figure = rankHistory(history, 0, 'en');
    const svg = draw(figure);
    const ranked = history.rows.filter(({ rank }) => rank !== null);
    expect(dots(svg)).toHaveLength(ranked.length);
    const marks = dots(svg).map((dot, i) => ({ y: Number(dot.getAttribute('cy')), rank: ranked[i].rank! }));
    for (const a of marks) for (const b of marks) if (a.rank < b.rank) expect(a.y).toBeLessThan(b.y);
    expect(figure.numbers.rows.map((row) => row[1])).toEqual(history.rows.map(({ rank }) => rank));
  });

  it('calls a move one from 95%, a probable one from 80%, and else too close to call', () => {
    const [change] = history.changes;
    const told = (better: number, same: number, worse: number): string =>
      rankHistory({ ...history, changes: [{ ...change, better, same, worse }] }, 0, 'en').title;
    expect(told(0.99, 0.01, 0)).toMatch(/it rose \(probability 99\.0%\)$/);
    expect(told(0.6, 0.3, 0.1)).toMatch(/whether it moved is too close to call$/);
    expect(told(0, 0, 1)).toMatch(/it fell \(probability above 99\.9%\)$/);
    expect(told(0.85, 0.1, 0.05)).toMatch(/it probably rose \(probability 85\.0%\)$/);
    expect(told(0, 1, 0)).toMatch(/its rank held/);
    expect(rankHistory(history, 0, 'zh').title).toMatch(/^上海市2014年在\d+个地点中排第\d+位/);
  });
});

describe('fields and partners', () => {
  it('stand in the order of their ratios, faint where few works are behind them', () => {
    const svg = draw(specialisationFigure(fields, 0, 'en'));
    const known = fields.rows.filter(({ quotient }) => quotient !== null);
    expect(dots(svg)).toHaveLength(known.length);
    const faint = dots(svg).filter((dot) => dot.getAttribute('fill-opacity') === '0.4');
    expect(faint).toHaveLength(known.filter(({ fewWorks }) => fewWorks).length);
    expect(faint.length).toBeGreaterThan(0);
    const figure = specialisationFigure(fields, 0, 'zh');
    const quotients = figure.numbers.rows.map((row) => row[1]).filter((value) => value !== null);
    expect(quotients).toEqual(quotients.toSorted((a, b) => Number(b) - Number(a)));
    expect(figure.title).toContain(`${fields.fields}个领域中的${fields.diversity.value}个`);
  });

  it('name two partners of one name apart, each on a row of its own', () => {
    const rows = links.rows.map((row) => ({ ...row, b: { ...row.b, name: 'Taizhou' } }));
    const place = links.rows[0].a;
    const svg = draw(partnersFigure({ ...links, rows }, place, 0, 'en'), 900);
    const known = rows.filter(({ ratio }) => ratio !== null);
    const heights = new Set(dots(svg).map((dot) => dot.getAttribute('transform') ?? dot.getAttribute('cy')));
    expect(heights.size).toBe(known.length);
    for (const { b } of known) expect(texts(svg)).toContain(`Taizhou (${b.id})`);
  });

  it('count as above or below only what the interval leaves no doubt of', () => {
    const place = links.rows[0].a;
    const [first, second, third] = links.rows;
    const rows = [
      { ...first, ratio: 3, ratioInterval: [2, 4] as const, fewWorks: false },
      { ...second, ratio: 1.5, ratioInterval: [0.9, 2.5] as const, fewWorks: false },
      { ...third, ratio: 0.5, ratioInterval: [0.3, 0.8] as const, fewWorks: true },
    ];
    const { title } = partnersFigure({ ...links, rows }, place, 0, 'en');
    expect(title).toBe(
      `Of 2 partners with 10 or more joint works, 1 works with Shanghai significantly more than expected from size alone and 0 less (not adjusted for distance or country); clearest for ${first.b.name}, 3.0 times the expected level (2.0 to 4.0)`,
    );
    const few = rows.map((row) => ({ ...row, fewWorks: true }));
    expect(partnersFigure({ ...links, rows: few }, place, 0, 'en').title).toBe(
      'No partner has 10 joint works with Shanghai: the ratios are not informative',
    );
  });

  it('label every tick of their axis', () => {
    const [first, second] = links.rows;
    const rows = [
      { ...first, ratio: 7, ratioInterval: [5, 9] as const },
      { ...second, ratio: 0.2, ratioInterval: [0.1, 0.4] as const },
    ];
    const shown = texts(draw(partnersFigure({ ...links, rows }, first.a, 0, 'en')));
    for (const tick of ['0.125', '0.25', '0.5', '1', '2', '4', '8']) expect(shown).toContain(tick);
  });

  it('fit a narrow page, where labels stand over their rows', () => {
    const svg = draw(specialisationFigure(fields, 0, 'en'), 360);
    expect(Number(svg.getAttribute('width'))).toBe(360);
    for (const { field, quotient } of fields.rows)
      if (quotient !== null) expect(texts(svg)).toContain(field.name);
  });

  it('can stand alone, with what is synthetic said and every colour written out', () => {
    const file = standAlone(partnersFigure(links, links.rows[0].a, 0, 'zh'), space());
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(file).toContain('Counted so.');
    expect(file).not.toContain('var(--');
  });
});
