import { expect, it } from 'vitest';
import { factsWith } from '../../test/facts-tables.ts';
import { InputError } from '../base/index.ts';
import { density, exchange, growth, perHead, shareOf } from './derive.ts';
import { figure, type FigureQuestion } from './figure.ts';
import { placeOf } from './place-of.ts';
import { series, type SeriesQuestion } from './series.ts';

const LABS = 'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,';
const facts = await factsWith({
  metrics: [LABS],
  statistics: [
    'cn:1100,labs,2024,9,count,A,own',
    'cn:1100,labs,2024,12,count,B,own',
    'cn:3205,gdp_nominal,2001,1,bn USD,own,x',
    'cn:3205,gdp_nominal,2002,8,bn CNY,own,x',
  ],
});

const ask = (more: Partial<FigureQuestion>) =>
  figure(facts, { metric: 'gdp_nominal', place: 'cn:1100', year: 2024, ...more });
const through = (more: Partial<SeriesQuestion>) => () =>
  series(facts, { metric: 'gdp_nominal', place: 'def:jjj_13', ...more });
const gdp = ask({});
const area = ask({ metric: 'land_area' });

const REFUSED: readonly (readonly [string, () => unknown, string])[] = [
  ['a metric', () => ask({ metric: 'gdp_nominl' }), '指标目录没有“gdp_nominl”。是否指gdp_nominal'],
  ['a place', () => ask({ place: 'cn:9999' }), '没有地点“cn:9999”。请核对编号。'],
  ['a name', () => placeOf('Atlantis City', facts), '没有名为“Atlantis City”的地点。'],
  ['a vintage', () => ask({ vintage: 'mine' }), 'gdp_nominal没有版本“mine”。其版本有：'],
  [
    'several vintages',
    () => ask({ metric: 'labs' }),
    '北京市2024年的labs有2个版本：A为9 count；B为12 count。请指明所指版本。',
  ],
  ['no series', through({ from: 2013, to: 2024 }), '没有所求序列（2013–2024年）：版本不可混用，现有'],
  ['no series from', through({ from: 2030 }), '（2030年起）'],
  ['no series to', through({ to: 1999 }), '（至1999年）'],
  ['several series', through({}), '的gdp_nominal有3个版本，不可混用：'],
  ['nothing stored', through({ place: 'cn:3206', metric: 'labs' }), '没有南通市的labs，其各部分也不齐全。'],
  ['several units', through({ place: 'cn:3205', vintage: 'own' }), '用了几种单位：bn USD、bn CNY。'],
  ['two metrics', () => growth(gdp, area), '不是同一指标的增长'],
  ['no population', () => perHead(gdp, area), '不是人口。请给出以persons计的数值。'],
  ['no area', () => density(gdp, gdp), '不是面积。请给出以km2计的数值。'],
  ['other dimensions', () => shareOf(gdp, area), '不能除以land_area（km2）。'],
  ['no money', () => exchange(area, 7, 'USD', ''), 'km2不是金额单位。'],
  ['its own currency', () => exchange(gdp, 7, 'CNY', ''), '已经以CNY计。'],
  ['a rate below 0', () => exchange(gdp, -1, 'USD', ''), '-1不能作汇率。请给出大于0的汇率。'],
];

it.each(REFUSED)('what is refused has Chinese words: %s', (_, refused, words) => {
  const error = ((): unknown => {
    try {
      return refused();
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(InputError);
  const text = (error as InputError).text('zh');
  expect(text).toContain(words);
  expect(text.replace(/（[^）]*）|“[^”]*”/g, '')).not.toMatch(
    /\b(?:is|are|of|the|has|Give|Ask|Name|there)\b/,
  );
});
