import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordFields } from '../../tools/record-fields.mjs';
import { Dictionaries } from './dictionary.ts';
import { extract } from './extract.ts';
import * as spec from './spec.ts';
import { emptyWork, type Work } from './work.ts';
import * as rows from './work-rows.ts';

function read(path: string, value: unknown): Work {
  const work = emptyWork();
  extract({ id: 'W1', [path]: value }, new Dictionaries(), work);
  return work;
}

describe('the table of what is read of a record', () => {
  it('is what the scanners in WebAssembly have; after a change of it, build', () => {
    for (const [name, text] of Object.entries(recordFields(spec, rows)))
      expect(readFileSync(new URL(`wasm/generated/${name}`, import.meta.url), 'utf8')).toBe(text);
  });

  it.each(spec.SCALARS)('says of %s what the oracle reads', (column) => {
    const field: spec.Field = spec.FIELDS[column];
    const example = { integer: 7, boolean: true, text: 'seven', date: '2024-05-01', object: {} }[field.type];
    const blank = field.type === 'text' || field.type === 'date' ? [null, undefined, ' '] : [null, undefined];
    for (const path of field.paths) {
      expect(read(path, example)[column]).toBe(example);
      for (const value of blank) expect(read(path, value)[column]).toBe(spec.absentOf(field));
    }
    const renamed = field.type === 'text' ? Object.entries(field.renamed ?? {}) : [];
    for (const [old, since] of renamed) expect(read(field.paths[0], old)[column]).toBe(since);
  });
});
