import { describe, expect, it } from 'vitest';
import { isChinese } from '../../test/english-run.ts';
import { Facts } from '../facts/index.ts';
import { checkClaims, type CheckedRow, claimRow } from './check.ts';
import type { Verdict } from './claim.ts';
import { differences, ledger } from './ledger.ts';
import { shippedClaims } from './shipped.ts';
import { withoutObservatory } from './world.ts';

/** The claims that the project ships, held against the figures that it ships. */
const file = await shippedClaims();
const world = withoutObservatory(await Facts.open());
const { checked: held, faults } = await checkClaims(file, world);
const checked = held.map((one) => claimRow(one, 'en'));
const claim = (id: string): CheckedRow => checked.find((one) => one.id === id)!;
const change = (id: string, text: RegExp) => claim(id).changes.find((one) => text.test(one.text))!;

/** Every computed claim by name: its verdict, and the figure found, in the claim's own unit. */
const COMPUTED: readonly (readonly [string, string, Verdict, number | string | null])[] = [
  ['C02', 'six of the first ten are Chinese', 'holds', 6],
  ['C03', 'a majority for the first time', 'cannot be checked', 6],
  ['C04', 'Beijing first every year since 2016', 'cannot be checked', 1],
  ['C05', 'a national strategy in 2014', 'holds', 2014],
  ['C07', 'seven manufacturing clusters', 'holds', 7],
  ['C08', '11.5 trillion yuan', 'holds approximately', 11.539_43],
  ['C09', '1.6 trillion dollars', 'holds approximately', 1.604_93],
  ['C10', 'Hebei a city', 'imprecise', 'province'],
  ['C11', 'innovation rising', 'holds', 194.9],
  ['C13', '11 institutions', 'holds', 11],
  ['C15', 'the Delta is the four', 'holds', 4],
  ['C16', 'over 30% of high-tech firms', 'cannot be checked', null],
  ['C19', 'nearly 600 joint centres', 'cannot be checked', 230],
  ['C20', 'nine infrastructures', 'cannot be checked', null],
  ['C21', '31 joint laboratories', 'imprecise', 33],
  ['C23', 'less than 0.6% of land', 'holds', 0.583_36],
  ['C24', 'one ninth of output', 'cannot be checked', 0.109_79],
  ['C26', '14.2 billion dollars', 'holds approximately', 14.204_55],
  ['C34', 'drive growth: what they added over their part of the nation', 'holds', 1.218_411],
];

describe('the shipped claims', () => {
  it('are C01 to C36, in English and Chinese, each with a source and with what a reader found', () => {
    const numbered = Array.from({ length: 36 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
    expect(file.claims.map(({ id }) => id)).toEqual(numbered);
    for (const { id, text, source, recorded } of file.claims) {
      expect(text.en, id).toMatch(/\w{3}/);
      expect(text.zh, id).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(source.publisher, id).not.toBe('');
      expect(recorded?.note, id).toMatch(/\w/);
    }
  });

  it('say in Chinese whatever they say in English: reasons, needs, what would change them', () => {
    for (const one of file.claims) {
      const texts =
        one.check === 'computed'
          ? [...one.vary, ...one.instead].map(({ text }) => text)
          : [one.check === 'judged' ? one.reason : one.needs];
      for (const { zh } of texts) expect(zh, one.id).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('have no fault, in English or in Chinese, and the same verdicts in both', async () => {
    expect(faults).toEqual([]);
    const chinese = await checkClaims(file, world, 'zh');
    expect(chinese.faults).toEqual([]);
    expect(chinese.checked.map(({ verdict }) => verdict)).toEqual(checked.map(({ verdict }) => verdict));
  });

  it.each(COMPUTED)('%s (%s): %s', (id, _, verdict, figure) => {
    const { check, verdict: found, figure: shown, source, arithmetic } = claim(id);
    expect([check, found]).toEqual(['computed', verdict]);
    if (typeof figure === 'number') expect(shown!.value).toBeCloseTo(figure, 5);
    else expect(shown?.value ?? null).toBe(figure);
    expect(source, id).not.toBe('');
    expect(arithmetic === '', id).toBe(figure === null);
  });

  it('are computed where these are, and nowhere else', () => {
    const computed = checked.filter(({ check }) => check === 'computed');
    expect(computed.map(({ id }) => id)).toEqual(COMPUTED.map(([id]) => id));
  });

  it('keep three totals apart: by machine, by a reader, by nobody', () => {
    const { computed, judged, none } = ledger(checked);
    expect(computed).toEqual({
      all: 19,
      by: {
        holds: 8,
        'holds approximately': 3,
        imprecise: 2,
        contradicted: 0,
        'cannot be checked': 6,
      },
    });
    expect(judged.all).toBe(12);
    expect(judged.by).toMatchObject({ holds: 7, imprecise: 4, contradicted: 1 });
    expect(none).toBe(5);
  });

  it('have Chinese for all that they lack and all that is to be noted', async () => {
    const zh = (await checkClaims(file, world, 'zh')).checked.map((one) => claimRow(one, 'zh'));
    const texts = zh.flatMap(({ missing, warnings }) => [...missing, ...warnings]);
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter((text) => !isChinese(text))).toEqual([]);
  });

  it('were recorded as 21 confirmed, 7 imprecise, 7 unverifiable and 1 contradicted', () => {
    const of = (verdict: string) =>
      file.claims.filter(({ recorded }) => recorded?.verdict === verdict).length;
    expect(['confirmed', 'imprecise', 'unverifiable', 'contradicted'].map(of)).toEqual([21, 7, 7, 1]);
  });

  it('differ from the record in four, each for a reason', () => {
    const found = differences(checked);
    expect(found.map(({ id, recorded, verdict }) => [id, recorded, verdict])).toEqual([
      // Rankings of 2018 and 2019 are not stored, and those of 2017, 2020 and 2021 not whole.
      ['C03', 'confirmed', 'cannot be checked'],
      // The publisher says so; of 2016 and 2018 to 2020 no rank is stored.
      ['C04', 'confirmed', 'cannot be checked'],
      // The one count stored is Guangdong's, which is not the Greater Bay Area.
      ['C20', 'imprecise', 'cannot be checked'],
      // “Over 14.8 trillion” is never about a number. 2023, of which it was first said, is known.
      ['C24', 'confirmed', 'cannot be checked'],
    ]);
    expect(claim('C03').missing.join()).toMatch(/years missing: 2018–2019/);
    expect(claim('C03').arithmetic).toMatch(/2021: at least 4, 2022: 5, 2023: 5, 2024: 6$/);
    expect(claim('C04').missing).toEqual(['years missing: 2016, 2018–2020']);
    expect(claim('C20').missing.join()).toMatch(/Greater Bay Area is not stored/);
    expect(claim('C24').missing.join()).toMatch(/only known to be over 0\.1098/);
    expect(change('C03', /since 2022/).verdict).toBe('holds');
    expect(change('C04', /since 2021/).verdict).toBe('holds');
    expect(change('C20', /Guangdong/)).toMatchObject({ verdict: 'contradicted', figure: { value: 10 } });
    expect(change('C24', /^2023/).verdict).toBe('holds approximately');
  });

  it('judged by a reader say who, when and why, and no machine has a word in them', () => {
    for (const one of file.claims) {
      if (one.check !== 'judged') continue;
      expect([one.judged_by, one.reason.en.length > 20], one.id).toEqual(['reader', true]);
      expect(claim(one.id).figure, one.id).toBeNull();
    }
  });
});

describe('traps of the figures behind the claims', () => {
  it('Beijing-Tianjin-Hebei made 11.54 trillion yuan in 2024: the sum of its three parts, on one basis', () => {
    const { figure, arithmetic } = claim('C08');
    expect(figure).toMatchObject({
      unit: 'trn CNY',
      vintage: 'NBS after 5th economic census (2025 vintage)',
    });
    expect(arithmetic).toMatch(
      /^Beijing 4\.98\d* \+ Tianjin 1\.80\d* \+ Hebei 4\.75\d* = 11\.54?\d* trn CNY/,
    );
    expect(change('C08', /before the census/)).toMatchObject({
      verdict: 'contradicted',
      figure: { value: 10.4 },
    });
  });

  it('the Greater Bay Area is a smaller part of a nation that Hong Kong and Macao belong to', () => {
    const without = change('C24', /numerator only/).figure!.value as number;
    const both = change('C24', /in both/).figure!.value as number;
    expect(without).toBeCloseTo(0.1113, 4);
    expect(both).toBeCloseTo(0.1086, 4);
    expect(without / both).toBeCloseTo(1 + (346.59 + 24.33) / (103_486.76 / 6.9), 9);
  });

  it('two exchange rates are seen to be two: that of C09 contradicts C26', () => {
    expect(claim('C26').verdict).toBe('holds approximately');
    expect(change('C26', /C09/)).toMatchObject({ verdict: 'contradicted' });
    expect(change('C26', /C09/).figure!.value).toBeCloseTo(13.908, 3);
    // 1.6 is printed too coarsely to tell them apart.
    expect(change('C09', /C26/).verdict).toBe('holds approximately');
    expect(claim('C09').arithmetic).toMatch(/÷ 7\.19 CNY per USD/);
  });

  it('a count known as “over 230” confirms no “nearly 600”', () => {
    expect(claim('C19')).toMatchObject({ figure: { value: 230, hedge: 'over' } });
    expect(claim('C19').missing).toEqual(['the figure is only known to be over 230']);
  });

  it('a share of parts that are not stored names them, and one of figures from memory settles nothing', () => {
    expect(claim('C16').missing.join()).toMatch(/its parts lack Jiangsu, Zhejiang, Anhui/);
    const recalled = change('C16', /recalled/);
    expect(recalled).toMatchObject({ verdict: 'cannot be checked', figure: { hedge: 'about' } });
    expect(recalled.figure!.value).toBeCloseTo(29.46, 2);
  });

  it('Hebei is a province, of which a different thing is true', () => {
    expect(claim('C10').instead).toMatchObject({ figure: { value: 11 }, verdict: 'holds' });
  });

  it('a figure that was read in the release that a claim comes from is marked, and no other', () => {
    expect(checked.filter(({ sameSource }) => sameSource).map(({ id }) => id)).toEqual([
      ...['C02', 'C03', 'C07', 'C11', 'C13'],
    ]);
    // The account rewords CGTN's article of 2025-12-22 (C36): what CGTN said there proves nothing about it.
    expect(change('C19', /own source/)).toMatchObject({ verdict: 'holds approximately', sameSource: true });
    expect(claim('C19').sameSource).toBe(false);
  });

  it('every verdict says what kind of source it rests on, by its weakest part', () => {
    for (const { id, verdict, check, evidence, figure } of checked)
      if (
        verdict !== null &&
        verdict !== 'cannot be checked' &&
        (check === 'judged' || figure!.vintage !== null)
      )
        expect(evidence, id).not.toBeNull();
    expect(claim('C08').evidence!.weakest).toBe('statistics office');
    expect(claim('C13').evidence!.weakest).toBe('press release');
    expect(claim('C17').evidence!.weakest).toBe('recalled');
    expect(claim('C34').evidence).toEqual({
      weakest: 'press release',
      grades: ['statistics office', 'press release'],
    });
  });

  it('a level does not hold for growth: C34 is held against what the clusters added, the level stands beside it', () => {
    expect(claim('C34').arithmetic).toContain('−');
    expect(claim('C34').figure!.value).toBeCloseTo(1.2184, 4);
    expect(change('C34', /level alone/)).toMatchObject({ verdict: 'holds', figure: { unit: '%' } });
  });
});
