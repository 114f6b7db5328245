const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

/** A string without what is no part of an address: markup, entities, `#TAB#`, e-mail addresses, links, spaces around. */
export function cleanAddress(text: string): string {
  let clean = text;
  if (/[&<#@]|:\/\/|\\/u.test(clean))
    clean = clean
      .replace(/&(?:amp;)?(amp|nbsp|quot|apos|lt|gt);/giu, (_, name: string) => ENTITIES[name.toLowerCase()])
      .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (_, hex?: string, ten?: string) => character(hex, ten))
      .replace(/<\/?[a-z][^<>]{0,100}>/giu, ' ')
      .replace(/#(?:TAB|BR|N|CR|LF)#|\\[nrt]/gu, ' , ')
      .replace(/https?:\/\/[^\s,;]{1,300}/gu, ' ');
  if (clean.includes('@')) clean = clean.replace(/[^\s,;()<>@]{1,100}@[^\s,;()<>@]{1,100}/gu, ' ');
  return clean.trim();
}

function character(hex: string | undefined, ten: string | undefined): string {
  const code = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
