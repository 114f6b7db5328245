import { describe, expect, it } from 'vitest';
import { factsWith, type OwnTables } from '../../test/facts-tables.ts';
import { Facts } from './facts.ts';
import { figure, type FigureQuestion } from './figure.ts';

const facts = await Facts.open();
const ask = (metric: string, place: string, year: number, vintage?: string) =>
  figure(facts, { metric, place, year, ...(vintage === undefined ? {} : { vintage }) });

const LABS = 'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,new list|old list';
const SHARE = 'lab_share,Share of laboratories,实验室占比,%,share,up,no,ministries,no,';
const GROUND = 'forest,Forest,森林,km2,amount,none,yes,ministries,yes,';
/** Figures of a made-up metric, one row a figure: `place,year,value[,bound]`, each of one list. */
const labs = (list: string, ...rows: string[]) =>
  rows.map((row) => {
    const [place, year, value, bound = ''] = row.split(',');
    return `${place},labs,${year},${value},count,${list},ministry,${bound}`;
  });
async function own(tables: OwnTables, question: FigureQuestion) {
  return figure(await factsWith({ metrics: [LABS, SHARE, GROUND], ...tables }), question);
}
const JJJ = { metric: 'labs', place: 'def:jjj_13', year: 2024 } as const;
const HEBEI = facts.gazetteer.admin('cn-p:13')!;

describe('a figure', () => {
  it('is the published one where there is one, with source and vintage', () => {
    const found = ask('land_area', 'def:gba_9_2', 2020);
    expect(found).toMatchObject({ value: 56_098, unit: 'km2', vintage: 'CWCC table 2020', reason: null });
    expect(found.from).toHaveLength(1);
    expect(found.from[0].source).toMatch(/CWCC/);
    expect(found.others).toEqual([{ vintage: 'as published', value: 56_000, unit: 'km2' }]);
  });

  it('of a region is the sum of its provinces where the metric may be summed and all are there', () => {
    const found = ask('gdp_nominal', 'def:jjj_13', 2024);
    expect(found.value).toBe(115_394.3);
    expect(found.from.map(({ place, value }) => [place, value])).toEqual([
      ['cn:1100', 49_843.1],
      ['cn:1200', 18_024.3],
      ['cn-p:13', 47_526.9],
    ]);
    expect(found.arithmetic).toMatch(/^Beijing 49843.1 \+ Tianjin 18024.3 \+ Hebei 47526.9 = 115394.3 100m/);
  });

  it('of a region is the sum of its cities where it holds a part of a province', () => {
    const found = ask('gdp_nominal', 'def:gba_9_2', 2020, 'CWCC table 2020');
    expect(found).toMatchObject({ value: 1668.85, unit: 'bn USD' });
    expect(found.from).toHaveLength(11);
  });

  it('of a province is the sum of its cities, of a region of provinces and of cities as they come', async () => {
    const cities = labs('new list', ...HEBEI.map((city, i) => `${city},2024,${i}`));
    const province = await own({ statistics: cities }, { ...JJJ, place: 'cn-p:13' });
    expect(province).toMatchObject({ value: 55, vintage: 'new list', missing: [] });
    const two = labs('new list', 'cn:1100,2024,100', 'cn:1200,2024,1000');
    expect(await own({ statistics: [...cities, ...two] }, JJJ)).toMatchObject({ value: 1155 });
  });

  it('takes a province’s own figure before the sum of its cities', async () => {
    const rows = [
      ...HEBEI.map((city) => `${city},2024,1`),
      'cn-p:13,2024,40',
      'cn:1100,2024,1',
      'cn:1200,2024,1',
    ];
    expect(await own({ statistics: labs('new list', ...rows) }, JJJ)).toMatchObject({ value: 42 });
  });

  it('of a municipality and of the province of the same ground is one', async () => {
    const statistics = labs('new list', 'cn-p:31,2024,7');
    for (const place of ['cn:3100', 'cn-p:31'])
      expect(await own({ statistics }, { ...JJJ, place })).toMatchObject({ value: 7 });
    expect(ask('gdp_nominal', 'cn-p:11', 2024).value).toBe(ask('gdp_nominal', 'cn:1100', 2024).value);
  });

  it('is null with the missing names where a part has none, never an estimate', async () => {
    const found = ask('gdp_nominal', 'def:yrd_27_central', 2024);
    expect(found).toMatchObject({ value: null, vintage: null, from: [], arithmetic: '' });
    expect(found.missing).toHaveLength(26);
    expect(found.reason).toMatch(/its parts lack Nanjing, Wuxi.* and 20 more/);
    const statistics = labs('new list', 'cn:1100,2024,1', ...HEBEI.slice(2).map((city) => `${city},2024,1`));
    const lacking = await own({ statistics }, JJJ);
    expect(lacking.missing).toEqual(['cn-p:12', ...HEBEI.slice(0, 2)]);
    expect(lacking.reason).toMatch(/lack Tianjin, Shijiazhuang, Tangshan \(new list\)$/);
  });

  it('is not summed of shares, ranks and what else may not be', async () => {
    const statistics = ['cn:1100', 'cn:1200', 'cn-p:13'].map(
      (place) => `${place},lab_share,2024,10,%,new list,ministry`,
    );
    const found = await own({ statistics }, { ...JJJ, metric: 'lab_share' });
    expect(found).toMatchObject({ value: null, missing: [] });
    expect(found.reason).toBe(
      'lab_share of Beijing-Tianjin-Hebei is not stored, and lab_share may not be summed from parts',
    );
  });

  it('is never summed over two vintages', async () => {
    const statistics = [
      ...labs('old list', 'cn:1100,2024,1', 'cn:1200,2024,1'),
      ...labs('new list', 'cn-p:13,2024,5', 'cn:1200,2024,1'),
    ];
    const found = await own({ statistics }, JJJ);
    expect(found.value).toBeNull();
    expect(found.reason).toMatch(/lack Beijing \(new list\)$/);
  });

  it('is of the vintage that the catalogue prefers, and names the others', async () => {
    const statistics = [...labs('old list', 'cn:1100,2024,9'), ...labs('new list', 'cn:1100,2024,12')];
    const found = await own({ statistics }, { ...JJJ, place: 'cn:1100' });
    expect(found).toMatchObject({ value: 12, vintage: 'new list' });
    expect(found.others).toEqual([{ vintage: 'old list', value: 9, unit: 'count' }]);
    const named = await own({ statistics }, { ...JJJ, place: 'cn:1100', vintage: 'old list' });
    expect(named).toMatchObject({ value: 9, others: [{ vintage: 'new list', value: 12 }] });
  });

  it('is refused where several vintages have it and none is preferred, with the choices', async () => {
    const statistics = [...labs('A', 'cn:1100,2024,9'), ...labs('B', 'cn:1100,2024,12')];
    const question = { ...JJJ, place: 'cn:1100' };
    await expect(own({ statistics }, question)).rejects.toThrow(
      'labs of Beijing 2024 has 2 vintages: A: 9 count; B: 12 count. Name the vintage meant.',
    );
    await expect(own({ statistics }, { ...question, vintage: 'C' })).rejects.toThrow(
      '“C” is no vintage of labs. Its vintages are: A; B.',
    );
  });

  it('keeps the hedge of its source, and a sum those of its parts', async () => {
    expect(ask('gdp_nominal', 'def:gba_9_2', 2024)).toMatchObject({ value: 148_000, bound: 'over' });
    const parts = (beijing: string, tianjin: string) =>
      labs('new list', `cn:1100,2024,1,${beijing}`, `cn:1200,2024,1,${tianjin}`, 'cn-p:13,2024,1');
    const bound = async (beijing: string, tianjin: string) =>
      (await own({ statistics: parts(beijing, tianjin) }, JJJ)).bound;
    expect(await bound('', '')).toBeNull();
    expect(await bound('over', '')).toBe('over');
    expect(await bound('over', 'over')).toBe('over');
    expect(await bound('over', 'under')).toBe('about');
  });

  it('of what does not change, such as land, stands for every year: the newest word', async () => {
    const statistics = [
      'cn:1100,forest,2010,8000,km2,survey,ministry',
      'cn:1100,forest,2020,8500,km2,survey,ministry',
    ];
    for (const [year, value] of [
      [1999, 8500],
      [2010, 8000],
      [2024, 8500],
    ])
      expect(await own({ statistics }, { metric: 'forest', place: 'cn:1100', year })).toMatchObject({
        value,
      });
    expect(ask('gdp_nominal', 'cn:1100', 1999).value).toBeNull();
  });

  it('of a period is not that of a year in it', () => {
    const period = { metric: 'nature_index_share', place: 'cn:1100' };
    expect(figure(facts, { ...period, year: 2015, to: 2020 })).toMatchObject({
      value: 14_735,
      years: '2015–2020',
    });
    expect(figure(facts, { ...period, year: 2018 })).toMatchObject({
      value: null,
      reason: 'nature_index_share of Beijing is stored for 2015–2020, 2022, not for 2018',
    });
  });

  it('warns where members that belong in part are counted whole', async () => {
    const members = facts.definitions.get('def:chengyu_2021')!.members.map(({ city }) => city);
    const statistics = labs('new list', ...members.map((city) => `${city},2024,1`));
    const found = await own({ statistics }, { ...JJJ, place: 'def:chengyu_2021' });
    expect(found.value).toBe(members.length);
    expect(found.warnings).toEqual([
      "Chongqing, Mianyang, Dazhou, Ya'an belong in part and are counted whole",
    ]);
  });

  it('warns where it, or a part of it, is known from memory only', async () => {
    expect(ask('gdp_nominal', 'x:mainland-china', 2014).warnings).toEqual([
      'Mainland China (without Hong Kong and Macao) 2014 is recalled, not read in a source',
    ]);
    const statistics = [
      'cn:1100,labs,2024,1,count,new list,memory,,,recalled',
      ...labs('new list', 'cn:1200,2024,1', 'cn-p:13,2024,1'),
    ];
    expect((await own({ statistics }, JJJ)).warnings).toEqual([
      'Beijing 2024 is recalled, not read in a source',
    ]);
  });

  it('of other units is turned into the metric’s before it is summed, small amounts too', async () => {
    const rows = (unit: string, ...values: number[]) =>
      ['cn:1100', 'cn:1200', 'cn-p:13'].map(
        (place, i) => `${place},patent_income,2024,${values[i]},${unit},survey,ministry`,
      );
    const income = (unit: string, statistics: string[]) =>
      factsWith({
        metrics: [`patent_income,Income,收入,${unit},amount,up,yes,ministries,no,`],
        statistics,
      }).then((all) => figure(all, { ...JJJ, metric: 'patent_income' }));
    expect(await income('100m CNY', rows('bn CNY', 1.1, 2.2, 3.3))).toMatchObject({
      value: 66,
      unit: '100m CNY',
    });
    // 123,456 yuan are 1.23456e-7 trillion: the digits after the point are not those before the e.
    expect(await income('trn CNY', rows('CNY', 123_456, 123_456, 123_456))).toMatchObject({
      value: 3.703_68e-7,
    });
    expect(await income('bn CNY', rows('bn CNY', 0.1, 0.2, 0.3))).toMatchObject({ value: 0.6 });
  });

  it('is not summed over two currencies', async () => {
    const statistics = [
      'cn:1100,gdp_nominal,1990,1,bn USD,old,x',
      'cn:1200,gdp_nominal,1990,1,bn CNY,old,x',
      'cn-p:13,gdp_nominal,1990,1,bn CNY,old,x',
    ];
    const found = await own({ statistics }, { ...JJJ, metric: 'gdp_nominal', year: 1990 });
    expect(found.value).toBeNull();
    expect(found.reason).toBe(
      'the parts of gdp_nominal of Beijing-Tianjin-Hebei are in units that do not add up',
    );
  });

  it('is refused of what does not exist, with near misses', () => {
    expect(() => ask('gdp_nominl', 'cn:1100', 2024)).toThrow(/Did you mean gdp_nominal\?/);
    expect(() => ask('gdp_nominal', 'cn:9999', 2024)).toThrow(/“cn:9999” is no place/);
  });
});
