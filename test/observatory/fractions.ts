/** Exact non-negative fractions, and what the tables make of them: whole units of 2⁻³⁰ of a work. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const UNIT = 1n << 30n;
export const ZERO: Fraction = { num: 0n, den: 1n };

export function fraction(num: number | bigint, den: number | bigint): Fraction {
  return reduced(BigInt(num), BigInt(den));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function isOne({ num, den }: Fraction): boolean {
  return num === den;
}

/** In units of 2⁻³⁰, half rounded up. */
function units({ num, den }: Fraction): bigint {
  return (2n * num * UNIT + den) / (2n * den);
}

/** Rounds parts so that they sum to `whole`: the largest, of equals the first, takes the remainder. */
export function roundedTo(whole: bigint, parts: readonly Fraction[]): bigint[] {
  const rounded = parts.map(units);
  const sum = rounded.reduce((a, b) => a + b, 0n);
  const largest = rounded.reduce((best, share, i) => (share > rounded[best] ? i : best), 0);
  if (rounded.length > 0) rounded[largest] += whole - sum;
  return rounded;
}

function reduced(num: bigint, den: bigint): Fraction {
  let [a, b] = [num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? ZERO : { num: num / a, den: den / a };
}
