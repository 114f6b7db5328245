/** Signs and digits in the widest of the usual fonts: numbers are what must not be cut. */
const WIDE: Readonly<Record<string, number | undefined>> = { '%': 0.95, '−': 0.84, '+': 0.84 };

/** About how wide a text is, in ems: a Chinese character takes one, a digit less, a Latin letter about half. */
export const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0);

function widthOf(letter: string): number {
  if (letter > '\u2e7f') return 1;
  return WIDE[letter] ?? (letter >= '0' && letter <= '9' ? 0.6 : 0.53);
}
