import { expect } from 'vitest';
import { couplingCoordination, type CouplingForm } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

interface System {
  readonly u: readonly number[];
  readonly w?: readonly number[];
}
const FORMS: readonly CouplingForm[] = ['standard', 'wang', 'fan'];
/** The letters of C, T and D. */
const LETTERS = { C: 'coupling', T: 'level', D: 'coordination' } as const;
type Letter = keyof typeof LETTERS;

/** A table of levels, one column a system, or a list of systems with or without weights. */
function systemsOf(input: unknown): readonly System[] {
  if (Array.isArray(input)) return input as System[];
  const columns = Object.keys(input as Columns).map((name) => numbers(input, name));
  return columns[0].map((_, row) => ({ u: columns.map((column) => column[row]) }));
}

/** Coupling and coordination in three forms; by row, or a list for each letter. */
export const adapter: Adapter = {
  cases: /^ccd-/,
  check({ inputs, expected, tolerance }) {
    const systems = systemsOf(inputs[0]);
    const of = (row: number, form: CouplingForm, letter: Letter): number =>
      couplingCoordination(systems[row].u, form, systems[row].w)[LETTERS[letter]];
    /** Checks of one form, its values by letter: of one row, or of all. */
    const form =
      (name: CouplingForm, row?: number) =>
      (due: unknown): void =>
        eachKey(
          due,
          Object.fromEntries(
            (Object.keys(LETTERS) as Letter[]).map((letter) => [
              letter,
              (value: unknown): void =>
                close(
                  row === undefined ? systems.map((_, i) => of(i, name, letter)) : of(row, name, letter),
                  value,
                  tolerance.abs,
                  `${name} ${letter}, row ${row ?? 'each'}`,
                ),
            ]),
          ),
        );
    const forms = (row?: number): Record<string, (due: unknown) => void> =>
      Object.fromEntries(FORMS.map((name) => [name, form(name, row)]));
    eachKey(expected, {
      ...forms(),
      cases: (due: readonly unknown[]) => {
        expect(due).toHaveLength(systems.length);
        for (const [row, one] of due.entries()) eachKey(one, forms(row));
      },
      // Told in words, with the numbers of the first row.
      worked_example: ({ u }: { u: readonly number[] }) => expect(systems[0].u).toEqual(u),
      // What the formulas are often written as: words only, and the tests beside the measure hold ours to what is right.
      anti_patterns: (due: object) =>
        expect(Object.values(due).every((text) => typeof text === 'string')).toBe(true),
    });
  },
};
