/** Text that is HTML already: nothing in it is escaped again. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | null | readonly (string | Html | null)[];

/** HTML that is well-formed XML too; whatever is put into it and is no HTML itself is escaped. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(String.raw({ raw: parts }, ...pieces.map(textOf)));
}

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  return typeof piece === 'object' ? piece.map(textOf).join('\n') : escaped(String(piece));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);

/** A text inside a style sheet, in quotes: nothing in it can end the text, the rule or the sheet. */
export const styleText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;
