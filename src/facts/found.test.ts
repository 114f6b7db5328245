import { describe, expect, it } from 'vitest';
import { factsWith, labs, ownFigure } from '../../test/facts-tables.ts';
import { render } from '../base/index.ts';
import { Facts } from './facts.ts';
import { figure } from './figure.ts';

const facts = await Facts.open();
const ask = (metric: string, place: string, year: number, vintage?: string) =>
  figure(facts, { metric, place, year, ...(vintage === undefined ? {} : { vintage }) });
const JJJ = { metric: 'labs', place: 'def:jjj_13', year: 2024 } as const;
const HEBEI = facts.gazetteer.admin('cn-p:13')!;

describe('a figure summed from parts', () => {
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
    const province = await ownFigure({ statistics: cities }, { ...JJJ, place: 'cn-p:13' });
    expect(province).toMatchObject({ value: 55, vintage: 'new list', missing: [] });
    const two = labs('new list', 'cn:1100,2024,100', 'cn:1200,2024,1000');
    expect(await ownFigure({ statistics: [...cities, ...two] }, JJJ)).toMatchObject({ value: 1155 });
  });

  it('takes a province’s own figure before the sum of its cities', async () => {
    const rows = [
      ...HEBEI.map((city) => `${city},2024,1`),
      'cn-p:13,2024,40',
      'cn:1100,2024,1',
      'cn:1200,2024,1',
    ];
    expect(await ownFigure({ statistics: labs('new list', ...rows) }, JJJ)).toMatchObject({ value: 42 });
  });

  it('of a municipality and of the province of the same ground is one', async () => {
    const statistics = labs('new list', 'cn-p:31,2024,7');
    for (const place of ['cn:3100', 'cn-p:31'])
      expect(await ownFigure({ statistics }, { ...JJJ, place })).toMatchObject({ value: 7 });
    expect(ask('gdp_nominal', 'cn-p:11', 2024).value).toBe(ask('gdp_nominal', 'cn:1100', 2024).value);
  });

  it('is null with the missing names where a part has none, never an estimate', async () => {
    const found = ask('gdp_nominal', 'def:yrd_27_central', 2024);
    expect(found).toMatchObject({ value: null, vintage: null, from: [], arithmetic: '' });
    expect(found.missing).toHaveLength(26);
    expect(render(found.reason!, 'en')).toMatch(/its parts lack Nanjing, Wuxi.* and 20 more/);
    expect(render(found.reason!, 'zh')).toMatch(
      /^没有收录.+2024年的gdp_nominal，其组成部分中缺南京市、无锡市.+等（另有20个）（/,
    );
    const statistics = labs('new list', 'cn:1100,2024,1', ...HEBEI.slice(2).map((city) => `${city},2024,1`));
    const lacking = await ownFigure({ statistics }, JJJ);
    expect(lacking.missing).toEqual(['cn-p:12', ...HEBEI.slice(0, 2)]);
    expect(render(lacking.reason!, 'en')).toMatch(/lack Tianjin, Shijiazhuang, Tangshan \(new list\)$/);
  });

  it('is not summed of shares, ranks and what else may not be', async () => {
    const statistics = ['cn:1100', 'cn:1200', 'cn-p:13'].map(
      (place) => `${place},lab_share,2024,10,%,new list,ministry`,
    );
    const found = await ownFigure({ statistics }, { ...JJJ, metric: 'lab_share' });
    expect(found).toMatchObject({ value: null, missing: [] });
    expect(render(found.reason!, 'en')).toBe(
      'lab_share of Beijing-Tianjin-Hebei is not stored, and lab_share may not be summed from parts',
    );
  });

  it('is never summed over two vintages', async () => {
    const statistics = [
      ...labs('old list', 'cn:1100,2024,1', 'cn:1200,2024,1'),
      ...labs('new list', 'cn-p:13,2024,5', 'cn:1200,2024,1'),
    ];
    const found = await ownFigure({ statistics }, JJJ);
    expect(found.value).toBeNull();
    expect(render(found.reason!, 'en')).toMatch(/lack Beijing \(new list\)$/);
  });

  it('warns where members that belong in part are counted whole', async () => {
    const members = facts.definitions.get('def:chengyu_2021')!.members.map(({ city }) => city);
    const statistics = labs('new list', ...members.map((city) => `${city},2024,1`));
    const found = await ownFigure({ statistics }, { ...JJJ, place: 'def:chengyu_2021' });
    expect(found.value).toBe(members.length);
    expect(found.warnings.map((one) => render(one, 'en'))).toEqual([
      "Chongqing, Mianyang, Dazhou, Ya'an belong in part and are counted whole",
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
    const found = await ownFigure({ statistics }, { ...JJJ, metric: 'gdp_nominal', year: 1990 });
    expect(found.value).toBeNull();
    expect(render(found.reason!, 'en')).toBe(
      'the parts of gdp_nominal of Beijing-Tianjin-Hebei are in units that do not add up',
    );
  });
});
