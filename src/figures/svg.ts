const SVG = 'http://www.w3.org/2000/svg';

/**
 * What no file of XML may hold, what moves a terminal's cursor, and what turns the order of letters around: C0 and C1
 * controls, halves of pairs, noncharacters, and the marks of direction that embed and override.
 */
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as a drawing may have it. */
export const drawable = (text: string): string => text.replace(UNFIT, '');

/** Makes elements of SVG in a document: name, attributes, text. */
export function element(
  document: Document,
): (name: string, attributes?: Readonly<Record<string, string | number>>, text?: string) => SVGElement {
  return (name, attributes = {}, text) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, drawable(String(value)));
    if (text !== undefined) made.textContent = drawable(text);
    return made;
  };
}

/** Takes out of a drawing by another hand what `drawable` takes out. */
export function cleaned<Drawing extends Element>(drawing: Drawing): Drawing {
  for (const node of [drawing, ...drawing.querySelectorAll('*')]) {
    for (const child of node.childNodes)
      if (child.nodeType === TEXT && child.nodeValue !== null) {
        const clean = drawable(child.nodeValue);
        if (clean !== child.nodeValue) child.nodeValue = clean;
      }
    for (const { name, value } of [...node.attributes])
      if (drawable(value) !== value) node.setAttribute(name, drawable(value));
  }
  return drawing;
}

const TEXT = 3;
