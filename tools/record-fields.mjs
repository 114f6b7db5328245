// The tables of fields for the scanners in WebAssembly, in AssemblyScript, from src/records/spec.ts and work-rows.ts:
// `npm run build` writes them, and a test holds what is committed to them.
const NOTE =
  '// Written by tools/record-fields.mjs from src/records/spec.ts and work-rows.ts: change those, and build.\n';

/** The files below src/records/wasm/generated, by name. `spec` and `rows` are the modules. */
export function recordFields(spec, rows) {
  const fields = spec.SCALARS.map((column) => ({ column, ...spec.FIELDS[column] }));
  const several = fields.find((field) => field.paths.length > 1 && (!isText(field) || isPlain(field)));
  if (several !== undefined)
    throw new Error(
      `${several.column}: read what stands at several places by hand, as the title in wasm/work.ts`,
    );
  return {
    'layout.ts': layout(rows),
    'json.ts': json(spec, rows, fields),
    'parquet.ts': parquet(spec, rows, fields),
  };
}

const upper = (path) => path.replaceAll('[]', '').replaceAll('.', '_').toUpperCase();
const lines = (items, line) => items.map(line).join('\n');
/** Fields of text that stand as they are; what is cut or renamed is written by hand. */
const isPlain = ({ type, longest, renamed }) =>
  type === 'date' || (type === 'text' && longest === undefined && renamed === undefined);
const isText = ({ type }) => type === 'text' || type === 'date';

function layout({ AREAS, PLACES, WORK_BYTES }) {
  const [, , ...texts] = AREAS;
  const places = ['source', 'topic', 'authorships', 'authors', 'texts'];
  return `${NOTE}
export const AREAS: i32 = ${AREAS.length};
/** Areas of texts. */
export const FIRST_TEXT: i32 = 2;
${lines(texts, (text, i) => `export const AREA_${upper(text)}: i32 = ${i + 2};`)}

export const WORK_BYTES: usize = ${WORK_BYTES};
/** Places in the row of a work. */
${lines(places, (place) => `export const AT_${upper(place)}: usize = ${PLACES[place]};`)}
`;
}

/** Numbers and flags into the row of a work at \`at\`, from variables of their names. */
function writing(fields, { PLACES }, { number, isTrue, flag }) {
  return fields.flatMap(({ column, type, absent }) => {
    const place = PLACES[column];
    if (type === 'integer') return [`  store<i32>(at, ${number(column)}, ${place});`];
    if (type === 'boolean')
      return [`  store<u8>(at, ${absent === null ? flag(column) : isTrue(column)}, ${place});`];
    return [];
  });
}

function json({ KEYS }, rows, fields) {
  const texts = fields.filter(isText);
  const numbers = fields.filter((field) => !isText(field));
  const plain = fields.filter(isPlain);
  const reading = ({ column, type, paths: [path] }) => {
    const value = isText({ type })
      ? `      return readText(${column}, p);`
      : `      p = ${type}(p);\n      ${column} = number;\n      return p;`;
    return `    case KEY_${upper(path)}:\n${value}`;
  };
  const row = writing(fields, rows, {
    number: (name) => `${name} == NULL ? NO_NUMBER : i32(${name})`,
    isTrue: (name) => `u8(${name} == 1)`,
    flag: (name) => `${name} == NULL ? u8(NOT_TOLD) : u8(${name})`,
  });
  return `${NOTE}import { LOST } from '../json';
import { namesTable } from '../names';
import { NO_NUMBER, NOT_TOLD } from '../rows';
import { NULL, readText, writeText } from '../scalars';
import { reserveText } from '../text';
import { boolean, integer, number } from '../values';
import { ${plain.map(({ column }) => `AREA_${upper(column)}`).join(', ')} } from './layout';

/** Keys of a work that are read; the place of each is the bit that marks it as seen. */
${lines(KEYS, (key, i) => `export const KEY_${upper(key)}: i32 = ${i};`)}
export const WORK = namesTable([${KEYS.map((key) => `'${key}'`).join(', ')}]);

${lines(numbers, ({ column }) => `let ${column}: u64 = NULL;`)}
${lines(texts, (field) => `${isPlain(field) ? '' : 'export '}const ${field.column} = reserveText();`)}

/** A work begins. */
export function beginScalars(): void {
${lines(numbers, ({ column }) => `  ${column} = NULL;`)}
${lines(texts, ({ column }) => `  ${column}.from = 0;`)}
}

/** The value at \`p\` of a field that one key tells; lost for others. */
export function readScalar(key: i32, p: usize): usize {
  switch (key) {
${lines(fields, reading)}
    default:
      return LOST;
  }
}

/** Numbers and flags of the work read last, into its row. */
export function writeScalars(at: usize): void {
${row.join('\n')}
}

/** Texts of the work read last that stand as they are; gives their bits. */
export function writeTexts(): u32 {
  return ${plain.map(({ column }) => `writeText(AREA_${upper(column)}, ${column})`).join(' | ')};
}
`;
}

function parquet({ leavesOf, PLACES_READ }, rows, fields) {
  let slot = 0;
  const slots = PLACES_READ.flatMap(([path, , shape]) => {
    const leaves = leavesOf(path, shape);
    const first = slot;
    slot += leaves.length;
    if (leaves.length === 1) return [[path, first]];
    // Of several objects in one, each.
    const groups = path.startsWith('authorships')
      ? new Map(leaves.map(([name], i) => [/^authorships\[\]\.(\w+)/.exec(name)[1], i]).reverse())
      : new Map([[path, 0]]);
    return [...groups].reverse().map(([name, i]) => [name, first + i]);
  });
  const leaf = ({ paths: [path] }) => `leafAt(LEAF_${upper(path)})`;
  const texts = fields.filter(isText);
  const numbers = fields.filter((field) => !isText(field));
  const plain = fields.filter(isPlain);
  const row = writing(fields, rows, {
    number: (name) => name,
    isTrue: (name) => `u8(${name} == 1)`,
    flag: (name) => `u8(${name})`,
  });
  const next = (field) =>
    `  ${field.column} = ${field.type === 'integer' ? 'whole' : field.type === 'boolean' ? 'told' : 'next'}(${leaf(field)});`;
  return `${NOTE}import { next } from '../parquet/leaf';
import { add, addDate, told, whole } from '../parquet/scalars';
import { leafAt } from '../parquet/slots';
import { NO_NUMBER, NOT_TOLD } from '../rows';
import { ${plain.map(({ column }) => `AREA_${upper(column)}`).join(', ')} } from './layout';

/** Which leaf of a file is which: the first of each object. */
${lines(slots, ([path, at]) => `export const LEAF_${upper(path)}: usize = ${at};`)}

${lines(numbers, ({ column, type }) => `let ${column}: ${type === 'integer' ? 'i32 = NO_NUMBER' : 'u32 = NOT_TOLD'};`)}
/** Whether the row has the text. */
${lines(texts, (field) => `${isPlain(field) ? '' : 'export '}let ${field.column}: bool = false;`)}

/** Goes on to the next row in every leaf that one field tells. */
export function nextScalars(): void {
${lines(fields, next)}
}

/** Numbers and flags of the row, into that of its work. */
export function writeScalars(at: usize): void {
${row.join('\n')}
}

/** Texts of the row that stand as they are; gives their bits. */
export function writeTexts(): u32 {
  let texts: u32 = 0;
${lines(plain, (field) => `  if (${field.column}) texts |= ${field.type === 'date' ? 'addDate' : 'add'}(AREA_${upper(field.column)}, ${leaf(field)});`)}
  return texts;
}
`;
}
