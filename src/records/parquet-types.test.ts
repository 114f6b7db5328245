import { describe, expect, it } from 'vitest';
import { common, type Difference, parseType, typeText } from './parquet-types.ts';

describe('the type of a column', () => {
  it.each([
    'VARCHAR',
    'DECIMAL(18,3)[]',
    'TIMESTAMP WITH TIME ZONE',
    'MAP(VARCHAR, STRUCT("a" INTEGER))',
    'STRUCT("a" VARCHAR, "b" STRUCT("c" DECIMAL(4,1), "d" ENUM(\'x, (y\', \'z\')[])[][], "e" MAP(VARCHAR, DOUBLE))',
    'STRUCT("a b, ""c(" INTEGER, "d" BOOLEAN)',
  ])('%s is taken apart and put together again', (text) => {
    expect(typeText(parseType(text))).toBe(text);
  });

  it('has fields by their names, quoted or not, in lower case', () => {
    const type = parseType('STRUCT("source" VARCHAR, Id INTEGER)');
    expect(type.kind === 'struct' && [...type.fields.keys()]).toEqual(['source', 'id']);
  });
});

describe('what two types have in common', () => {
  const of = (own: string, wanted: string): [string | null, Difference[]] => {
    const differences: Difference[] = [];
    const type = common(parseType(own), parseType(wanted), ['c'], differences);
    return [type === null ? null : typeText(type), differences];
  };

  it('is the wanted fields that are there, at any depth', () => {
    expect(
      of('STRUCT(z DATE, b STRUCT(d INTEGER, c VARCHAR)[])', 'STRUCT(a VARCHAR, b STRUCT(c VARCHAR)[])'),
    ).toEqual(['STRUCT("b" STRUCT("c" VARCHAR)[])', []]);
  });

  it('is nothing where no field is the same, up to the top', () => {
    expect(of('STRUCT(a STRUCT(b VARCHAR)[])', 'STRUCT(a STRUCT(c VARCHAR)[])')).toEqual([null, []]);
  });

  it('leaves out a field of another kind and tells where it stands', () => {
    expect(
      of('STRUCT(a VARCHAR, b STRUCT(c JSON)[])[]', 'STRUCT(a VARCHAR, b STRUCT(c VARCHAR)[])[]'),
    ).toEqual(['STRUCT("a" VARCHAR)[]', [{ path: ['c', '[]', 'b', '[]', 'c'], own: 'JSON' }]]);
  });
});
