import type { SensitivityRow, Verdict } from './sensitivity-question.ts';

/** What the settings of one headline come down to. The first of the rows is the base. */
export function verdictOf(rows: readonly SensitivityRow[]): Verdict {
  const [base] = rows;
  const told = rows.filter(({ value, text }) => value !== null || text !== null);
  const values = told.flatMap(({ value }) => value ?? []);
  const against = told.filter((row) => differs(base, row, told)).length;
  const verdict =
    base.kind === 'level' || told.length < 2 ? 'no verdict' : against > 0 ? 'fragile' : 'stable';
  const range = values.length === 0 ? null : ([Math.min(...values), Math.max(...values)] as const);
  return {
    headline: base.headline,
    kind: base.kind,
    verdict,
    range,
    against,
    settings: rows.length,
    undefined: rows.length - told.length,
    said: say(base, told, verdict, range, against, rows.length),
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

function say(
  base: SensitivityRow,
  told: readonly SensitivityRow[],
  verdict: Verdict['verdict'],
  range: readonly [number, number] | null,
  against: number,
  settings: number,
): string {
  const lacking = settings > told.length ? `; undefined under ${settings - told.length}` : '';
  if (told.length === 0)
    return `${base.headline}: undefined under all ${settings} settings (${base.reason ?? 'no value'})`;
  if (base.kind === 'first') {
    const names = [...new Set(told.map(({ text }) => text!))];
    return `${base.headline}: ${verdict}, ${names.join(', or ')} under ${told.length} settings${lacking}`;
  }
  const digits = base.kind === 'rank' ? 0 : 3;
  const [low, high] = range!.map((value) => value.toFixed(digits));
  const at = base.value === null ? 'undefined' : base.value.toFixed(digits);
  const interval =
    base.interval === null ? '' : ` (${base.interval.map((value) => value.toFixed(digits)).join(' to ')})`;
  const why = {
    rank: `outside its interval under ${against}`,
    direction: `on the other side of ${base.neutral ?? 0} under ${against}`,
    level: 'a level, which moves with what is counted',
  }[base.kind];
  const tail = base.kind === 'level' || against > 0 ? `, ${why}` : '';
  return `${base.headline}: ${verdict}, ${at}${interval} at first, ${low} to ${high} under ${told.length} settings${tail}${lacking}`;
}
