import { describe, expect, test } from 'vitest';
import { claimText, faultOf, withFile } from '../../test/claims/claims-file.ts';
import { isChinese } from '../../test/english-run.ts';
import { readClaims } from './read-claims.ts';

const GOOD = { operator: '=', value: 7, unit: 'count', figure: 'cities(def:jjj_13)' };

describe('a file of claims', () => {
  test('keeps a value as it is printed, whatever YAML makes of it', async () => {
    const values = ['1.10', '0x1F', 'true', '2024-02-30', '1e3', '007', '1_000'];
    const text = values
      .map(
        (value, i) =>
          `- { id: A${i}, text: t, source: s, operator: is, value: ${value}, figure: kind(cn:1100) }`,
      )
      .join('\n');
    const { claims } = await withFile('claims.yaml', text, readClaims);
    expect(claims.map(({ value }) => value)).toEqual(values);
  });

  test('is a list, or has regions and names besides', async () => {
    const text = `regions:\n  - Corridor=cn:3100,cn:3205\nlet:\n  two: 1 + 1\nclaims:\n${claimText(GOOD)}`;
    expect(await withFile('claims.yml', text, readClaims)).toMatchObject({
      regions: [{ name: 'Corridor', cities: ['cn:3100', 'cn:3205'], line: 2 }],
      let: { two: '1 + 1' },
      claims: [{ id: 'A1', check: 'computed', source: { publisher: 'somebody' }, line: 6 }],
    });
  });

  test('is the same claims as YAML, as JSON and as a table', async () => {
    const yaml = `- id: A1
  text: { en: "Seven, they say", zh: 据称七个 }
  source: { publisher: P, title: T, url: u, date: 2025, kind: copy }
  operator: ">="
  value: 7
  unit: count
  as_of: 2024-05
  since: 2020
  figure: cities(def:jjj_13)
  vary: [{ text: v, figure: cities(cn-p:13) }]
  recorded: { verdict: confirmed, note: n }`;
    const csv = `id,text,text_zh,publisher,title,url,date,source_kind,operator,value,unit,as_of,since,figure,vary_text,vary_figure,recorded,note
A1,"Seven, they say",据称七个,P,T,u,2025,copy,>=,7,count,2024-05,2020,cities(def:jjj_13),v,cities(cn-p:13),confirmed,n`;
    const strip = async (name: string, text: string): Promise<unknown[]> =>
      (await withFile(name, text, readClaims)).claims.map((claim) => ({ ...claim, file: '', line: 0 }));
    const expected = await strip('a.yaml', yaml);
    expect(expected).toMatchObject([
      { operator: '≥', since: 2020, text: { zh: '据称七个' }, vary: [{ value: null }] },
    ]);
    expect(await strip('a.csv', csv)).toEqual(expected);
    expect(
      await strip(
        'a.json',
        JSON.stringify(
          JSON.parse(
            JSON.stringify([
              {
                id: 'A1',
                text: { en: 'Seven, they say', zh: '据称七个' },
                source: { publisher: 'P', title: 'T', url: 'u', date: 2025, kind: 'copy' },
                operator: '>=',
                value: 7,
                unit: 'count',
                as_of: '2024-05',
                since: 2020,
                figure: 'cities(def:jjj_13)',
                vary: [{ text: 'v', figure: 'cities(cn-p:13)' }],
                recorded: { verdict: 'confirmed', note: 'n' },
              },
            ]),
          ),
        ),
      ),
    ).toEqual(expected);
  });

  test('lets several claims share a source by an alias', async () => {
    const text = `- &one\n  id: A1\n  text: a\n  source: &s { publisher: P }\n  needs: x\n- id: A2\n  text: b\n  source: *s\n  needs: y`;
    const { claims } = await withFile('claims.yaml', text, readClaims);
    expect(claims.map(({ source }) => source.publisher)).toEqual(['P', 'P']);
  });
});

describe('what is wrong with a file is named with its line', () => {
  const one = (fields: Record<string, string | number>) => claimText({ ...GOOD, ...fields });

  test.each<[string, string, string | RegExp]>([
    ['nothing', '', 'claims.yaml:1: is empty.'],
    ['no list', 'claims: 5', 'claims.yaml:1: `claims` is not a list.'],
    ['an empty list', '[]', 'has no claims'],
    [
      'a misspelt field',
      one({ figur: 'x' }),
      'claims.yaml:8: A1: Unknown field “figur”. Did you mean figure?',
    ],
    ['a misspelt field of the file', 'clams: []\nclaims: []', 'Did you mean claims?'],
    [
      'a misspelt field inside',
      '- id: A1\n  text: t\n  needs: n\n  source:\n    publisher: p\n    titel: x',
      'claims.yaml:6: A1: Unknown field “titel”. Did you mean title?',
    ],
    ['a field of another check', claimText({ needs: 'n', judged_by: 'me' }), 'Unknown field “judged_by”'],
    [
      'a field that lacks',
      claimText({ figure: '1', value: 1 }),
      'A1: `operator` is missing. Write it; a bare > or ~ has another meaning',
    ],
    [
      'an operator that YAML ate',
      '- id: A1\n  text: t\n  source: s\n  operator: >\n  value: 5\n  figure: "1"',
      '`operator` is missing',
    ],
    ['an unknown operator', one({ operator: '!=' }), /A1: operator is “!=”\. Use =, ≈/],
    ['a wrong type', '- id: A1\n  text: [t]\n  source: s\n  needs: n', 'claims.yaml:2: A1: text is a list.'],
    [
      'a value that is no number',
      one({ value: 'many' }),
      'claims.yaml:5: A1: “many” is not a number, and = compares numbers.',
    ],
    ['a unit that is none', one({ unit: 'bn CNJ' }), /Unknown unit “bn CNJ”\. Did you mean bn CNY/],
    [
      'an Unknown function',
      one({ figure: 'citis(def:jjj_13)' }),
      'A1: figure, column 1: Unknown function “citis”. Did you mean cities?',
    ],
    [
      'an argument too many',
      one({ figure: '1 + kind(cn:1100, 2)' }),
      'column 19: kind takes 1 at most. Write kind(place).',
    ],
    [
      'an argument that lacks',
      one({ figure: 'stat(gdp_nominal, cn:1100)' }),
      'stat lacks year. Write stat(metric, place, year, [vintage]).',
    ],
    ['an unknown argument', one({ figure: 'rank_of(cn:1100, buy=share)' }), 'rank_of has no “buy”'],
    ['an expression that breaks off', one({ figure: '1 + ' }), 'ends too early'],
    ['a share of nothing', one({ operator: 'share of' }), 'share of needs `of`'],
    ['a first time since never', one({ operator: 'first since' }), 'first since needs `since`'],
    ['years without an end', one({ since: 2016 }), '`since` needs `as_of`'],
    ['years the wrong way round', one({ since: 2016, as_of: '2015' }), 'since 2016 is after 2015'],
    ['a year that is none', one({ since: '16' }), 'since: “16” is not a year of four digits'],
    [
      'a tolerance of what is strict',
      one({ operator: '>', tolerance: '5%' }),
      'is strict and has no tolerance',
    ],
    ['a tolerance that is none', one({ tolerance: 'some' }), '“some” is not a tolerance'],
    ['a trend that is none', one({ operator: 'trend', value: 'up' }), 'Unknown trend “up”'],
    ['two of one id', `${one({})}\n${one({})}`, 'claims.yaml:8: A1: The claim in line 1 has this id too.'],
    [
      'a field twice',
      '- id: A1\n  id: A2\n  text: t\n  source: s\n  needs: n',
      'claims.yaml:2: id is given twice, first in line 2'.replace('first in line 2', 'first in line 1'),
    ],
    [
      'a region without cities',
      'regions: [Corridor]\nclaims: [{id: A, text: t, source: s, needs: n}]',
      'A region is not written as Name=place,place',
    ],
    [
      'a bad name',
      'let: {1a: "2"}\nclaims: [{id: A, text: t, source: s, needs: n}]',
      '“1a” is not a valid name',
    ],
    ['broken YAML', '- id: A1\n  text: "open\n', /is not valid YAML at column \d+ \(“Missing closing "quote/],
    [
      'a bare operator',
      '- id: A1\n  operator: >=\n  value: 5',
      /^claims.yaml:2: .*put the operator in quotes, ">".$/,
    ],
    [
      'a bare operator in a list',
      '- id: A1\n  figure: [>, 5]',
      /^claims.yaml:2: .*put the operator in quotes/,
    ],
    ['an open quote after one', '- id: A1\n  text: "a: > b', /Missing closing.*needs quotes.$/],
    ['a tab', '- id: A1\n\ttext: t', /^claims.yaml:2: .*indent with spaces.$/],
    ['a tag', '- id: !!js/function "x"\n  text: t', /is not valid YAML at column \d+ \(“Unresolved tag/],
    ['two documents', 'a: 1\n---\nb: 2', 'multiple documents'],
  ])('%s', async (_, text, expected) => {
    expect(await faultOf(text)).toMatch(
      typeof expected === 'string' ? new RegExp(expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : expected,
    );
    expect(await faultOf(text, 'claims.yaml', 'zh')).toSatisfy(isChinese);
  });

  test('all of it at once, each with its claim', async () => {
    const text = `${one({ unit: 'x' })}\n${claimText({ ...GOOD, id: 'B2', figure: '1 +' })}\n${claimText({ id: 'C3', check: 'guessed' })}`;
    const fault = await faultOf(text);
    expect(fault).toContain('has 3 faults');
    expect(await faultOf(text, 'claims.yaml', 'zh')).toMatch(/有3处错误：\n {2}第6行，A1：没有单位“x”。/);
    expect(fault).toMatch(
      /line 6, A1: Unknown unit “x”.*line 14, B2: figure, column 4.*line 18, C3: check is “guessed”/s,
    );
  });

  test('in a table by row', async () => {
    expect(await faultOf('id,text,publisher,operatr\nA1,t,p,=', 'a.csv')).toContain(
      'a.csv:1: has an unknown column “operatr”',
    );
    expect(
      await faultOf('id,text,publisher,operator,value,figure\nA1,t,p,=,1,1\nA2,"t",p,=,x,1', 'a.csv'),
    ).toContain('a.csv:3: A2: “x” is not a number');
  });
});

describe('a file that would do harm', () => {
  test('of aliases of aliases is refused', async () => {
    const bomb = ['a: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++)
      bomb.push(`b${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
    expect(await faultOf(bomb.join('\n'))).toContain('stands for something with an alias in it');
  });

  test('of one alias used without end is refused', async () => {
    const many = Array.from({ length: 2000 }, () => '*a').join(', ');
    const text = `a: &a [${'x, '.repeat(2000)}x]\nb: [${many}]`;
    expect(await faultOf(text)).toContain('The aliases of the file stand for too much');
  });

  test.each(['[', '{a: ', '- ', '? '])('that nests %j without end is refused', async (opening) => {
    expect(await faultOf(opening.repeat(100_000))).toMatch(/nests deeper|not valid YAML/);
  });

  test('that nests deeper than a claim does is refused', async () => {
    expect(await faultOf(`${'['.repeat(50)}${']'.repeat(50)}`)).toContain('nests deeper than 16');
  });

  test.each(['- a: b\n', '\n', '- *a\n'])(
    'of %j over and over is refused before it is parsed',
    async (part) => {
      expect(await faultOf(part.repeat(1_600_000))).toContain('has more parts than any file of claims');
    },
  );

  test('of a hundred megabytes is refused by its size, unread', async () => {
    expect(await faultOf(new Uint8Array(100 * 1024 * 1024))).toContain(
      'claims.yaml: has 100 MB, more than 16.',
    );
  });

  test('that is no text, no table, or not there is refused', async () => {
    expect(await faultOf(new Uint8Array([0xff, 0xfe, 0x00]))).toContain('is not UTF-8 text');
    expect(await faultOf('x', 'claims.docx')).toContain('is neither YAML nor CSV by its name');
    await expect(readClaims('/no/such/claims.yaml')).rejects.toThrow('cannot be read (ENOENT)');
  });

  test('cannot reach into the program by its field names', async () => {
    expect(await faultOf(`${claimText(GOOD)}\n  __proto__: { check: judged }`)).toContain(
      'Unknown field “__proto__”',
    );
    expect(await faultOf(claimText({ ...GOOD, figure: 'constructor(1)' }))).toContain(
      'Unknown function “constructor”',
    );
  });
});
