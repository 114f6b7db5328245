import type { Value } from './value.ts';

/**
 * Whether a text is what a claim says it is: the same but for case, width and spaces; of a list, whether the claim names
 * all of it and nothing else, in any order, by id or by name in English or Chinese.
 */
export function isText({ value, items }: Value, said: string): boolean {
  if (items === null) return plain(String(value)) === plain(said);
  const parts = said
    .split(/[,，、;；]|\band\b|和/u)
    .flatMap((part) => (plain(part) === '' ? [] : [plain(part)]));
  const named = parts.map((part) =>
    items.findIndex(({ id, name, nameZh }) => [id, name, nameZh ?? id].some((one) => plain(one) === part)),
  );
  return !named.includes(-1) && new Set(named).size === items.length;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
