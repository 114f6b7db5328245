import { describe, expect, it } from 'vitest';
import { factsWith } from '../../test/facts-tables.ts';
import { type Language, render } from '../base/index.ts';
import { density, type Derived, exchange, growth, perHead, shareOf } from './derive.ts';
import { figure } from './figure.ts';

const facts = await factsWith({
  metrics: [
    'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,',
    'places,Chairs,教席数,count,count,up,yes,ministries,no,',
  ],
  statistics: [
    'cn:3205,labs,2023,0,count,list,ministry',
    'cn:3205,labs,2024,12,count,list,ministry',
    'cn:3205,places,2024,3,count,list,ministry',
    'cn:3205,population,2024,1296,10k persons,communique,bureau',
    'cn:3205,land_area,2024,8657,km2,communique,bureau',
    'cn:3205,gdp_nominal,2024,26727,100m CNY,communique,bureau',
    'cn:3205,gdp_nominal,2023,0.5,bn USD,communique,bureau',
  ],
});
const of = (metric: string, place: string, year: number, vintage?: string) =>
  figure(facts, { metric, place, year, ...(vintage === undefined ? {} : { vintage }) });
const suzhou = (metric: string, year = 2024) => of(metric, 'cn:3205', year);
const nowhere = of('gdp_nominal', 'cn:3206', 2024);
const NATION = of('gdp_nominal', 'x:mainland-china', 2024);
const FOURTH = 'NBS after 4th economic census (as published to 2021)';

/** Why there is no value. */
function told({ value, reason }: Derived, language: Language = 'en'): string | null {
  expect(value).toBeNull();
  return reason === null ? null : render(reason, language);
}

describe('a share', () => {
  it('is the part over the whole, as a fraction, whatever their units', () => {
    const found = shareOf(of('gdp_nominal', 'def:jjj_13', 2024), NATION);
    expect(found.value).toBeCloseTo(115_394.3 / 1_348_066.2, 12);
    expect(found).toMatchObject({ unit: 'fraction', warnings: [], reason: null });
    const units = shareOf(suzhou('population'), of('population', 'def:jjj_13', 2020));
    expect(units.value).toBeCloseTo(12_960_000 / 110_369_339, 12);
  });

  it('tells where part and whole are of two vintages', () => {
    const { warnings } = shareOf(of('gdp_nominal', 'def:gba_9_2', 2024), NATION);
    expect(warnings.map((one) => render(one, 'en'))).toEqual([
      'vintages differ: official aggregate over NBS after 5th economic census (2025 vintage)',
    ]);
    expect(warnings.map((one) => render(one, 'zh'))).toEqual([
      '版本不同：分子为“official aggregate”，分母为“NBS after 5th economic census (2025 vintage)”',
    ]);
  });

  it('of money in another currency, or of another thing, is refused', () => {
    expect(() => shareOf(suzhou('gdp_nominal', 2023), NATION)).toThrow(
      /in bn USD cannot be divided by gdp_nominal in 100m CNY\. .* needs a stated rate/,
    );
    expect(() => shareOf(suzhou('population'), suzhou('land_area'))).toThrow(/cannot be divided/);
  });

  it('is null with the reason of what is missing, and of a whole of 0', () => {
    expect(told(shareOf(nowhere, NATION))).toBe('gdp_nominal of Nantong is not stored');
    expect(told(shareOf(nowhere, suzhou('population', 1999)), 'zh')).toBe(
      '没有收录南通市的gdp_nominal；苏州市的population只收录了2024年，没有1999年',
    );
    expect(told(shareOf(suzhou('labs'), suzhou('labs', 2023)))).toBe('labs of cn:3205 is 0');
  });
});

describe('an amount per head', () => {
  it('is in the amount’s base unit a person', () => {
    const found = perHead(suzhou('gdp_nominal'), suzhou('population'));
    expect(found.value).toBeCloseTo(2_672_700_000_000 / 12_960_000, 6);
    expect(found.unit).toBe('CNY per person');
    expect(perHead(suzhou('labs'), suzhou('population')).value).toBeCloseTo(12 / 12_960_000, 15);
  });

  it('is refused over what counts no persons, and an area over what is none', () => {
    expect(() => perHead(suzhou('gdp_nominal'), suzhou('land_area'))).toThrow(
      'land_area in km2 is not a population. Give a figure in persons.',
    );
    expect(() => density(suzhou('population'), suzhou('labs'))).toThrow('labs in count is not an area.');
  });
});

describe('a density', () => {
  it('is persons, or millions of a currency, per square kilometre', () => {
    expect(density(suzhou('population'), suzhou('land_area'))).toMatchObject({
      value: 12_960_000 / 8657,
      unit: 'persons per km2',
    });
    const money = density(suzhou('gdp_nominal'), suzhou('land_area'));
    expect(money.value).toBeCloseTo(2_672_700 / 8657, 9);
    expect(money.unit).toBe('million CNY per km2');
  });
});

describe('growth', () => {
  it('is the later over the earlier, less 1, within one vintage', () => {
    const of4 = (year: number) => of('gdp_nominal', 'def:jjj_13', year, FOURTH);
    expect(growth(of4(2013), of4(2020)).value).toBeCloseTo(86_393.2 / 55_339.6 - 1, 12);
  });

  it('over two vintages is refused: 10.4 to 11.54 trillion is no growth', () => {
    const before = of('gdp_nominal', 'def:jjj_13', 2023, 'official aggregate');
    expect(() => growth(before, of('gdp_nominal', 'def:jjj_13', 2024))).toThrow(
      /from 2023 \(official aggregate\) to 2024 \(NBS after 5th.*\) would mix vintages/,
    );
  });

  it('from one place or metric to another is refused', () => {
    expect(() => growth(suzhou('places'), suzhou('labs'))).toThrow(
      /from places of cn:3205 to labs of cn:3205/,
    );
    expect(() => growth(NATION, of('gdp_nominal', 'def:jjj_13', 2024))).toThrow(/would mix figures/);
  });

  it('from 0, or from a figure that is not there, is null with the reason', () => {
    expect(told(growth(suzhou('labs', 2023), suzhou('labs')))).toBe('labs of cn:3205 is 0');
    expect(growth(of('labs', 'cn:3205', 2001), suzhou('labs'))).toMatchObject({ value: null });
  });
});

describe('an exchange', () => {
  const amount = of('gdp_nominal', 'def:jjj_13', 2024);

  it('is the amount over the stated rate, which stands in its arithmetic', () => {
    const found = exchange(amount, 7.19, 'USD', '7.19 CNY per USD');
    expect(found.value).toBeCloseTo(11_539.43 / 7.19, 9);
    expect(found.unit).toBe('bn USD');
    expect(found.arithmetic).toMatch(/÷ 7\.19 \(7\.19 CNY per USD\)/);
  });

  it('is refused at a rate that cannot be, of what is no money, and into its own currency', () => {
    for (const rate of [0, -7, NaN, Infinity])
      expect(() => exchange(amount, rate, 'USD', '')).toThrow(
        /is not an exchange rate\. Give a rate above 0/,
      );
    expect(() => exchange(suzhou('labs'), 7, 'USD', '')).toThrow('count is not a unit of money.');
    expect(() => exchange(amount, 7.19, 'CNY', '')).toThrow(/100m CNY is already in CNY/);
  });

  it('of an amount that is not there is null with the reason', () => {
    expect(exchange(nowhere, 7.19, 'USD', '')).toMatchObject({ value: null, unit: 'bn USD' });
  });
});
