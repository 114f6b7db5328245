import { movesOf } from './sensitivity-moves.ts';
import type { SensitivityRow, Verdict } from './sensitivity-question.ts';
import { say } from './verdict-texts.ts';

/** What the settings of one headline come down to. The first of the rows is the base. */
export function verdictOf(rows: readonly SensitivityRow[]): Verdict {
  const [base] = rows;
  const told = rows.filter(({ value, text }) => value !== null || text !== null);
  const values = told.flatMap(({ value }) => value ?? []);
  const against = told.filter((row) => differs(base, row, told)).length;
  const verdict =
    base.kind === 'level' || told.length < 2 ? 'no verdict' : against > 0 ? 'fragile' : 'stable';
  const range = values.length === 0 ? null : ([Math.min(...values), Math.max(...values)] as const);
  const moves = movesOf(rows);
  return {
    headline: base.headline,
    kind: base.kind,
    verdict,
    range,
    against,
    settings: rows.length,
    undefined: rows.length - told.length,
    moves,
    ...say({ base, told, verdict, range, against, settings: rows.length, moves }),
  };
}

function differs(base: SensitivityRow, row: SensitivityRow, told: readonly SensitivityRow[]): boolean {
  switch (base.kind) {
    case 'rank': {
      if (base.value === null || row.value === null) return false;
      const [low, high] = base.interval ?? [base.value, base.value];
      return row.value < low || row.value > high;
    }
    case 'direction': {
      // Where the base is undefined, the first that is not stands in.
      const first = told[0];
      return Math.sign(row.value! - row.neutral!) !== Math.sign(first.value! - first.neutral!);
    }
    case 'first':
      return row.text !== told[0].text;
    case 'level':
      return false;
  }
}
