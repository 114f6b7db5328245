import { againstBase } from './sensitivity-against.ts';
import { movesOf } from './sensitivity-moves.ts';
import type { SensitivityRow, Verdict } from './sensitivity-question.ts';
import { say } from './verdict-texts.ts';

/** What the settings of one headline come down to. The first of the rows is the base. */
export function verdictOf(rows: readonly SensitivityRow[]): Verdict {
  const [base] = rows;
  const told = rows.filter(({ value, text }) => value !== null || text !== null);
  const values = told.flatMap(({ value }) => value ?? []);
  const against = againstBase(rows).length;
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
