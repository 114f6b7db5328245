import type { Language } from '../../base/index.ts';

/** A name in the language asked for; in English where there is no Chinese one. */
export function nameIn(
  { name, nameZh }: { readonly name: string; readonly nameZh: string | null },
  language: Language = 'en',
): string {
  return language === 'zh' ? (nameZh ?? name) : name;
}
