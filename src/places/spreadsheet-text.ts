/** What spreadsheet programs take for a formula, also in full width, and what stands before one unseen; a sign alone is none. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]\s*\S|[\t\r\n]\s*\S)/u;
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*%?\s*$/;
/** The same behind a separator, where a line is no cell of its own: a program may split it there. */
const FORMULA_INSIDE = /([,;\t]\s*)(?=[=+\-@＝＋－＠])(?![+-]?\.?\d)/gu;

/**
 * A text as a cell of CSV that a spreadsheet program shows and does not work out: with an apostrophe before it where it
 * would be taken for a formula, `=HYPERLINK(…)` for `'=HYPERLINK(…)`. Numbers stay as they are, negative ones too.
 * Nothing is lost: `plainText` gives back exactly the text, whatever it is.
 */
export function spreadsheetText(text: string): string {
  return needsApostrophe(text) ? `'${text}` : text;
}

/** The text of a cell that `spreadsheetText` wrote, or that a person wrote in that way. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && needsApostrophe(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A line of comment in the same file: programs split it at separators as they do rows. */
export function spreadsheetComment(line: string): string {
  return line.replace(FORMULA_INSIDE, "$1'");
}

/** With its own apostrophes, of which one more says that they are its own. */
function needsApostrophe(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) && (bare !== text || !NUMBER.test(text));
}
