import { FONTS } from './palette.ts';

/**
 * Letters with how wide they are, in ems, regular and bold (600 and up), in the widest of the usual fonts (DejaVu Sans, a
 * relative of Verdana): what is drawn must not be cut in any of them.
 */
const LETTERS: readonly (readonly [string, number, number])[] = [
  ["'", 0.28, 0.31],
  ['ijlIJ', 0.3, 0.38],
  [' ,.·‘’', 0.33, 0.39],
  ['/|\\:;', 0.34, 0.41],
  ['-ft()[]!', 0.42, 0.49],
  ['r', 0.42, 0.5],
  ['"*_`–', 0.51, 0.53],
  ['sczL?“”', 0.57, 0.65],
  ['Fkvxy', 0.61, 0.69],
  ['PTYaeo', 0.62, 0.74],
  ['bdghnpquES${}0123456789', 0.65, 0.73],
  ['ABCKRVXZ', 0.7, 0.79],
  ['DGHNOQU&', 0.79, 0.88],
  ['w', 0.83, 0.93],
  ['+−<>=×÷±~^#≤≥←→', 0.84, 0.84],
  ['M', 0.87, 1],
  ['m%', 0.98, 1.05],
  ['W@—', 1, 1.11],
];
const WIDTHS = new Map(
  LETTERS.flatMap(([letters, regular, bold]) =>
    Array.from(letters).map((one) => [one, { regular, bold }] as const),
  ),
);
/** Of a letter of another alphabet; Chinese characters, and numbers in circles, take a whole em, pictographs more. */
const OTHER = { regular: 0.9, bold: 1 };
const [WHOLE_FROM, PICTOGRAPHS_FROM] = ['\u2460', '\u{1f000}'];
const [WHOLE, PICTOGRAPH] = [1, 1.3];
/** Marks that a Chinese font makes as wide as its characters. */
const WIDE_IN_CHINESE = /[“”‘’·…]/;
const HAN = /\p{Script=Han}/u;

/** How wide a text is, in ems; at most, where it is not measured. */
export type Ems = (text: string, bold?: boolean) => number;

/** About how wide a text is, in ems, in the widest of the usual fonts. */
export function emsOf(text: string, bold = false): number {
  const chinese = HAN.test(text);
  return Array.from(text).reduce(
    (sum, letter) => sum + (chinese && WIDE_IN_CHINESE.test(letter) ? WHOLE : widthOf(letter, bold)),
    0,
  );
}

function widthOf(letter: string, bold: boolean): number {
  const known = WIDTHS.get(letter);
  if (known !== undefined) return known[bold ? 'bold' : 'regular'];
  if (letter.codePointAt(0)! >= PICTOGRAPHS_FROM.codePointAt(0)!)
    return HAN.test(letter) ? WHOLE : PICTOGRAPH;
  if (letter >= WHOLE_FROM) return WHOLE;
  // Marks over letters take no room of their own.
  const plain = Array.from(letter.normalize('NFKD')).filter((one) => !/\p{Mark}/u.test(one));
  if (plain.join('') === letter) return OTHER[bold ? 'bold' : 'regular'];
  return plain.reduce((sum, one) => sum + widthOf(one, bold), 0);
}

const measured = new WeakMap<Document, Ems>();
/** Sizes at which a text is measured, in pixels: a small one, where a screen rounds letters to whole pixels, and a large. */
const SIZES = [12, 60];
/** Other sizes round otherwise. */
const SLACK = 1.02;

/**
 * How wide texts are in drawings of a document: measured in its fonts where it is that of a browser, and no less than in
 * the widest of the usual fonts, as the drawing may be saved and opened elsewhere.
 */
export function emsIn(document: Document): Ems {
  const known = measured.get(document);
  if (known !== undefined) return known;
  const context = contextOf(document);
  if (context === null) return emsOf;
  const families = [FONTS, document.defaultView!.getComputedStyle(document.body).fontFamily];
  const widest = (text: string, bold: boolean): number => {
    let most = 0;
    for (const family of families)
      for (const size of SIZES) {
        context.font = `${bold ? '600 ' : ''}${size}px ${family}`;
        most = Math.max(most, context.measureText(text).width / size);
      }
    return most * SLACK;
  };
  const cache = new Map<string, number>();
  const ems: Ems = (text, bold = false) => {
    const key = `${bold} ${text}`;
    const found = cache.get(key) ?? Math.max(emsOf(text, bold), widest(text, bold));
    if (cache.size >= CACHED) cache.clear();
    cache.set(key, found);
    return found;
  };
  measured.set(document, ems);
  return ems;
}

const CACHED = 5000;

/** Null where a document has no pixels, such as one that a program made. */
function contextOf(document: Document): CanvasRenderingContext2D | null {
  if (document.defaultView?.CanvasRenderingContext2D === undefined) return null;
  return document.createElement('canvas').getContext('2d');
}

/** What stays together on a line: a word, or a Chinese character, with the brackets and stops that belong to it. */
const CHINESE = '\\u2e80-\\uffef\\u{10000}-\\u{10ffff}';
const PARTS = new RegExp(
  `[（《「]*(?:[${CHINESE}]|[^\\s${CHINESE}-]+-?)[，。；：、）》」！？]*\\s*|-\\s*|\\s+`,
  'gu',
);

/** A text in lines of at most so many ems: broken at spaces, hyphens and between Chinese characters, a word where it must be. */
export function folded(text: string, most: number, ems: Ems = emsOf): string[] {
  const lines = [''];
  for (const part of text.match(PARTS) ?? []) {
    const line = lines.at(-1)!;
    if (line === '' || ems((line + part).trimEnd()) <= most) lines[lines.length - 1] = line + part;
    else lines.push(part);
    while (ems(lines.at(-1)!.trimEnd()) > most) {
      const letters = Array.from(lines.pop()!);
      let n = letters.length;
      while (n > 1 && ems(letters.slice(0, n).join('')) > most) n--;
      lines.push(letters.slice(0, n).join(''));
      if (n >= letters.length) break;
      lines.push(letters.slice(n).join(''));
    }
  }
  return lines.map((line) => line.trim());
}
