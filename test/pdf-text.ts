import { inflateSync } from 'node:zlib';

interface Font {
  /** Hexadecimal digits of a glyph. */
  readonly digits: number;
  readonly letters: ReadonlyMap<number, string>;
}

interface PdfObject {
  readonly head: string;
  readonly stream: string | null;
}

/**
 * The text of each page of a PDF as Chromium writes them: glyphs in the order in which they are drawn, through the table
 * of every font that says which letters they stand for. Not a reader of PDF in general.
 */
export function pagesOfPdf(bytes: Buffer): string[] {
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const resources = inlineOrOwn(head, 'Resources', objects);
    const listed = inlineOrOwn(resources, 'Font', objects);
    const fonts = new Map(
      [...listed.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [name, fontOf(id, objects)]),
    );
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1];
    return contents === undefined ? '' : textOf(objects.get(contents)?.stream ?? '', fonts);
  });
}

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\s/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const from = start.lastIndex;
    const end = text.indexOf('endobj', from);
    const at = text.indexOf('stream', from);
    const length = Number(/\/Length (\d+)/.exec(text.slice(from, at))?.[1] ?? NaN);
    if (at === -1 || at > end || Number.isNaN(length)) {
      objects.set(found[1], { head: text.slice(from, end), stream: null });
      start.lastIndex = end;
      continue;
    }
    const head = text.slice(from, at);
    const data = at + (text[at + 6] === '\r' ? 8 : 7);
    const raw = bytes.subarray(data, data + length);
    const stream = head.includes('/FlateDecode')
      ? inflateSync(raw).toString('latin1')
      : raw.toString('latin1');
    objects.set(found[1], { head, stream });
    start.lastIndex = data + length;
  }
  return objects;
}

/** A dictionary that stands inside another, or on its own. */
function inlineOrOwn(head: string, key: string, objects: Map<string, PdfObject>): string {
  const own = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
  if (own !== undefined) return objects.get(own)?.head ?? '';
  const at = head.indexOf(`/${key}`);
  return at === -1 ? '' : head.slice(at);
}

function fontOf(font: string, objects: Map<string, PdfObject>): Font {
  const head = objects.get(font)?.head ?? '';
  const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
  const text = table === undefined ? '' : (objects.get(table)?.stream ?? '');
  const letters = new Map<number, string>();
  for (const [, block] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, letter] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(parseInt(glyph, 16), utf16(letter));
  for (const [, block] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low, high, letter] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = parseInt(low, 16); glyph <= parseInt(high, 16); glyph++)
        letters.set(glyph, String.fromCodePoint(parseInt(letter, 16) + glyph - parseInt(low, 16)));
  return { digits: head.includes('/Type3') ? 2 : 4, letters };
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Where a span has its letters written beside it, those; else the glyphs'. */
function textOf(content: string, fonts: ReadonlyMap<string, Font>): string {
  const tokens =
    /\/ActualText <FEFF(?<actual>\w+)>|\bEMC\b|\/(?<name>\w+) [\d.]+ Tf|<(?<glyphs>[0-9A-Fa-f]+)>/g;
  let font: Font = { digits: 4, letters: new Map() };
  let [text, written] = ['', false];
  for (const { groups } of content.matchAll(tokens)) {
    // A group that a token lacks is undefined, whatever the type of groups says.
    const { actual, name, glyphs } = groups as Partial<Record<string, string>>;
    if (actual !== undefined) [text, written] = [text + utf16(actual), true];
    else if (name !== undefined) font = fonts.get(name) ?? font;
    else if (glyphs === undefined) written = false;
    else if (!written)
      for (let at = 0; at < glyphs.length; at += font.digits)
        text += font.letters.get(parseInt(glyphs.slice(at, at + font.digits), 16)) ?? '';
  }
  return text;
}
