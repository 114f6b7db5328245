import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import { commandOf, pages, pageThere, routeOf } from '../../test/surfaces.ts';
import type { Observatory } from '../observatory/index.ts';
import { type Form, formOf } from './form/index.ts';
import * as library from './index.ts';
import { type Parameter, parametersOf } from './parameters/index.ts';

/** What a surface needs of a declaration, whatever its parameters and rows. */
interface Declared {
  readonly id: string;
  readonly title: library.Bilingual;
  readonly description: library.Bilingual;
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
  readonly argument?: string;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly columns: readonly { readonly id: string; readonly title: library.Bilingual }[];
  run(observatory: Observatory, params: unknown): Promise<library.Result<unknown>>;
}

const ANALYSES = library.ANALYSES as unknown as readonly Declared[];
const all = ANALYSES.map((analysis) => [analysis.id, analysis] as const);
const surfaceOf = (
  analysis: Declared,
): { readonly parameters: readonly Parameter[]; readonly form: Form } => ({
  parameters: parametersOf(analysis.params),
  form: formOf(analysis),
});
const surfaces = ANALYSES.map(surfaceOf);
const UPDATE = 'run: npm run build && node tools/docs-analyses.mjs';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5, years: [2010, 2024] });
});
afterAll(() => world.close());

describe('the analyses', () => {
  it('have an id each, under which they stand, and which says where they are found on every surface', () => {
    const ids = all.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(library.analyses)).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are listed on one page', async () => {
    const { listOf, sharedRows, formatted } = await pages();
    const page = 'docs/analyses/index.md';
    expect(pageThere(page), UPDATE).toBe(await formatted(page, listOf(ANALYSES, sharedRows(surfaces))));
  });

  it.each(all)('of which %s has titles, columns and parameters in words', (_, analysis) => {
    const texts = [analysis.title, analysis.description, ...analysis.columns.map(({ title }) => title)];
    for (const { en, zh } of texts) expect([en.length > 0, zh.length > 0]).toEqual([true, true]);
    expect(analysis.title.zh).toMatch(/\p{Script=Han}/u);
    const ids = analysis.columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, description, standard } of parametersOf(analysis.params)) {
      expect(description, name).not.toBe('');
      // What must be given stands in the example.
      if (standard === undefined) expect(Object.keys(analysis.example ?? {})).toContain(name);
    }
  });

  it.each(all)('of which %s has a command with a flag for each parameter', async (id, analysis) => {
    const command = await commandOf(id);
    const flags = command?.options.map((option) => option.attributeName()) ?? [];
    const names = parametersOf(analysis.params).map(({ name }) => name);
    expect(flags).toEqual(expect.arrayContaining(names.filter((name) => name !== analysis.argument)));
    expect(command?.registeredArguments.map((argument) => argument.name())).toEqual(
      analysis.argument === undefined ? ['dir'] : [analysis.argument, 'dir'],
    );
  });

  it.each(all)('of which %s has a route that is described, with each parameter but files', (id, analysis) => {
    const open = parametersOf(analysis.params).filter(({ local }) => !local);
    expect(routeOf(id)).toEqual(expect.arrayContaining(open.map(({ name }) => name)));
  });

  it.each(all)('of which %s has a form with each parameter but files', (_, analysis) => {
    const open = parametersOf(analysis.params).filter(({ local }) => !local);
    expect(formOf(analysis).parameters.map(({ name }) => name)).toEqual(open.map(({ name }) => name));
  });

  it.each(all)('of which %s has a page that says what its declaration says', async (id, analysis) => {
    const { pageOf, sharedRows, formatted } = await pages();
    const name = Object.entries<unknown>(library).find(([, value]) => value === analysis)?.[0];
    expect(name, `${id} is not exported`).toBeDefined();
    const page = `docs/analyses/${id}.md`;
    const { parameters, form } = surfaceOf(analysis);
    const text = pageOf(analysis, parameters, form, name!, sharedRows(surfaces));
    expect(pageThere(page), UPDATE).toBe(await formatted(page, text));
  });

  describe.each(all)('of which %s', (id, analysis) => {
    // Which takes many times as long as any other.
    it('answers the example of its page, as it is declared', fullUnless(id !== 'effect'), async () => {
      const answer = await analysis.run(world.observatory, analysis.params.parse(analysis.example ?? {}));
      const { rows, about } = answer;
      expect(rows.length).toBeGreaterThan(0);
      expect(about.analysis).toBe(analysis.id);
      // What is declared, and nothing else: parsing leaves out what it does not know.
      expect(analysis.result.parse(answer)).toEqual(answer);
    });
  });
});
