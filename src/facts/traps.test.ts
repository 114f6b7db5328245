import { describe, expect, it } from 'vitest';
import { growth } from './derive.ts';
import { Facts } from './facts.ts';
import { figure } from './figure.ts';
import { series } from './series.ts';
import { convert } from './unit.ts';

/** Figures that look alike and are not: each has led somebody to a wrong number. */
const facts = await Facts.open();
const of = (metric: string, place: string, year: number, vintage?: string) =>
  figure(facts, { metric, place, year, ...(vintage === undefined ? {} : { vintage }) });
const over = (metric: string, place: string, from: number, to: number) => () =>
  series(facts, { metric, place, from, to });
const trillions = (...asked: Parameters<typeof of>) => {
  const { value, unit } = of(...asked);
  return Number(convert(value!, unit, 'trn CNY')!.toFixed(2));
};
const FOURTH = 'NBS after 4th economic census (as published to 2021)';

describe('the fifth economic census', () => {
  it('made Beijing-Tianjin-Hebei 11.54 trillion yuan in 2024, which is the sum of its three parts', () => {
    expect(trillions('gdp_nominal', 'def:jjj_13', 2024)).toBe(11.54);
    expect(of('gdp_nominal', 'def:jjj_13', 2024).from).toHaveLength(3);
  });

  it('made it 8.96 instead of 8.64 in 2020, and 11.02 instead of 10.4 in 2023', () => {
    expect(trillions('gdp_nominal', 'def:jjj_13', 2020, FOURTH)).toBe(8.64);
    expect(trillions('gdp_nominal', 'def:jjj_13', 2020)).toBe(8.96);
    expect(trillions('gdp_nominal', 'def:jjj_13', 2023, 'official aggregate')).toBe(10.4);
    expect(trillions('gdp_nominal', 'def:jjj_13', 2023)).toBe(11.02);
  });

  it('made Beijing 47,353.7 instead of 43,760.7 in 2023, and a figure names the other', () => {
    const found = of('gdp_nominal', 'cn:1100', 2023);
    expect(found.value).toBe(47_353.7);
    expect(found.others.map(({ value }) => value)).toEqual([43_760.7]);
  });

  it('is crossed by no series and no growth', () => {
    expect(over('gdp_nominal', 'def:jjj_13', 2013, 2024)).toThrow(/vintages may not be mixed/);
    expect(over('gdp_nominal', 'cn:1100', 2013, 2024)).toThrow(/vintages may not be mixed/);
    const before = of('gdp_nominal', 'cn:1100', 2023, 'communique Mar 2024 (before census revision)');
    expect(() => growth(before, of('gdp_nominal', 'cn:1100', 2024))).toThrow(/would mix vintages/);
  });
});

describe('R&D intensity', () => {
  it('fell from 2.65 to 2.58 % for 2023 as its denominator rose, and is no one series', () => {
    expect(of('rd_intensity', 'x:mainland-china', 2023, 'first release').value).toBe(2.65);
    expect(of('rd_intensity', 'x:mainland-china', 2023).value).toBe(2.58);
    expect(of('rd_intensity', 'def:jjj_13', 2023).others).toMatchObject([{ value: 4.27 }]);
    for (const place of ['x:mainland-china', 'cn:1100', 'cn:3100', 'cn-p:44'])
      expect(over('rd_intensity', place, 2022, 2024), place).toThrow(/vintages may not be mixed/);
  });
});

describe('editions of the Yangtze River Delta index', () => {
  it('say 247.11 or 240.90 of 2021, and stand in no one series', () => {
    const found = of('yrd_collaborative_innovation_index', 'def:yrd_41', 2021);
    expect(found.value).toBe(240.9);
    expect(found.others.map(({ value }) => value)).toEqual([247.11]);
    const { points } = series(facts, {
      metric: 'yrd_collaborative_innovation_index',
      place: 'def:yrd_41',
      from: 2019,
      to: 2022,
    });
    expect(points.map(({ value }) => value)).toEqual([197.95, 216.27, 240.9, 262.52]);
    expect(() =>
      series(facts, { metric: 'yrd_collaborative_innovation_index', place: 'def:yrd_41' }),
    ).toThrow(/4 vintages, which may not be mixed/);
  });
});

describe('the Nature Index', () => {
  it('grew its list of journals from 68 to 82 to 145, so that Shares of two editions are no series', () => {
    expect(of('nature_index_wfc', 'cn:1100', 2016).vintage).toBe('68 journals');
    expect(of('nature_index_share', 'cn:1100', 2022).vintage).toMatch(/82 journals/);
    expect(over('nature_index_share', 'x:new-york-metro-ni', 2019, 2022)).toThrow(/may not be mixed/);
    expect(over('nature_index_count', 'cn:1100', 2022, 2023)).toThrow(/may not be mixed/);
    expect(over('nature_index_science_city_rank', 'cn:1100', 2017, 2024)).toThrow(/may not be mixed/);
  });

  it('draws metropolitan areas of its own, which no definition of ours is', () => {
    expect(of('nature_index_science_city_rank', 'x:boston-metro-ni', 2024).value).toBe(4);
    expect(of('nature_index_science_city_rank', 'def:boston_msa_main', 2024).value).toBeNull();
    expect(of('nature_index_science_city_rank', 'gn:4930956', 2024).value).toBeNull();
  });
});

describe('the Greater Bay Area', () => {
  it('has over 72 million people before the census of 2020 and 86 after, which is no growth', () => {
    const before = of('population', 'def:gba_9_2', 2019);
    expect(before).toMatchObject({ value: 72, bound: 'over', vintage: 'before the 2020 census' });
    const after = of('population', 'def:gba_9_2', 2020);
    expect(Math.round(after.value!)).toBe(86);
    expect(over('population', 'def:gba_9_2', 2019, 2020)).toThrow(/may not be mixed/);
    expect(() => growth(before, after)).toThrow(/would mix vintages/);
  });

  it('holds Hong Kong and Macao, which the nation of the statistical bureau does not', () => {
    expect(facts.name('x:mainland-china')).toBe('Mainland China (without Hong Kong and Macao)');
    expect(of('gdp_nominal', 'x:mainland-china', 2024).value).toBe(1_348_066.2);
    // Nobody's figure stands for China with them: their own would have to be there.
    expect(of('gdp_nominal', 'iso:CN', 2024).missing).toEqual(expect.arrayContaining(['cn-p:81', 'cn-p:82']));
  });
});

describe('WIPO’s ranks of clusters', () => {
  it('break in 2025, when deals of venture capital came in', () => {
    expect(over('wipo_gii_cluster_rank', 'cn:1100', 2024, 2025)).toThrow(/may not be mixed/);
    expect(
      series(facts, { metric: 'wipo_gii_cluster_rank', place: 'cn:1100', from: 2018, to: 2024 }),
    ).toMatchObject({ vintage: 'PCT + SCIE', gaps: [2019, 2020, 2021] });
  });

  it('break in 2018 too, when articles came in, and so do the counts of clusters', () => {
    expect(over('wipo_gii_cluster_rank', 'x:tokyo-yokohama', 2017, 2024)).toThrow(/may not be mixed/);
    expect(over('wipo_gii_top100_clusters', 'iso:CN', 2017, 2025)).toThrow(/may not be mixed/);
    expect(over('wipo_gii_top100_clusters', 'iso:CN', 2024, 2025)).toThrow(/may not be mixed/);
    expect(over('wipo_gii_top100_clusters', 'iso:CN', 2020, 2024)().points).toHaveLength(4);
  });
});
