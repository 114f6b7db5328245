import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsWith } from '../../test/facts-tables.ts';
import { isChinese } from '../../test/english-run.ts';
import { type InputError, type Language, render, renderBoth } from '../base/index.ts';
import { type Expression, print, type Sign } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { parseExpression } from './expression.ts';
import { Run } from './run.ts';
import type { Scope } from './scope.ts';
import { fromStandardError, type Spread } from './spread.ts';
import { tell } from './trace.ts';
import type { Value } from './value.ts';
import { type Answer, withoutObservatory, type World } from './world.ts';
import { messages as valueMessages } from './value-messages.ts';

const labelled = (text: string) => valueMessages.words({ text: { en: text, zh: text } });

const facts = await factsWith({
  metrics: [
    'labs,Laboratories,实验室数,count,count,up,yes,ministries,no,',
    'place_of,Place in a table,名次,rank,rank,down,no,ministries,no,',
  ],
  statistics: [
    'cn:1100,labs,2020,10,count,one,s1',
    'cn:1200,labs,2020,20,count,one,s2,over',
    'cn:1100,labs,2021,12,count,one,s1',
    'cn:1100,labs,2022,15,count,two,s1',
    'cn:1100,labs,2023,1,count,one,s1',
    'cn:1100,labs,2023,2,count,two,s1',
    'cn:1100,place_of,2020,1,rank,t,s',
    'cn:3100,place_of,2020,2,rank,t,s',
    'x:baltimore-washington,place_of,2020,3,rank,t,s',
    'cn:3100,place_of,2021,2,rank,t,s',
    'x:wipo-top-10,place_of,2021,1,rank,t,s',
  ],
});

/** Answers every question with the same figure. */
function answering(answer: Partial<Answer>): World {
  return {
    facts,
    ask: () =>
      Promise.resolve({ value: null, unit: 'works', label: labelled('asked'), reason: null, ...answer }),
  };
}

/** Why there is no value. */
const why = ({ reason }: Value, language: Language = 'en'): string =>
  reason === null ? '' : render(reason, language);

function valueOf(
  text: string,
  world: World = withoutObservatory(facts),
  more: Partial<Scope> = {},
): Promise<Value> {
  const run = new Run(
    world,
    'en',
    { twice: '2 * once', once: '3', ring: 'rang', rang: 'ring', bay: 'def:gba_9_2' },
    new Map(),
    new Map(),
  );
  return evaluate(parseExpression(text), { run, claim: null, year: 2020, vintage: null, path: [], ...more });
}
const number = async (text: string): Promise<unknown> => (await valueOf(text)).value;
/** Why an expression is refused, in Chinese. */
const chinese = (text: string): Promise<string> =>
  valueOf(text).then(String, (error: unknown) => (error as InputError).text('zh'));
const line = async (text: string): Promise<string> => {
  const { trace, unit } = await valueOf(text);
  return tell(trace, unit);
};

describe('arithmetic', () => {
  const at = 0;
  const tree = fc.letrec<{ e: Expression }>((tie) => ({
    e: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 1000 }).map((n): Expression => ({ kind: 'number', value: n / 8, at })),
      tie('e').map((of): Expression => ({ kind: 'negative', of, at })),
      fc
        .tuple(fc.constantFrom<Sign>('+', '-', '*', '/'), tie('e'), tie('e'))
        .map(([sign, left, right]): Expression => ({ kind: 'binary', sign, left, right, at })),
    ),
  })).e;

  function byJavaScript(expression: Expression): number {
    if (expression.kind === 'number') return expression.value;
    if (expression.kind === 'negative') return -byJavaScript(expression.of);
    if (expression.kind !== 'binary') return NaN;
    const [a, b] = [byJavaScript(expression.left), byJavaScript(expression.right)];
    return { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[expression.sign];
  }

  test('is JavaScript’s, but that nothing is divided by 0', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (expression) => {
        const text = print(expression);
        fc.pre(text.length < 4000);
        const expected = byJavaScript(expression);
        const found = await valueOf(text);
        const { value } = found;
        if (value === null) expect(why(found)).toBe('it would divide by 0');
        else
          expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(expected)),
          );
      }),
      { numRuns: 500 },
    );
  });

  test('adds decimals as they are written', async () => {
    expect(await number('0.1 + 0.2')).toBe(0.3);
    expect(await number('sum(0.1, 0.2, 0.3)')).toBe(0.6);
  });

  test.each([
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['abs(-2)', 2],
    ['round(2.345, 2)', 2.35],
    ['round(1234, digits=-2)', 1200],
    ['twice', 6],
    ['year - 1', 2019],
  ])('%s', async (text, expected) => {
    expect(await number(text)).toBe(expected);
  });
});

describe('units', () => {
  test.each<[string, number, string | null]>([
    ['quantity(1, "trn CNY") + quantity(500, "bn CNY")', 1.5, 'trn CNY'],
    ['share(quantity(1, "bn CNY"), quantity(1, "trn CNY"))', 0.001, 'fraction'],
    ['quantity(50, "%") * quantity(8, "count")', 4, 'count'],
    ['quantity(8, "count") / 2', 4, 'count'],
    ['per_head(quantity(1, "bn CNY"), quantity(1, "million persons"))', 1000, 'CNY per person'],
    ['per_head(quantity(30, "count"), quantity(1, "million persons"))', 0.3, 'per 10k persons'],
    ['density(quantity(1, "million persons"), quantity(100, "km2"))', 10000, 'persons per km2'],
    ['density(quantity(1, "bn CNY"), quantity(10, "km2"))', 100, 'million CNY per km2'],
    ['exchange(quantity(100, "bn CNY"), 7.04, "USD")', 100 / 7.04, 'bn USD'],
    ['exchange(quantity(2, "bn USD"), quantity(7, "CNY per USD"), "CNY")', 14, 'bn CNY'],
    ['quantity(11.5, "trn CNY") / quantity(1.6, "trn USD")', 11.5 / 1.6, 'CNY per USD'],
    ['growth(quantity(4, "bn CNY"), quantity(5, "bn CNY"))', 0.25, 'fraction'],
    ['1 - share(1, 4)', 0.75, null],
  ])('%s', async (text, value, unit) => {
    const found = await valueOf(text);
    expect(found.value).toBeCloseTo(value, 9);
    expect(found.unit).toBe(unit);
  });

  test.each([
    [
      'quantity(1, "km2") + quantity(1, "bn CNY")',
      'Cannot add or compare an amount in km2 and an amount in bn CNY.',
    ],
    ['quantity(1, "bn CNY") + quantity(1, "bn USD")', 'Cannot add'],
    ['quantity(1, "km2") + 1', 'an amount in km2 and a number without a unit.'],
    ['quantity(1, "km2") * quantity(1, "bn CNY")', 'Cannot multiply'],
    ['quantity(1, "bn CNY") / quantity(1, "persons")', 'Use per_head()'],
    ['per_head(quantity(1, "bn CNY"), quantity(1, "km2"))', 'Cannot express an amount in km2 in persons.'],
    ['exchange(quantity(1, "km2"), 7, "USD")', 'Cannot exchange an amount in km2, which is not money.'],
    ['exchange(quantity(1, "bn CNY"), 0, "USD")', 'An exchange rate cannot be 0'],
    ['exchange(quantity(1, "bn CNY"), 7, "USB")', 'Unknown unit “bn USB”'],
    ['exchange(quantity(1, "bn EUR"), quantity(7, "CNY per USD"), "USD")', 'is not a rate between'],
    ['quantity(1, "bn")', 'Unknown unit “bn”'],
    ['kind(cn:1100) + 1', 'is a text where a number should stand'],
  ])('%s is refused', async (text, what) => {
    await expect(valueOf(text)).rejects.toThrow(what);
    expect(await chinese(text)).toSatisfy(isChinese);
  });
});

describe('figures', () => {
  test('are told in one line, as a person would write it', async () => {
    expect(await line('sum(stat(labs, cn:1100, 2020), stat(labs, cn:1200, 2020))')).toBe(
      'Beijing 2020: 10 + Tianjin 2020: over 20 = 30',
    );
    expect(await line('quantity(11.5, "trn CNY") / 7.19')).toBe('11.5 trn CNY ÷ 7.19 = 1.5994 trn CNY');
  });

  test('carry bounds through arithmetic, turned round where they are taken away or divided by', async () => {
    expect((await valueOf('stat(labs, cn:1200, 2020) + 1 * stat(labs, cn:1100, 2020)')).hedge).toBe('over');
    expect((await valueOf('stat(labs, cn:1100, 2020) - stat(labs, cn:1200, 2020)')).hedge).toBe('under');
    expect((await valueOf('stat(labs, cn:1100, 2020) / stat(labs, cn:1200, 2020)')).hedge).toBe('under');
    expect((await valueOf('stat(labs, cn:1200, 2020) / stat(labs, cn:1200, 2020)')).hedge).toBe('about');
  });

  test('that are not stored are none, with the reason, and so is what needs them', async () => {
    const found = await valueOf('1 + stat(labs, cn:1100, 2030) / 2');
    expect(found.value).toBeNull();
    expect(why(found)).toBe('labs of Beijing is stored for 2020, 2021, 2022, 2023, not for 2030');
    const both = await valueOf('stat(labs, cn:1100, 2030) + policy_year(def:gba_9_2, extended) / 2');
    expect(why(both, 'zh')).toBe(
      '北京市的labs只收录了2020、2021、2022、2023年，没有2030年；没有收录粤港澳大湾区的“扩大范围”，已收录：2017年宣布、2019年发布规划纲要',
    );
  });

  test('of several vintages are a choice to be made, and growth never mixes them', async () => {
    await expect(valueOf('stat(labs, cn:1100, 2023)')).rejects.toThrow('has 2 vintages');
    expect(await number('stat(labs, cn:1100, 2023, "two")')).toBe(2);
    expect(await number('growth(stat(labs, cn:1100, 2020), stat(labs, cn:1100, 2021))')).toBeCloseTo(0.2, 12);
    await expect(valueOf('growth(stat(labs, cn:1100, 2020), stat(labs, cn:1100, 2022))')).rejects.toThrow(
      'would mix vintages',
    );
  });

  test('of a metric, vintage, place or year that there is not are refused with what there is', async () => {
    await expect(valueOf('stat(gdp_nominl, cn:1100, 2020)')).rejects.toThrow('Did you mean gdp_nominal?');
    await expect(valueOf('stat(labs, cn:1100, 2020, "three")')).rejects.toThrow(
      'Its vintages are: one; two.',
    );
    await expect(valueOf('stat(labs, cn:9999, 2020)')).rejects.toThrow('Unknown place “cn:9999”');
    await expect(valueOf('stat(labs, "Suzhou", 2020)')).rejects.toThrow('fits 2 places');
    await expect(valueOf('stat(labs, cn:1100, 2015-2020)')).rejects.toThrow('a period in quotes');
    await expect(valueOf('stat(labs, cn:1100, 20)')).rejects.toThrow('“20” is not a year');
  });
});

describe('places', () => {
  test('are named by id, by name, by a definition’s bare id, or by a name of the file', async () => {
    expect(await number('kind("Beijing")')).toBe('city');
    expect(await number('kind(yrd_41)')).toBe('region');
    expect(await number('cities(bay)')).toBe(11);
    expect(await number('kind(cn-p:13)')).toBe('province');
    expect(await number('cities(cn-p:13)')).toBe(11);
    expect(await number('provinces(def:yrd_41)')).toBe(4);
    const [inPart] = (await valueOf('provinces(def:gba_9_2)')).warnings;
    expect(renderBoth(inPart)).toEqual({
      en: 'in part: Guangdong with 9 of its 21 cities',
      zh: '仅含一部分：广东省（21个城市中的9个）',
    });
  });

  test('among the first of a ranking are counted, at least, where a place or its nation is not known', async () => {
    expect(await valueOf('among(place_of, 2020, 3, iso:CN)')).toMatchObject({ value: 2, hedge: null });
    expect(await valueOf('among(place_of, 2020, 3, iso:US)')).toMatchObject({ value: 1, hedge: null });
    expect(await valueOf('among(place_of, 2020, 4, iso:CN)')).toMatchObject({ value: 2, hedge: 'at least' });
    const atLeast = await valueOf('among(place_of, 2021, 2, iso:CN)');
    expect(atLeast).toMatchObject({ value: 1, hedge: 'at least' });
    for (const warning of atLeast.warnings) expect(render(warning, 'zh')).toSatisfy(isChinese);
    expect(await valueOf('among(place_of, 2019, 2, iso:CN)')).toMatchObject({ value: null });
    await expect(valueOf('among(labs, 2020, 2, iso:CN)')).rejects.toThrow('labs is not a rank');
    expect(await chinese('among(labs, 2020, 2, iso:CN)')).toSatisfy(isChinese);
  });

  test('have the years of their policies', async () => {
    expect(await number('policy_year(def:jjj_13, announced)')).toBe(2014);
    expect(why(await valueOf('policy_year(def:gba_9_2, approved)'))).toContain(
      'stored are: announced 2017, outlined 2019',
    );
    await expect(valueOf('policy_year(def:jjj_13, begun)')).rejects.toThrow(
      'Unknown stage of a policy “begun”',
    );
  });
});

describe('an uncertain figure', () => {
  const spread: Spread = fromStandardError(2);
  const uncertain = answering({ value: 10, spread });

  test.each<[string, number]>([
    ['share_of_works(cn:1100) * 3', 6],
    ['share_of_works(cn:1100) + quantity(5, "works")', 2],
    ['quantity(5, "works") - share_of_works(cn:1100)', 2],
    ['share_of_works(cn:1100) / quantity(20, "works")', 0.1],
    ['quantity(100, "works") / share_of_works(cn:1100)', 2],
    ['share_of_works(cn:1100) + share_of_works(cn:3100)', 4],
    ['share_of_works(cn:1100) / share_of_works(cn:3100)', 0.4],
  ])('%s has the standard error %d', async (text, expected) => {
    const found = (await valueOf(text, uncertain)).spread;
    expect(found).toMatchObject({ kind: 'normal' });
    if (found?.kind === 'normal')
      for (const side of [found.below, found.above]) expect(side).toBeCloseTo(expected, 12);
  });

  test('that was drawn goes through arithmetic draw by draw', async () => {
    const drawn = answering({ value: 2, spread: { kind: 'draws', values: [1, 2, 4] } });
    expect((await valueOf('8 / share_of_works(cn:1100)', drawn)).spread).toEqual({
      kind: 'draws',
      values: [8, 4, 2],
    });
    expect((await valueOf('quantity(9, "works") - share_of_works(cn:1100)', drawn)).spread).toEqual({
      kind: 'draws',
      values: [8, 7, 5],
    });
  });

  test('without an observatory is none', async () => {
    const none = await valueOf('rank_of(cn:1100)');
    expect(why(none)).toBe('rank_of() needs an observatory, and none is open');
    expect(why(none, 'zh')).toBe('rank_of()需要观测库，而当前没有打开观测库');
  });

  test('is asked for as it was written', async () => {
    const questions: unknown[] = [];
    const world: World = {
      facts,
      ask: (question) => {
        questions.push(question);
        return Promise.resolve({ value: 0.7, unit: 'probability', label: labelled('asked'), reason: null });
      },
    };
    await valueOf('outranks("Nanjing", cn:3100, field=chemistry, years="2020-2024", by=share)', world);
    expect(questions).toEqual([
      {
        ask: 'outranks',
        places: ['cn:3201', 'cn:3100'],
        regions: [],
        years: { from: 2020, to: 2024 },
        options: { field: 'chemistry', by: 'share' },
      },
    ]);
  });
});

describe('names', () => {
  test('that lead back to themselves are a circle, told as the way round', async () => {
    await expect(valueOf('1 + ring')).rejects.toThrow('Circular reference: ring → rang → ring.');
    expect(await chinese('1 + ring')).toBe('循环引用：ring → rang → ring。请去掉其中一个引用。');
  });

  test('that mean nothing are refused with what is near', async () => {
    await expect(valueOf('twise')).rejects.toThrow('Did you mean twice?');
    expect(await chinese('twise')).toBe('第1列：“twise”在此没有意义。是否指twice？');
    await expect(valueOf('year', withoutObservatory(facts), { year: null })).rejects.toThrow('has no year');
  });
});
