import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import {
  checkClaims,
  type CheckedRow,
  claimOfFields,
  ledger,
  claimRow,
  shippedClaims,
  withoutObservatory,
} from '../../claims/index.ts';
import { Facts } from '../../facts/index.ts';
import { csvOf } from '../csv.ts';
import { captionOf } from './caption.ts';
import { formatFigure, formatInterval, formatProbability } from './format-figure.ts';
import { claimTotals, groupsOf, totalsTitle } from './totals.ts';

const { document } = parseHTML('<html><body></body></html>') as unknown as { document: Document };
const CONTEXT = { link: 'http://127.0.0.1/claims?id=C08', day: '2026-03-01', synthetic: null };

let facts: Facts;
let rows: readonly CheckedRow[];
let rowsZh: readonly CheckedRow[];
beforeAll(async () => {
  facts = await Facts.open();
  const file = await shippedClaims();
  const inWords = async (language: Language) =>
    (await checkClaims(file, withoutObservatory(facts), language)).checked.map((one) =>
      claimRow(one, language),
    );
  rows = await inWords('en');
  rowsZh = await inWords('zh');
});
const one = (id: string, of = rows): CheckedRow => of.find((claim) => claim.id === id)!;

describe('the three totals', () => {
  it('draw a mark for each claim, and never add up what was checked in different ways', () => {
    const totals = ledger(rows);
    const figure = claimTotals({ totals, rows, told: ['told'], synthetic: null }, 'en');
    const drawn = figure.draw({ document, width: 900 });
    expect(drawn.querySelectorAll('.claim').length).toBe(rows.length);
    expect(figure.title).toContain(`Of ${totals.computed.all} claims with a computed verdict`);
    expect(figure.title).not.toContain(String(rows.length));
    expect(figure.numbers.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(rows.length);
    expect(csvOf(figure)).toContain('computed,holds,');
  });

  it('keep every mark on a narrow screen, however many came out alike', () => {
    const none = {
      holds: 0,
      'holds approximately': 0,
      imprecise: 0,
      contradicted: 0,
      'cannot be checked': 0,
    };
    const all = ledger(rows);
    const totals = { ...all, computed: { ...all.computed, all: 60, by: { ...none, holds: 60 } } };
    const drawn = claimTotals({ totals, rows, told: [], synthetic: null }, 'en').draw({
      document,
      width: 340,
    });
    const [, , , height] = drawn.getAttribute('viewBox')!.split(' ').map(Number);
    const places = [...drawn.querySelectorAll('.claim')].map((mark) => mark.getAttribute('transform')!);
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) {
      const [x, y] = /translate\((.*)\)/.exec(place)![1].split(',').map(Number);
      expect(x).toBeLessThanOrEqual(340 - 6);
      expect(y).toBeLessThan(height);
    }
  });

  it('fit a narrow screen', () => {
    const figure = claimTotals({ totals: ledger(rows), rows, told: [], synthetic: null }, 'zh');
    const drawn = figure.draw({ document, width: 340 });
    const last = [...drawn.querySelectorAll('.claim')].map((mark) =>
      Number(/\((\d+)/.exec(mark.getAttribute('transform')!)![1]),
    );
    expect(Math.max(...last)).toBeLessThan(340);
  });

  it('say in words what came out, ones and none among them', () => {
    const none = {
      holds: 0,
      'holds approximately': 0,
      imprecise: 0,
      contradicted: 0,
      'cannot be checked': 0,
    };
    const of = (by: Partial<typeof none>) => ({
      computed: { all: 3, by: { ...none, ...by } },
      judged: { all: 0, by: none },
      none: 0,
    });
    expect(totalsTitle(of({ holds: 1, imprecise: 1, contradicted: 1 }), 'en')).toBe(
      'Of 3 claims with a computed verdict, 1 holds, exactly or approximately; 1 is imprecise; 1 is contradicted',
    );
    expect(totalsTitle(of({ holds: 2, 'cannot be checked': 1 }), 'zh')).toBe(
      '计算得出的3条说法中，2条成立或大致成立，没有不成立的，1条无法核查',
    );
    expect(groupsOf(of({ holds: 3 }))).toEqual([{ check: 'computed', verdict: 'holds', count: 3 }]);
  });

  it('are synthetic only where a verdict rests on works that are made up', () => {
    const told = { totals: ledger(rows), told: [], synthetic: 'made up' };
    expect(claimTotals({ ...told, rows }, 'en').synthetic).toBeNull();
    const touched = rows.map((claim, i) => (i === 0 ? { ...claim, restsOnSynthetic: true } : claim));
    expect(claimTotals({ ...told, rows: touched }, 'en').synthetic).toBe('made up');
  });
});

describe('a caption to quote', () => {
  it('has sentence, speaker, verdict, figure, source, vintage, day and link', () => {
    const caption = captionOf(one('C08'), CONTEXT, 'en');
    for (const part of [
      '“Combined GDP of Beijing-Tianjin-Hebei in 2024 was about 11.5 trillion yuan” (Beijing Municipal Government, 2025)',
      'holds approximately (computed)',
      'figure found: 11.54 trn CNY',
      'source: NBS revised provincial GDP',
      '2026-03-01, http://127.0.0.1/claims?id=C08',
    ])
      expect(caption).toContain(part);
  });

  it('is Chinese with Chinese units', () => {
    const caption = captionOf(one('C08', rowsZh), CONTEXT, 'zh');
    expect(caption).toContain('大致成立（计算得出）；核查所得数值：11.54万亿元');
    expect(caption).toContain('由Synopolis核查，2026-03-01');
  });

  it('says what is missing, and what is true instead', () => {
    expect(captionOf(one('C04'), CONTEXT, 'en')).toContain('years missing: 2016, 2018–2020');
    expect(captionOf(one('C10'), CONTEXT, 'en')).toContain('true of a different thing: Hebei is a province');
    expect(captionOf(one('C06'), CONTEXT, 'en')).toContain(': not checked; source: ');
  });

  it('never passes works that are made up off as real', () => {
    const claim = { ...one('C08'), restsOnSynthetic: true };
    expect(captionOf(claim, { ...CONTEXT, synthetic: 'made up' }, 'en')).toContain('synthetic demonstration');
    expect(captionOf(one('C08'), { ...CONTEXT, synthetic: 'made up' }, 'en')).not.toContain('synthetic');
    const zh = { ...one('C08', rowsZh), restsOnSynthetic: true };
    expect(captionOf(zh, { ...CONTEXT, synthetic: 'synthetic demonstration' }, 'zh')).toContain(
      '合成演示数据',
    );
  });

  it('names the speaker of a claim of one’s own only where there is one', async () => {
    const own = {
      id: 'own',
      text: 'Big',
      figure: 'stat(population, cn:1100, 2020)',
      operator: 'above',
      value: '1',
    };
    const file = claimOfFields({ ...own, unit: 'persons', publisher: '–' });
    const { checked } = await checkClaims(file, withoutObservatory(facts));
    expect(captionOf(claimRow(checked[0], 'en'), CONTEXT, 'en')).toMatch(
      /^“Big”: holds \(computed\); figure found: 21/,
    );
  });
});

describe('figures in words', () => {
  const figure = { value: 1.8, unit: null, vintage: null, items: null };
  it('have hedge, unit and interval', () => {
    const interval = { low: 1.5, high: 2.1, level: 0.95 };
    expect(formatInterval({ ...figure, hedge: null, interval }, 'en')).toBe('95% interval 1.5 to 2.1');
    expect(formatFigure({ ...figure, value: 230, hedge: 'over', interval: null }, 'zh')).toBe('超过230');
    expect(formatFigure({ ...figure, value: 2, unit: 'rank', hedge: null, interval: null }, 'en')).toBe(
      'rank 2',
    );
    expect(formatFigure({ ...figure, value: 2014, unit: 'year', hedge: null, interval: null }, 'en')).toBe(
      '2014',
    );
    expect(formatFigure(null, 'en')).toBeNull();
  });

  it('never make a certainty of a probability that is none', () => {
    expect([0.9999, 1, 0.5, 0.0001, 0].map(formatProbability)).toEqual([
      '> 0.99',
      '1.00',
      '0.50',
      '< 0.01',
      '0.00',
    ]);
  });
});
