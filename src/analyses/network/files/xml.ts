/**
 * Text and attributes of XML 1.0. What the standard lets no document hold (control characters, lone surrogates, U+FFFE,
 * U+FFFF) becomes U+FFFD, the sign of a character that was lost; whatever else a name holds comes back as it was.
 */

const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers make spaces of these in attributes, and line feeds of carriage returns everywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text for the inside of an element or of an attribute in double quotes. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character]);
}

export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element on lines of its own: nothing inside, a text, or others. Attributes that are null are left out. */
export function element(
  name: string,
  attributes: Attributes,
  inside: string | readonly string[] = [],
): string {
  const given = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escaped(String(value))}"`]))
    .join('');
  if (typeof inside === 'string') return `<${name}${given}>${escaped(inside)}</${name}>`;
  if (inside.length === 0) return `<${name}${given}/>`;
  const lines = inside.map((one) => one.replace(/^/gm, '  ')).join('\n');
  return `<${name}${given}>\n${lines}\n</${name}>`;
}

/** A whole document. */
export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
