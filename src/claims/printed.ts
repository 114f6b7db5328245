/** A number as somebody printed it: its value and the size of its last digit. */
export interface Printed {
  readonly value: number;
  /** 0.1 for 11.5, 1 for 600, 1000 for 6e3. */
  readonly lastDigit: number;
  readonly sign: 1 | 0 | -1;
}

const FORM = /^([-+−]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?|\.(\d+))(?:e([-+]?\d{1,3}))?$/i;

/** The number a text states, thousands commas allowed; null where it states none. */
export function printedNumber(text: string): Printed | null {
  const found = FORM.exec(text.trim());
  if (found === null) return null;
  const [, sign, digits] = found;
  const decimals = ((found.at(3) ?? found.at(4)) || '').length;
  const exponent = Number(found.at(5) ?? 0);
  const size = Number(`${digits.replaceAll(',', '')}e${exponent}`);
  if (!Number.isFinite(size)) return null;
  const value = sign === '-' || sign === '−' ? 0 - size : size;
  return { value, lastDigit: Number(`1e${exponent - decimals}`), sign: Math.sign(value) as 1 | 0 | -1 };
}
