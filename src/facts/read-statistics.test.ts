import { describe, expect, it } from 'vitest';
import { STATISTICS, withTable } from '../../test/facts-tables.ts';
import { render, renderBoth } from '../base/index.ts';
import { Facts } from './facts.ts';
import { checkStatistics, readStatistics } from './read-statistics.ts';

const facts = await Facts.open();
const check = (...rows: string[]) => withTable(STATISTICS, rows, (file) => checkStatistics(file, facts));
const GOOD = 'cn:3205,gdp_nominal,2024,26727,100m CNY,communique 2025,Suzhou communique';

describe('a table of statistics', () => {
  it('is read row by row, with its line', async () => {
    const { statistics, problems } = await check(
      GOOD,
      'def:yrd_41,joint_innovation_centres,2022-2025,33,count,survey,own,over,https://example.org,recalled,by hand,copy',
    );
    expect(problems).toEqual([]);
    expect(statistics).toMatchObject([
      {
        place: 'cn:3205',
        metric: 'gdp_nominal',
        from: 2024,
        to: 2024,
        value: 26_727,
        unit: '100m CNY',
        bound: null,
        vintage: 'communique 2025',
        source: 'Suzhou communique',
        url: null,
        status: 'stored',
        note: null,
        sourceKind: null,
        line: 2,
      },
      {
        from: 2022,
        to: 2025,
        bound: 'over',
        url: 'https://example.org',
        status: 'recalled',
        note: 'by hand',
        sourceKind: 'copy',
        line: 3,
      },
    ]);
  });

  it.each([
    [
      `${GOOD},,,,,,`,
      /its source has no grade/,
      /statistics office, yearbook, press release, speech, recalled/,
    ],
    [`${GOOD},,,,,,rumour`, /evidence is “rumour”/, /Use statistics office, yearbook/],
    [GOOD.replace('gdp_nominal', 'gdp_nominl'), /Unknown metric “gdp_nominl”/, /Did you mean gdp_nominal\?/],
    [GOOD.replace('gdp_nominal', 'happiness'), /Unknown metric/, /`synopolis facts metrics` lists/],
    [GOOD.replace('cn:3205', 'def:yrd_42'), /Unknown place “def:yrd_42”/, /Did you mean def:yrd_41\?/],
    [GOOD.replace('cn:3205', 'x:nise'), /Unknown place “x:nise”/, /Did you mean x:nice/],
    [GOOD.replace('cn:3205', 'cn:9999'), /Unknown place “cn:9999”/, /Check the id/],
    [GOOD.replace('cn:3205', 'Suzhou'), /Unknown place “Suzhou”/, /Give a place id, such as cn:3205/],
    [GOOD.replace('2024', '24'), /“24” is not a year/, /2015-2020 for a period/],
    [GOOD.replace('2024', '2024-2020'), /“2024-2020” is not a year/, /./],
    [GOOD.replace('2024', ''), /“” is not a year/, /./],
    [GOOD.replace('26727', '"26,727"'), /“26,727” is not a number/, /without a thousands separator/],
    [GOOD.replace('26727', ''), /“” is not a number/, /./],
    [GOOD.replace('26727', 'NaN'), /“NaN” is not a number/, /./],
    [GOOD.replace('26727', '1e999'), /“1e999” is not a number/, /./],
    [GOOD.replace('26727', '0x10'), /“0x10” is not a number/, /./],
    [GOOD.replace('100m CNY', '10m CNY'), /Unknown unit “10m CNY”/, /Use one of 100m CNY/],
    [GOOD.replace('100m CNY', 'furlongs'), /Unknown unit “furlongs”/, /Use one of persons, 10k persons/],
    [GOOD.replace('100m CNY', 'km2'), /money in CNY.*“km2” measures area/, /a unit of the same kind/],
    [GOOD.replace('communique 2025', ''), /has no vintage/, /State which edition or basis/],
    [GOOD.replace('Suzhou communique', ''), /has no source/, /State where it was read/],
    [GOOD.replace('Suzhou communique', 'file id 59809071853'), /names a number/, /Cite what was read/],
    [`${GOOD},above`, /bound is “above”/, /Use over, under, nearly, about, or leave it empty/],
    [`${GOOD},,,guessed`, /status is “guessed”/, /Use stored, derived, recalled/],
  ])('refuses %s', async (row, what, todo) => {
    const { statistics, problems } = await check(row);
    expect(statistics).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0].row).toBe(2);
    const { en, zh } = renderBoth(problems[0].problem);
    expect(en).toMatch(what);
    expect(en).toMatch(todo);
    expect(zh).toMatch(/\p{Script=Han}.*。$|\p{Script=Han}.*？$/u);
    expect(zh).not.toMatch(/\b(?:is|of|the|its?|has|Give|Use|State)\b/);
  });

  it('is told all that is wrong with all rows, and keeps the good ones', async () => {
    const { statistics, problems } = await check('nowhere,nothing,never,none,,,', GOOD, `${GOOD},above`);
    expect(statistics.map(({ line }) => line)).toEqual([3]);
    expect(problems.map(({ row }) => row)).toEqual([2, 2, 2, 2, 2, 2, 2, 4]);
  });

  it('takes money of another currency, which is a figure of the same metric, but no money a person', async () => {
    const dollars = GOOD.replace('100m CNY', 'bn USD');
    expect((await check(dollars)).statistics).toMatchObject([{ unit: 'bn USD' }]);
    const { problems } = await check(GOOD.replace('100m CNY', 'USD per person'));
    expect(render(problems[0].problem, 'en')).toMatch(/measures money in USD per person\. Give/);
    expect(problems).toHaveLength(1);
  });

  it('may give a figure once: not twice, not of a municipality and of its province, not again in a second file', async () => {
    const beijing = GOOD.replace('cn:3205', 'cn:1100');
    const province = GOOD.replace('cn:3205', 'cn-p:11');
    const shipped = beijing.replace('communique 2025', 'communique Mar 2025');
    const { statistics, problems } = await check(beijing, beijing, province, shipped);
    expect(statistics).toHaveLength(1);
    expect(problems.map(({ row }) => row)).toEqual([3, 4, 5]);
    const told = problems.map(({ problem }) => render(problem, 'en'));
    expect(told[0]).toBe(
      'line 2 has a figure for the same place, metric, year and vintage. Remove one, or state how their vintages differ.',
    );
    expect(told[1]).toBe(told[0]);
    expect(told[2]).toMatch(/^statistics\.csv, line \d+ has a figure for the same/);
  });

  it('may give another vintage, year or period of the same figure', async () => {
    const rows = [
      GOOD,
      GOOD.replace('2025', '2026'),
      GOOD.replace('2024', '2023'),
      GOOD.replace('2024', '2020-2024'),
    ];
    expect((await check(...rows)).problems).toEqual([]);
  });

  it('is refused whole when it is read to be used, naming its rows', async () => {
    const bad = withTable(STATISTICS, [GOOD, `${GOOD},above`, 'x,y,z,w,v,u,t'], (file) =>
      readStatistics(file, facts),
    );
    await expect(bad).rejects.toThrow(
      /own\.csv: has 2 wrong rows:\n {2}line 3: bound is “above”\..*\n {2}line 4:/,
    );
  });

  it('with hundreds of faults shows twenty and counts the others', async () => {
    const rows = Array.from({ length: 300 }, () => `${GOOD},above`);
    const bad = withTable(STATISTICS, rows, (file) => readStatistics(file, facts));
    await expect(bad).rejects.toThrow(/has 300 wrong rows:[^]*line 21: [^]*and 280 more/);
  });
});

describe('the shipped statistics', () => {
  it('are all good, each with vintage and source', () => {
    expect(facts.statistics.length).toBeGreaterThan(1000);
    expect(facts.statistics.filter(({ vintage, source }) => vintage === '' || source === '')).toEqual([]);
  });

  it('name no address that cannot be one', () => {
    const links = facts.statistics.flatMap(({ url }) => (url?.startsWith('http') === true ? [url] : []));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((url) => !URL.canParse(url))).toEqual([]);
  });
});
