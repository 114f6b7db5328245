import { joined, type Language } from '../base/index.ts';

/**
 * A number as a person writes it: thousands commas, and as many decimals as its size deserves (11,539.4; 11.539;
 * 0.1098). A whole number is never shortened. Years have no commas: say so by their unit.
 */
export function humanNumber(value: number, unit: string | null = null): string {
  if (unit === 'year') return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString('en');
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) return String(Number(value.toPrecision(5)));
  if (size < 1) return String(Number(value.toPrecision(4)));
  const decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
  return value.toLocaleString('en', { maximumFractionDigits: decimals });
}

/** A number with its unit: `11.54 trn CNY`, `9.8%`; a fraction stands alone. */
export function humanQuantity(value: number, unit: string | null): string {
  const number = humanNumber(value, unit);
  return unit === null || ['fraction', 'year', 'count', 'probability', 'index'].includes(unit)
    ? number
    : unit === 'rank'
      ? `rank ${number}`
      : unit === '%'
        ? `${number}%`
        : `${number} ${unit}`;
}

/** Years in order as a person lists them: `2016, 2018–2020`. */
export function humanYears(years: readonly number[], language: Language = 'en'): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last?.[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return joined(
    runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)),
    language,
  );
}

/** A probability in two digits, but never a certainty that is none. */
export function twoDigits(probability: number): string {
  if (probability > 0.99 && probability < 1) return '> 0.99';
  if (probability < 0.01 && probability > 0) return '< 0.01';
  return probability.toFixed(2);
}
