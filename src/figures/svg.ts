const SVG = 'http://www.w3.org/2000/svg';

/** Makes elements of SVG in a document: name, attributes, text. */
export function element(
  document: Document,
): (name: string, attributes?: Readonly<Record<string, string | number>>, text?: string) => SVGElement {
  return (name, attributes = {}, text) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };
}
