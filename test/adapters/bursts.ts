import { expect } from 'vitest';
import { batchedBursts, eventBursts, type EventBurst } from '../../src/measures/index.ts';
import type { Adapter, ReferenceCase } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Automaton {
  readonly s: number;
  readonly gamma: number;
}
type OneOrMore = number | readonly number[];
interface Bursts {
  readonly level: OneOrMore;
  readonly start: OneOrMore;
  readonly end: OneOrMore;
}

/** A list of bursts as columns. */
function columnsOf(rows: readonly EventBurst[]): Bursts {
  return {
    level: rows.map(({ level }) => level),
    start: rows.map(({ start }) => start),
    end: rows.map(({ end }) => end),
  };
}

/** Event times o1, o2, … with automata params_1, params_1b, …; `expected` names each as s15_gamma05. */
function events({ inputs, expected, tolerance }: ReferenceCase): void {
  const input = inputs[0] as Readonly<Record<string, unknown>>;
  const automata = Object.entries(input).filter(([key]) => key.startsWith('params_'));
  const digits = (value: number): string => String(value).replace('.', '');
  eachKey(
    expected,
    Object.fromEntries(
      automata.map(([key, value]) => {
        const { s, gamma } = value as Automaton;
        const times = input[`o${/\d+/.exec(key)![0]}`] as readonly number[];
        return [
          `s${digits(s)}_gamma${digits(gamma)}`,
          (given: Bursts | readonly EventBurst[], name: string): void => {
            const due = Array.isArray(given) ? columnsOf(given as readonly EventBurst[]) : (given as Bursts);
            const own = eventBursts(times, { s, gamma });
            const column = (of: 'level' | 'start' | 'end'): void =>
              close(
                own.map((burst) => burst[of]),
                [due[of]].flat(),
                tolerance.abs,
                `${of} of ${name}`,
              );
            eachKey(due, {
              level: () => column('level'),
              start: () => column('start'),
              end: () => column('end'),
            });
          },
        ];
      }),
    ),
  );
}

/** Counts r of d by period. */
function batches({ inputs, expected, tolerance }: ReferenceCase): void {
  const { r, d, s, gamma } = inputs[0] as Automaton & Record<'r' | 'd', readonly number[]>;
  const own = batchedBursts(r, d, { s, gamma });
  if (own.reason !== null) throw new Error(own.reason);
  eachKey(expected, {
    p0: (due: number) => close(own.base, due, tolerance.abs),
    p1: (due: number) => close(own.raised, due, tolerance.abs),
    states: (due: readonly number[]) => expect([...own.states]).toEqual(due),
    weight: (due: number) =>
      close(
        own.bursts.reduce((sum, { weight }) => sum + weight, 0),
        due,
        tolerance.abs,
      ),
  });
}

/** Kleinberg's bursts: of event times, and of counts in batches. */
export const adapter: Adapter = {
  cases: /^burst-/,
  check(reference) {
    if (Object.hasOwn(reference.inputs[0] as object, 'r')) batches(reference);
    else events({ ...reference, tolerance: { abs: 0 } });
  },
};
