/** About how wide a text is, in ems: a Chinese character takes one, a Latin letter about half. */
export const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.53), 0);
