import { describe, expect, it } from 'vitest';
import { labs, ownFigure } from '../../test/facts-tables.ts';
import { render, renderBoth } from '../base/index.ts';
import { Facts } from './facts.ts';
import { type Figure, figure } from './figure.ts';

const facts = await Facts.open();
const ask = (metric: string, place: string, year: number, vintage?: string) =>
  figure(facts, { metric, place, year, ...(vintage === undefined ? {} : { vintage }) });
const JJJ = { metric: 'labs', place: 'def:jjj_13', year: 2024 } as const;

describe('a figure', () => {
  it('is the published one where there is one, with source and vintage', () => {
    const found = ask('land_area', 'def:gba_9_2', 2020);
    expect(found).toMatchObject({ value: 56_098, unit: 'km2', vintage: 'CWCC table 2020', reason: null });
    expect(found.from).toHaveLength(1);
    expect(found.from[0].source).toMatch(/CWCC/);
    expect(found.others).toEqual([{ vintage: 'as published', value: 56_000, unit: 'km2' }]);
  });

  it('is of the vintage that the catalogue prefers, and names the others', async () => {
    const statistics = [...labs('old list', 'cn:1100,2024,9'), ...labs('new list', 'cn:1100,2024,12')];
    const found = await ownFigure({ statistics }, { ...JJJ, place: 'cn:1100' });
    expect(found).toMatchObject({ value: 12, vintage: 'new list' });
    expect(found.others).toEqual([{ vintage: 'old list', value: 9, unit: 'count' }]);
    const named = await ownFigure({ statistics }, { ...JJJ, place: 'cn:1100', vintage: 'old list' });
    expect(named).toMatchObject({ value: 9, others: [{ vintage: 'new list', value: 12 }] });
  });

  it('is refused where several vintages have it and none is preferred, with the choices', async () => {
    const statistics = [...labs('A', 'cn:1100,2024,9'), ...labs('B', 'cn:1100,2024,12')];
    const question = { ...JJJ, place: 'cn:1100' };
    await expect(ownFigure({ statistics }, question)).rejects.toThrow(
      'labs of Beijing 2024 has 2 vintages: A: 9 count; B: 12 count. Name the vintage meant.',
    );
    await expect(ownFigure({ statistics }, { ...question, vintage: 'C' })).rejects.toThrow(
      'labs has no vintage “C”. Its vintages are: A; B.',
    );
  });

  it('keeps the hedge of its source, and a sum those of its parts', async () => {
    expect(ask('gdp_nominal', 'def:gba_9_2', 2024)).toMatchObject({ value: 148_000, bound: 'over' });
    const parts = (beijing: string, tianjin: string) =>
      labs('new list', `cn:1100,2024,1,${beijing}`, `cn:1200,2024,1,${tianjin}`, 'cn-p:13,2024,1');
    const bound = async (beijing: string, tianjin: string) =>
      (await ownFigure({ statistics: parts(beijing, tianjin) }, JJJ)).bound;
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
      expect(await ownFigure({ statistics }, { metric: 'forest', place: 'cn:1100', year })).toMatchObject({
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
    const { value, reason } = figure(facts, { ...period, year: 2018 });
    expect(value).toBeNull();
    expect(renderBoth(reason!)).toEqual({
      en: 'nature_index_share of Beijing is stored for 2015–2020, 2022, not for 2018',
      zh: '北京市的nature_index_share只收录了2015–2020、2022年，没有2018年',
    });
  });

  it('warns where it, or a part of it, is known from memory only', async () => {
    const told = ({ warnings }: Figure) => warnings.map((one) => render(one, 'en'));
    expect(told(ask('gdp_nominal', 'x:mainland-china', 2014))).toEqual([
      'Mainland China (without Hong Kong and Macao) 2014 is recalled, not read in a source',
    ]);
    const statistics = [
      'cn:1100,labs,2024,1,count,new list,memory,,,recalled',
      ...labs('new list', 'cn:1200,2024,1', 'cn-p:13,2024,1'),
    ];
    expect(told(await ownFigure({ statistics }, JJJ))).toEqual([
      'Beijing 2024 is recalled, not read in a source',
    ]);
  });

  it('is refused of what does not exist, with near misses', () => {
    expect(() => ask('gdp_nominl', 'cn:1100', 2024)).toThrow(/Did you mean gdp_nominal\?/);
    expect(() => ask('gdp_nominal', 'cn:9999', 2024)).toThrow(/Unknown place “cn:9999”\. Check the id/);
  });
});
