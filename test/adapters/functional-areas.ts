import { expect } from 'vitest';
import { functionalAreas, matrix } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, numbers, type Columns } from '../reference.ts';

/** Units to cores by the greatest part of their flow. */
export const adapter: Adapter = {
  cases: /^fua-/,
  check({ inputs, params, expected, tolerance }) {
    const [table, cores] = inputs as [Columns, readonly string[]];
    const flows = numbers(table, 'n');
    const units = [...new Set([...table.from, ...table.to])];
    const values = new Float64Array(units.length ** 2);
    for (const [row, flow] of flows.entries())
      values[units.indexOf(table.from[row]) * units.length + units.indexOf(table.to[row])] += flow;
    const { threshold } = params as { threshold?: number };
    const { members } = functionalAreas(
      matrix(units, units, values),
      cores,
      threshold === undefined ? {} : { threshold },
    );
    const of = new Map(members.map((member) => [member.unit, member]));
    eachKey(expected, {
      assignment: (due: Readonly<Record<string, string | null>>) => {
        expect(Object.keys(due).sort()).toEqual([...units].sort());
        for (const [unit, core] of Object.entries(due)) expect(of.get(unit)!.core, unit).toBe(core);
      },
      share: (due: Readonly<Record<string, number>>) => {
        for (const [unit, share] of Object.entries(due))
          close(of.get(unit)!.share.value, share, tolerance.abs, unit);
      },
    });
  },
};
