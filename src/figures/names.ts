import type { Language } from './figure.ts';

/** A place as results name it: its Chinese name where there is one and Chinese is read. */
export function nameOf(
  place: { readonly name: string; readonly nameZh: string | null },
  language: Language,
): string {
  return language === 'zh' ? (place.nameZh ?? place.name) : place.name;
}
