/** What an argument, or a part of one, may be: `list` is an array or a typed array. */
export type Kind = 'list' | 'iterable' | 'record' | 'number' | 'text' | 'function';

const WORDS: Readonly<Record<Kind, string>> = {
  list: 'an array or a typed array',
  iterable: 'an array or a set',
  record: 'an object',
  number: 'a number',
  text: 'a text',
  function: 'a function',
};

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'number' || kind === 'function') return typeof value === kind;
  if (kind === 'text') return typeof value === 'string';
  if (typeof value !== 'object' || value === null) return false;
  if (kind === 'iterable') return Symbol.iterator in value;
  const list = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  return kind === 'list' ? list : !list;
}

/** @throws TypeError that names an argument that is missing or of another kind, as may come from where types are not checked */
export function checkKind(name: string, value: unknown, kind: Kind): void {
  if (isKind(value, kind)) return;
  const got = value === undefined ? 'is missing' : `is ${told(value)}`;
  throw new TypeError(`${name} ${got}. Give ${WORDS[kind]} as ${name}.`);
}

/** `checkKind` of an object and of its parts; those that end with ? may be left out. */
export function checkParts(name: string, value: unknown, parts: Readonly<Record<string, Kind>>): void {
  checkKind(name, value, 'record');
  const whole = value as Readonly<Record<string, unknown>>;
  for (const key in parts) {
    const part = key.endsWith('?') ? key.slice(0, -1) : key;
    const own = whole[part];
    if (own === undefined && part !== key) continue;
    if (!isKind(own, parts[key])) checkKind(`${name}.${part}`, own, parts[key]);
  }
}

/** `checkParts` of a matrix. */
export function checkMatrix(name: string, value: unknown): void {
  checkParts(name, value, { rows: 'list', columns: 'list', values: 'list' });
}

/** `checkParts` of a network. */
export function checkNetwork(name: string, value: unknown): void {
  checkParts(name, value, { nodes: 'list', offsets: 'list', targets: 'list', weights: 'list' });
}

function told(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return `the string ${value.slice(0, 40)}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
