import type { SensitivityRow } from './question.ts';

/** Settings of one headline whose answer speaks against that of the first, so that it is sensitive to choices. */
export function againstBase(rows: readonly SensitivityRow[]): readonly SensitivityRow[] {
  const defined = rows.filter(({ value, text }) => value !== null || text !== null);
  return defined.filter((row) => differs(rows[0], row, defined));
}

function differs(base: SensitivityRow, row: SensitivityRow, defined: readonly SensitivityRow[]): boolean {
  switch (base.kind) {
    case 'rank': {
      if (base.value === null || row.value === null) return false;
      const [low, high] = base.interval ?? [base.value, base.value];
      return row.value < low || row.value > high;
    }
    case 'direction': {
      // Where the base is undefined, the first that is not stands in.
      const first = defined[0];
      return Math.sign(row.value! - row.neutral!) !== Math.sign(first.value! - first.neutral!);
    }
    case 'first':
      return row.text !== defined[0].text;
    case 'level':
      return false;
  }
}
