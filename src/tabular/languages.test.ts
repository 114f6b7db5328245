import type { Language, Message } from '../base/index.ts';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { englishLeft, type EnglishLeft } from '../../test/english-left.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import type { Observatory } from '../observatory/index.ts';
import { printable } from './printable.ts';
import { ANALYSES, type Result, type ResultColumn } from '../analyses/index.ts';

/** What is needed of a declaration, whatever its parameters and rows. */
interface Declared {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly params: z.ZodObject;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly columns: readonly ResultColumn<unknown>[];
  findings?(result: Result<unknown>): readonly Message[];
  run(observatory: Observatory, params: unknown): Promise<Result<unknown>>;
}

/** Questions whose answers say more than that of the example: what lacks, what is unlike, what cannot be told. */
const MORE: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  ranking: [
    { of: ['regions'], base: 2016, outranks: ['yrd_41', 'jjj_13'] },
    { intervals: false, field: 'Medicine', sector: ['company'], top: 300 },
    { years: { from: 1990, to: 1990 } },
  ],
  links: [
    { place: 'cn:3205', counting: 'score', capped: true, coaffiliation: false },
    { place: 'yrd_41', sector: ['education', 'company'] },
    { place: 'jjj_13', sector: ['healthcare'], years: { from: 2010, to: 2011 } },
    { place: 'cn:3100', with: 'gba_9_2', top: 200 },
    { place: 'cn:3100', with: 'cn:3205', by: 'field' },
  ],
  network: [{ place: 'jjj_13', years: { from: 2012, to: 2013 } }],
  balance: [
    { place: 'yrd_41', metric: 'gdp_nominal', parts: 'provinces' },
    { definition: ['gba_9_2', 'jjj_13'], metric: 'gdp_nominal' },
    { place: 'iso:JP', by: 'count', years: { from: 2010, to: 2010 } },
  ],
  convergence: [
    { place: 'yrd_41', metric: 'gdp_nominal', parts: 'provinces' },
    { place: 'yrd_41', metric: 'gdp_nominal' },
    { place: 'iso:NL', years: { from: 2010, to: 2012 } },
    { place: 'gba_9_2', years: { from: 2015, to: 2015 } },
  ],
  profile: [
    { place: 'gba_9_2' },
    { place: 'jjj_13', field: '17' },
    { place: 'iso:NL', years: { from: 2010, to: 2010 } },
  ],
  coordination: [{ place: 'jjj_13', peers: ['gba_9_2'], years: { from: 2010, to: 2012 } }],
  effect: [{ place: 'gba_9_2', draws: 0, sensitivity: false }],
  trend: [{ of: ['regions'], years: { from: 2020, to: 2020 } }],
  'rank-history': [{ place: ['cn:5401'], years: { from: 2010, to: 2012 } }],
  sensitivity: ['ranking', 'balance', 'convergence'].map((analysis) => ({ place: 'gba_9_2', analysis })),
  coverage: [{ top: 100, years: { from: 2012, to: 2012 } }],
  match: [
    { need: '散裂中子源', of: 'institutions', place: 'cn:6501' },
    { need: 'laser', place: 'cn:3205' },
  ],
  partners: [{ who: 'csns' }],
  specialisation: [{ place: 'gba_9_2', of: 'field' }],
  complementarity: [{ place: 'cn:3205', with: 'gba_9_2' }],
  compare: [{ place: ['cn:4401', 'gba_9_2', 'iso:JP'], years: { from: 2019, to: 2020 } }],
  panel: [{ of: 'places', top: 3 }],
};

/** A flag of the command line, which other surfaces do not have. */
const FLAG = /(?<![\w-])--[a-z]/;

/** Whose examples take seconds each. */
const LONG = ['effect', 'panel'];

/** In every run the example is asked, and the first that says more. */
const questions = (ANALYSES as unknown as readonly Declared[]).flatMap((analysis) =>
  [analysis.example ?? {}, ...(MORE[analysis.id] ?? [])].map((asked, i) => {
    const inEveryRun = i === 1 || (i === 0 && !LONG.includes(analysis.id));
    return [`${analysis.id} ${JSON.stringify(asked)}`, analysis, asked, inEveryRun] as const;
  }),
);

let world: AnalysedWorld;
let english: EnglishLeft;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5, years: [2010, 2024] });
  english = await englishLeft(world.observatory);
});
afterAll(() => world.close());

describe('asked in Chinese', () => {
  describe.each(questions)('%s', (_, analysis, asked, inEveryRun) => {
    it('answers in Chinese', fullUnless(inEveryRun), async () => {
      // Words are the same of few draws.
      const draws = 'draws' in analysis.params.shape ? { draws: 200 } : {};
      const given = analysis.params.parse({ ...draws, ...asked });
      const result = await analysis.run(world.observatory, given);
      const [en, zh] = (['en', 'zh'] as const).map((language) => printable(analysis, result, language));
      for (const { json, findings, about, cells } of [en, zh])
        expect(JSON.stringify([json, findings, about, [...cells]])).not.toMatch(FLAG);
      for (const part of ['findings', 'about'] as const) {
        expect(zh[part]).toHaveLength(en[part].length);
        for (const line of zh[part]) expect([line, english(line)]).toEqual([line, null]);
        for (const line of zh[part]) expect(line).toMatch(/\p{Script=Han}/u);
      }
      for (const title of [zh.title, ...zh.columns.map((column) => column.title)])
        expect(title).not.toMatch(/[A-Za-z]{2,} [A-Za-z]{2,}/);
      const left = new Set<string>();
      for (const row of zh.cells)
        row.forEach((cell, i) => {
          // Ids and keys are the same in every language.
          const isId = /编号$/.test(zh.columns[i].title);
          const word = typeof cell === 'string' && !isId ? english(cell) : null;
          if (word !== null) left.add(`${zh.columns[i].id}: ${String(cell)} (${word})`);
        });
      expect([...left]).toEqual([]);
    });
  });
});
