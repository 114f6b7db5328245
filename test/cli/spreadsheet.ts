import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

type Value = string | number | boolean | null;

/** The sheets of an xlsx file, by name, as rows of plain values: a reader of its own, sharing nothing with the writer. */
export function readSpreadsheet(file: string): Map<string, Value[][]> {
  const files = unzip(readFileSync(file));
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item]) => textOf(item),
  );
  const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) =>
    unescape(name),
  );
  return new Map(
    names.map((name, i) => [name, rowsOf(files.get(`xl/worksheets/sheet${i + 1}.xml`)!, shared)]),
  );
}

function rowsOf(sheet: string, shared: readonly string[]): Value[][] {
  return [...sheet.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: Value[] = [];
    for (const [, attributes, inside = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = /\br="([A-Z]+)/.exec(attributes)![1];
      const at = Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < at) cells.push(null);
      cells[at] = valueOf(/\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n', inside, shared);
    }
    return cells;
  });
}

function valueOf(type: string, inside: string, shared: readonly string[]): Value {
  const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
  if (type === 'inlineStr') return textOf(inside);
  if (value === undefined) return null;
  if (type === 's') return shared[Number(value)];
  if (type === 'b') return value === '1';
  return type === 'n' ? Number(value) : unescape(value);
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*?>(.*?)<\/t>/gs)].map(([, text]) => unescape(text)).join('');
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? named[name] : String.fromCodePoint(Number(code)),
  );
}

/** Files of a zip archive as texts, by its central directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    files.set(
      bytes.toString('utf8', at + 46, at + 46 + name),
      (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The XML of a sheet, counted from 1. */
export function sheetXml(file: string, sheet: number): string {
  return unzip(readFileSync(file)).get(`xl/worksheets/sheet${sheet}.xml`)!;
}
