import { describe, expect, it } from 'vitest';
import { factsWith } from '../../test/facts-tables.ts';
import { Facts } from './facts.ts';
import { series, type SeriesQuestion } from './series.ts';

const facts = await Facts.open();
const FIFTH = 'NBS after 5th economic census (2025 vintage)';
const FOURTH = 'NBS after 4th economic census (as published to 2021)';
const gdp = (question: Omit<SeriesQuestion, 'metric' | 'place'>) =>
  series(facts, { metric: 'gdp_nominal', place: 'def:jjj_13', ...question });
const values = (points: readonly { readonly years: string; readonly value: number | null }[]) =>
  points.map(({ years, value }) => [years, value]);

describe('a series', () => {
  it('is of one vintage, each point with its own sources', () => {
    const found = gdp({ vintage: FIFTH });
    expect(values(found.points)).toEqual([
      ['2015', 63_667.4],
      ['2020', 89_555.9],
      ['2021', 101_649.3],
      ['2022', 105_009.2],
      ['2023', 110_225.5],
      ['2024', 115_394.3],
    ]);
    expect(found).toMatchObject({ vintage: FIFTH, unit: '100m CNY', gaps: [2016, 2017, 2018, 2019] });
    expect(found.points.every(({ vintage, from }) => vintage === FIFTH && from.length === 3)).toBe(true);
  });

  it('takes the one vintage that has both ends, without being told', () => {
    expect(gdp({ from: 2013, to: 2020 })).toMatchObject({ vintage: FOURTH, gaps: [] });
    expect(values(gdp({ from: 2013, to: 2015 }).points)).toHaveLength(3);
  });

  it('is refused where it would mix vintages, with the choices', () => {
    expect(() => gdp({ from: 2013, to: 2024 })).toThrow(
      /no series over 2013–2024: vintages may not be mixed.*5th.*\(6 years of 2015–2024\); .*4th.*\(2013–2020\)/,
    );
  });

  it('is refused where several vintages have it, with the choices, even if the catalogue prefers one', () => {
    expect(() => gdp({})).toThrow(/has 3 vintages, which may not be mixed: .*Name the one meant/);
    expect(() => gdp({ from: 2015, to: 2020 })).toThrow(/has 2 vintages/);
    expect(() => gdp({ from: 2022, to: 2024 })).toThrow(/has 2 vintages.*official aggregate/);
  });

  it('of a vintage that the place does not have is refused, with those that it has', () => {
    expect(() => gdp({ vintage: 'communique Mar 2025' })).toThrow(/with the vintage “communique Mar 2025”/);
    expect(() => gdp({ vintage: 'last year’s' })).toThrow(/there are .*\(2013–2020\)/);
  });

  it('names every year asked for that has no figure, at its ends too', () => {
    const found = gdp({ vintage: FOURTH, from: 2011, to: 2022 });
    expect(found.points).toHaveLength(8);
    expect(found.gaps).toEqual([2011, 2012, 2021, 2022]);
  });

  it('outside its years is refused, naming them', () => {
    expect(() => gdp({ from: 2030, to: 2040 })).toThrow(/no series over 2030–2040/);
    expect(() => gdp({ vintage: FOURTH, from: 2030, to: 2040 })).toThrow(
      /has no figure over 2030–2040: there are .*\(2013–2020\)/,
    );
    expect(() => gdp({ from: 2030 })).toThrow(/no series from 2030:/);
    expect(() => gdp({ to: 1999 })).toThrow(/no series to 1999:/);
  });

  it('of what is not stored is refused', () => {
    expect(() => series(facts, { metric: 'gdp_nominal', place: 'cn:3205' })).toThrow(
      'gdp_nominal of Suzhou is not stored, nor are all its parts. Ask for another place or metric.',
    );
  });

  it('leaves out figures of periods, and a sum where a part is missing', async () => {
    const all = await factsWith({
      metrics: ['labs,Laboratories,实验室数,count,count,up,yes,ministries,no,'],
      statistics: [
        ...[2020, 2021, 2022].flatMap((year) => [
          `cn:1100,labs,${year},1,count,list,ministry`,
          `cn:1200,labs,${year},2,count,list,ministry`,
        ]),
        'cn-p:13,labs,2020,3,count,list,ministry',
        'cn-p:13,labs,2022,5,count,list,ministry',
        'def:jjj_13,labs,2015-2019,30,count,list,ministry',
      ],
    });
    const found = series(all, { metric: 'labs', place: 'def:jjj_13' });
    expect(values(found.points)).toEqual([
      ['2020', 6],
      ['2022', 8],
    ]);
    expect(found.gaps).toEqual([2021]);
  });

  it('in two units is refused', async () => {
    const all = await factsWith({
      statistics: ['cn:3205,gdp_nominal,2001,1,bn USD,own,x', 'cn:3205,gdp_nominal,2002,8,bn CNY,own,x'],
    });
    expect(() => series(all, { metric: 'gdp_nominal', place: 'cn:3205' })).toThrow(
      /is in several units: bn USD, bn CNY/,
    );
  });
});
