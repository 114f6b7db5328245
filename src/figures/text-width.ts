/** Letters by about how wide they are, in ems, in the widest of the usual fonts: what is drawn must not be cut. */
const LETTERS: readonly (readonly [string, number])[] = [
  ["ijl'|’", 0.28],
  [' IJ.,:;!·', 0.33],
  ['ft()[]/-', 0.4],
  ['r', 0.42],
  ['cksvxyz–', 0.57],
  ['abdeghnopqu0123456789', 0.64],
  ['ABEFKLPRSTVXYZ', 0.68],
  ['CDGHNOQU', 0.78],
  ['w+−<>=', 0.84],
  ['m%MW', 0.97],
];
const WIDTHS = new Map(
  LETTERS.flatMap(([letters, width]) => Array.from(letters).map((one) => [one, width] as const)),
);
/** Of a letter that is not listed; Chinese characters, and numbers in circles, take a whole em. */
const [OTHER, WHOLE] = [0.62, 1];
const WHOLE_FROM = '\u2460';

/** About how wide a text is, in ems. */
export const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0);

const widthOf = (letter: string): number => (letter >= WHOLE_FROM ? WHOLE : (WIDTHS.get(letter) ?? OTHER));

/** A text in lines of at most so many ems: broken at spaces, hyphens and between Chinese characters, a word where it must be. */
export function folded(text: string, ems: number): string[] {
  const lines = [''];
  for (const part of text.match(/[\u2e80-\uffef]\s*|[^\s\u2e80-\uffef-]+-?\s*|-\s*|\s+/g) ?? []) {
    const line = lines.at(-1)!;
    if (line === '' || emsOf((line + part).trimEnd()) <= ems) lines[lines.length - 1] = line + part;
    else lines.push(part);
    while (emsOf(lines.at(-1)!.trimEnd()) > ems) {
      const letters = Array.from(lines.pop()!);
      let n = letters.length;
      while (n > 1 && emsOf(letters.slice(0, n).join('')) > ems) n--;
      lines.push(letters.slice(0, n).join(''));
      if (n >= letters.length) break;
      lines.push(letters.slice(n).join(''));
    }
  }
  return lines.map((line) => line.trim());
}
