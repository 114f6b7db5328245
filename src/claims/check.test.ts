import { describe, expect, test } from 'vitest';
import { checkOne, checkYaml, claimText } from '../../test/claims/claims-file.ts';
import { factsWith } from '../../test/facts-tables.ts';
import { type InputError, render } from '../base/index.ts';
import { refuse } from './faults.ts';
import { differences, ledger } from './ledger.ts';
import { fromInterval } from './spread.ts';
import { type Answer, type Question, withoutObservatory, type World } from './world.ts';
import { messages as valueMessages } from './value-messages.ts';

const labelled = (text: string) => valueMessages.words({ text: { en: text, zh: text } });

const facts = await factsWith({
  metrics: [
    'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,',
    'place_of,Place in a table,名次,rank,rank,down,no,ministries,no,',
    'score,Score,得分,index,index,up,no,ministries,no,',
  ],
  statistics: [
    'cn:1100,labs,2020,31,count,one,ministry A',
    'cn:1100,labs,2020,33,count,two,ministry B',
    'cn:1200,labs,2020,600,count,one,s,nearly',
    'cn:3100,labs,2020,200,count,one,s,over',
    ...[2016, 2017, 2018, 2020].map((year) => `cn:1100,place_of,${year},1,rank,t,s`),
    ...[1, 2, 1].map((rank, i) => `cn:3100,place_of,${2018 + i},${rank},rank,t,s`),
    ...[100, 101, 105, 103].map((score, i) => `cn:1100,score,${2018 + i},${score},index,e,s`),
    'cn:3100,score,2018,10,index,e,s',
    'cn:3100,score,2020,12,index,e,s',
    'cn:4401,score,2018,10,index,e,s',
    'cn:4401,score,2019,9,index,f,s',
  ],
});
const world = withoutObservatory(facts);
const check = (fields: Readonly<Record<string, string | number>>) =>
  checkOne({ as_of: '2020', ...fields }, world);

describe('operators', () => {
  test('= and ≈ compare with the figure, in units of one kind', async () => {
    const figure = 'quantity(11539.43, "bn CNY")';
    expect(await check({ figure, operator: '=', value: '11.5', unit: 'trn CNY' })).toMatchObject({
      verdict: 'holds approximately',
      figure: { value: 11.53943, unit: 'trn CNY' },
    });
    expect((await check({ figure, operator: '~', value: '12', unit: 'trn CNY' })).verdict).toBe(
      'holds approximately',
    );
    expect((await check({ figure, operator: '=', value: '12.0', unit: 'trn CNY' })).verdict).toBe(
      'contradicted',
    );
  });

  test('share of divides by the whole', async () => {
    const share = { figure: '30', of: '100', operator: 'share of', unit: '%' };
    const own = { ...share, figure: 'quantity(30, "count")', of: 'quantity(100, "count")' };
    expect((await check({ ...own, value: '31' })).verdict).toBe('holds approximately');
    expect((await check({ ...own, value: '40' })).verdict).toBe('contradicted');
    expect((await check({ ...own, value: '29', than: '>' })).verdict).toBe('holds');
    expect((await check({ ...own, value: '30', than: '<' })).verdict).toBe('contradicted');
    await expect(check({ ...share, value: '30' })).rejects.toThrow('a number without a unit');
  });

  test('rank holds in every year since, if every year is stored; one stored year contradicts', async () => {
    const rank = (city: string, since: number, value = 1) =>
      check({ figure: `stat(place_of, ${city}, year)`, operator: 'rank', value, since });
    expect((await rank('cn:1100', 2020)).verdict).toBe('holds');
    expect(await rank('cn:1100', 2015)).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['years missing: 2015, 2019'],
      arithmetic: '2016: 1, 2017: 1, 2018: 1, 2020: 1',
    });
    expect(await rank('cn:3100', 2015)).toMatchObject({
      verdict: 'contradicted',
      warnings: ['not so in 2019'],
    });
    expect(
      (await check({ figure: 'stat(place_of, cn:3100, 2019)', operator: 'rank', value: 2 })).verdict,
    ).toBe('holds');
    const second = { figure: 'stat(place_of, cn:3100, year)', operator: 'rank', value: 2, since: 2018 };
    expect((await check({ ...second, than: 'at most' })).verdict).toBe('holds');
  });

  test('first since is true in the year and in no earlier one, all of them stored', async () => {
    const first = (since: number, value: number) =>
      check({
        figure: 'stat(score, cn:1100, year)',
        operator: 'first since',
        value,
        since,
        than: '>',
        unit: 'index',
      });
    expect((await first(2018, 100)).verdict).toBe('contradicted');
    expect((await first(2018, 104)).verdict).toBe('holds');
    expect((await first(2018, 105)).verdict).toBe('contradicted');
    expect(await first(2016, 104)).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['years missing: 2016–2017'],
    });
    expect((await first(2018, 100)).warnings).toEqual(['not so in 2019']);
  });

  test('trend is rising only if each year is above the last, of one vintage, with no gap', async () => {
    const trend = (value: string, more: Record<string, string | number> = {}) =>
      check({ figure: 'stat(score, cn:1100, year)', operator: 'trend', value, ...more });
    expect(await trend('rising')).toMatchObject({
      verdict: 'holds',
      arithmetic: '2018: 100, 2019: 101, 2020: 105',
    });
    expect(await trend('rising', { as_of: '2021' })).toMatchObject({
      verdict: 'contradicted',
      warnings: ['not so in 2021'],
    });
    expect((await trend('falling')).verdict).toBe('contradicted');
    expect((await trend('steady')).verdict).toBe('holds approximately');
    expect((await trend('steady', { tolerance: '3%' })).verdict).toBe('contradicted');
    expect(await trend('rising', { since: 2017 })).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['years missing: 2017'],
    });
    const gap = { figure: 'stat(score, cn:3100, year)' };
    expect((await trend('rising', gap)).missing).toEqual(['years missing: 2019']);
    expect((await trend('falling', gap)).verdict).toBe('contradicted');
    expect((await trend('rising', { ...gap, as_of: '2018' })).verdict).toBe('cannot be checked');
    await expect(trend('rising', { figure: 'stat(score, cn:4401, year)' })).rejects.toThrow(
      'would mix vintages: e (2018); f (2019)',
    );
  });

  test('is compares texts, and lists whatever their order', async () => {
    const is = (figure: string, value: string) => check({ figure, operator: 'is', value });
    expect((await is('kind(cn-p:13)', 'Province')).verdict).toBe('holds');
    expect((await is('kind(cn-p:13)', 'city')).verdict).toBe('contradicted');
    expect((await is('provinces(def:yrd_41)', 'Anhui, Shanghai, Jiangsu and Zhejiang')).verdict).toBe(
      'holds',
    );
    expect((await is('provinces(def:yrd_41)', '上海市、江苏省、浙江省和安徽省')).verdict).toBe('holds');
    expect((await is('provinces(def:yrd_41)', 'Shanghai, Jiangsu, Zhejiang')).verdict).toBe('contradicted');
    expect((await is('provinces(def:yrd_41)', 'Shanghai, Jiangsu, Zhejiang, Anhui, Fujian')).verdict).toBe(
      'contradicted',
    );
  });
});

describe('what is known only so far', () => {
  test('a bound of the source confirms what lies below it, and never a number', async () => {
    const over = { figure: 'stat(labs, cn:3100, 2020)', unit: 'count' };
    expect((await check({ ...over, operator: 'over', value: 199 })).verdict).toBe('holds');
    expect(await check({ ...over, operator: '=', value: 200 })).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['the figure is only known to be over 200'],
    });
    expect((await check({ ...over, operator: 'at most', value: 200 })).verdict).toBe('contradicted');
    const nearly = { figure: 'stat(labs, cn:1200, 2020)', unit: 'count', operator: 'about', value: 600 };
    expect((await check(nearly)).verdict).toBe('holds approximately');
  });

  test('a figure that is not stored cannot be checked, and its absence is told', async () => {
    expect(
      await check({ figure: 'stat(score, cn:1100, 2030)', operator: '=', value: 1, unit: 'index' }),
    ).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['score of Beijing is stored for 2018, 2019, 2020, 2021, not for 2030'],
    });
  });
});

describe('what would change it', () => {
  const claim = { figure: 'stat(labs, cn:1100, 2020, "one")', operator: '=', value: 31, unit: 'count' };

  test('a claim that is not true, where another thing is, is imprecise', async () => {
    const instead =
      'instead:\n    - { text: { en: by B, zh: 按乙 }, figure: "stat(labs, cn:1100, 2020, \\"two\\")" }';
    const text = (value: number) => `${claimText({ ...claim, value })}\n  ${instead}`;
    const [wrong] = (await checkYaml(text(33), world)).checked;
    expect(wrong).toMatchObject({
      verdict: 'imprecise',
      figure: { value: 31 },
      instead: { text: 'by B', verdict: 'holds', figure: { value: 33 } },
      warnings: ['true of a different thing: by B'],
    });
    expect((await checkYaml(text(31), world)).checked[0]).toMatchObject({ verdict: 'holds', instead: null });
    expect((await checkYaml(text(40), world)).checked[0]).toMatchObject({
      verdict: 'contradicted',
      instead: null,
    });
    expect((await checkYaml(text(33), world, 'zh')).checked[0].warnings).toEqual(['所言实为另一事物：按乙']);
  });

  test('other vintages are tried where the claim names none, and each verdict told', async () => {
    const gdp = {
      figure: 'stat(gdp_nominal, def:jjj_13, 2023)',
      operator: '=',
      value: '10.4',
      unit: 'trn CNY',
    };
    const { verdict, changes, figure } = await check(gdp);
    expect(verdict).toBe('contradicted');
    expect(figure?.value).toBeCloseTo(11.0226, 3);
    expect(changes).toContainEqual(
      expect.objectContaining({ text: 'by the vintage “official aggregate”', verdict: 'holds' }),
    );
  });
});

describe('an observatory', () => {
  const observatory = (answer: Partial<Answer>, asked: Question[] = []): World => ({
    facts,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve({
        value: 5,
        unit: 'works',
        label: labelled('works of a place'),
        reason: null,
        ...answer,
      });
    },
  });

  test('that has an interval makes the verdict a probability', async () => {
    const claim = { figure: 'share_of_works(cn:3201)', operator: '>', value: 4, unit: 'works' };
    const interval = { low: 3, high: 7, level: 0.95 };
    const open = await checkOne(claim, observatory({ spread: fromInterval(5, 3, 7, 0.95), interval }));
    expect(open).toMatchObject({
      verdict: 'cannot be checked',
      figure: { interval },
      missing: ['the works leave it open (probability 0.84)'],
    });
    expect(open.probability).toBeCloseTo(0.8365, 3);
    const sure = await checkOne(claim, observatory({ spread: fromInterval(5, 4.5, 5.5, 0.95) }));
    expect(sure).toMatchObject({ verdict: 'holds' });
    expect(sure.probability).toBeGreaterThan(0.99);
  });

  test('that answers with a probability is asked whether it is so', async () => {
    const claim = (value: string) => ({
      figure: 'outranks("Nanjing", gn:4930956, field=chemistry)',
      operator: 'is',
      value,
    });
    const answer = { value: 0.98, unit: 'probability' };
    expect(await checkOne(claim('true'), observatory(answer))).toMatchObject({
      verdict: 'holds',
      probability: 0.98,
    });
    expect(await checkOne(claim('false'), observatory(answer))).toMatchObject({ verdict: 'contradicted' });
    expect(await checkOne(claim('true'), observatory({ ...answer, value: 0.62 }))).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['the works leave it open (probability 0.62)'],
    });
    await expect(checkOne(claim('maybe'), observatory(answer))).rejects.toThrow('neither true nor false');
  });

  test('is asked about regions of the file with their cities, and once for one question', async () => {
    const asked: Question[] = [];
    const text = `regions: ["Two cities=Beijing,cn:1200"]\nclaims:\n${['A', 'B'].map((id) => claimText({ id, figure: 'share_of_works("Two cities")', operator: '=', value: 5, unit: 'works' })).join('\n')}`;
    const { checked } = await checkYaml(text, observatory({}, asked));
    expect(checked.map(({ verdict }) => verdict)).toEqual(['holds', 'holds']);
    expect(asked).toEqual([
      expect.objectContaining({
        regions: [{ id: 'adhoc:Two cities', name: 'Two cities', cities: ['cn:1100', 'cn:1200'] }],
      }),
    ]);
  });

  test.each([
    ['Beijing,cn:1100', '区域“Own”：北京市列了两次。每个城市请只列一次。'],
    ['Beijing,Suzhou', /区域“Own”：“Suzhou”/],
    ['Beijing,Atlantis City', /区域“Own”：没有/],
  ])('is not asked about a region of %s, which is refused in either language', async (cities, zh) => {
    const text = `regions: ["Own=${cities}"]\nclaims:\n${claimText({ needs: 'x' })}`;
    const refused = checkYaml(text, observatory({}));
    await expect(refused).rejects.toThrow('region “Own”: ');
    await expect(refused.catch((error: unknown) => (error as InputError).text('zh'))).resolves.toMatch(zh);
  });

  test('that is not there leaves its claims unchecked, and says so', async () => {
    expect(await check({ figure: 'rank_of(cn:1100)', operator: 'rank', value: 1 })).toMatchObject({
      verdict: 'cannot be checked',
      missing: ['rank_of() needs an observatory, and none is open'],
    });
  });
});

describe('claims that refer to each other', () => {
  const one = (id: string, figure: string) => claimText({ id, figure, operator: '=', value: 2 });

  test('take the figure, whatever its verdict', async () => {
    const { checked } = await checkYaml(`${one('A', 'claim(B) * 2')}\n${one('B', '1')}`, world);
    expect(checked.map(({ verdict }) => verdict)).toEqual(['holds', 'contradicted']);
  });

  test('in a circle are refused, each with the way round, and the others are checked', async () => {
    const text = [
      one('A', 'claim(B)'),
      one('B', 'claim(C)'),
      one('C', 'claim(A)'),
      one('D', '2'),
      one('E', 'claim(F)'),
    ];
    const { checked, faults } = await checkYaml(text.join('\n'), world);
    const remedy = 'Remove one of these references.';
    expect(checked.map(({ id }) => id)).toEqual(['D']);
    expect(faults.map(({ id, problem }) => [id, render(problem, 'en')])).toEqual([
      ['A', `Circular reference: claim(A) → claim(B) → claim(C) → claim(A). ${remedy}`],
      ['B', `Circular reference: claim(B) → claim(C) → claim(A) → claim(B). ${remedy}`],
      ['C', `Circular reference: claim(C) → claim(A) → claim(B) → claim(C). ${remedy}`],
      ['E', expect.stringContaining('No computed claim of this file is called “F”')],
    ]);
    expect(refuse(faults).message).toMatch(/has 4 faults:\n {2}line 1, A: Circular reference/);
  });

  test('in a chain of a thousand are refused, not a crash', async () => {
    const chain = Array.from({ length: 1000 }, (_, i) => one(`K${i}`, i === 999 ? '2' : `claim(K${i + 1})`));
    const { faults } = await checkYaml(chain.join('\n'), world);
    expect(render(faults[0].problem, 'en')).toContain('a chain of more than 200');
  });
});

describe('faults of a claim in itself', () => {
  test.each([
    ['stat(gdp_nominl, cn:1100, 2020)', 'count', 'Did you mean gdp_nominal?'],
    [
      'stat(land_area, def:gba_9_2, 2020)',
      'bn CNY',
      'The figure is in km2 and the claim’s value is in bn CNY: they measure different things',
    ],
    ['stat(labs, cn:3100, 2020) + stat(land_area, def:gba_9_2, 2020)', 'count', 'Cannot add'],
    ['kind(cn:1100)', 'count', 'The figure is the text “city”'],
    ['quantity(1, "km2")', '', 'The claim’s value has no unit, and the figure is in km2'],
  ])('%s in %s', async (figure, unit, what) => {
    await expect(
      check({ figure, operator: '=', value: 1, ...(unit === '' ? {} : { unit }) }),
    ).rejects.toThrow(what);
  });
});

describe('the ledger', () => {
  test('keeps what a machine checked, a reader judged and nobody checked apart', async () => {
    const text = [
      claimText({ id: 'A', figure: '1', operator: '=', value: 1 }) + '\n  recorded: { verdict: confirmed }',
      claimText({ id: 'B', figure: '1', operator: '=', value: 2 }) +
        '\n  recorded: { verdict: confirmed, note: read so }',
      claimText({ id: 'C', figure: '11.52', operator: '=', value: '11.5' }) +
        '\n  recorded: { verdict: confirmed }',
      claimText({ id: 'D', verdict: 'holds', evidence: 'speech', judged_on: '2025', reason: 'it says so' }) +
        '\n  recorded: { verdict: contradicted }',
      claimText({ id: 'E', needs: 'a count' }),
      claimText({ id: 'F', figure: 'rank_of(cn:1100)', operator: 'rank', value: 1 }) +
        '\n  recorded: { verdict: unverifiable }',
    ].join('\n');
    const { checked } = await checkYaml(text, world);
    const totals = ledger(checked);
    expect(totals).toMatchObject({
      computed: {
        all: 4,
        by: { holds: 1, 'holds approximately': 1, contradicted: 1, 'cannot be checked': 1, imprecise: 0 },
      },
      judged: { all: 1, by: { holds: 1 } },
      none: 1,
    });
    expect(checked.find(({ id }) => id === 'E')).toMatchObject({ verdict: null, missing: ['a count'] });
    expect(differences(checked)).toEqual([
      {
        id: 'B',
        recorded: 'confirmed',
        verdict: 'contradicted',
        note: 'read so',
        arithmetic: '1',
        missing: [],
        instead: null,
      },
    ]);
  });
});
