import { describe, expect, it } from 'vitest';
import { ANALYSES } from '../index.ts';
import { parametersOf } from '../parameters/index.ts';
import { type Form, formOf } from './index.ts';

const forms: readonly Form[] = ANALYSES.map((analysis) => formOf(analysis));

describe('the form of a question', () => {
  it.each(ANALYSES.map(({ id, params }) => [id, params] as const))(
    'of %s has every parameter but those that name files, with words in both languages',
    (id, params) => {
      const { parameters } = forms.find((form) => form.id === id)!;
      const open = parametersOf(params).filter(({ local }) => !local);
      expect(parameters.map(({ name }) => name)).toEqual(open.map(({ name }) => name));
      for (const { label, help, choices } of parameters) {
        for (const text of [label, help, ...(choices ?? []).map((choice) => choice.label)]) {
          expect(text.en).toMatch(/[A-Za-z]/);
          expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
        }
      }
    },
  );

  it('says what each kind of parameter is, what it takes and what holds without it', () => {
    const of = (id: string, name: string) =>
      forms.find((form) => form.id === id)!.parameters.find((one) => one.name === name)!;
    expect(of('ranking', 'years')).toMatchObject({ kind: 'years', required: false, standard: null });
    expect(of('ranking', 'field').kind).toBe('field');
    expect(of('ranking', 'region').kind).toBe('regions');
    expect(of('ranking', 'top')).toMatchObject({
      kind: 'number',
      whole: true,
      least: 1,
      most: 5000,
      standard: 20,
    });
    expect(of('ranking', 'outranks')).toMatchObject({ kind: 'places', least: 2, most: 2 });
    expect(of('ranking', 'of').choices!.map(({ value }) => value)).toEqual([
      'cities',
      'provinces',
      'nations',
      'regions',
    ]);
    expect(of('links', 'coaffiliation')).toMatchObject({ kind: 'flag', standard: true });
    expect(of('links', 'with').kind).toBe('place');
    expect(of('match', 'need')).toMatchObject({ kind: 'text', required: true, standard: null });
    expect(of('gaps', 'region')).toMatchObject({ kind: 'place', required: true });
  });

  it('never asks for a file of the machine', () => {
    const files = ANALYSES.flatMap(({ id, params }) =>
      parametersOf(params)
        .filter(({ description }) => /\b(?:CSV|files?|folder)\b/i.test(description))
        .map((one) => ({ id, ...one })),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { id, name, local } of files) expect(`${id} ${name} ${local}`).toBe(`${id} ${name} true`);
  });
});
