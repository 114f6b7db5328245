import type { Language } from './language.ts';

/** What has a name, and a Chinese one where it is known. */
export interface Named {
  readonly name: string;
  readonly nameZh: string | null;
}

/** A name in the language that is read; in English where there is no Chinese one. */
export function nameIn({ name, nameZh }: Named, language: Language = 'en'): string {
  return language === 'zh' ? (nameZh ?? name) : name;
}

/** The order of names in the language that is read. */
export const byName = (a: Named, b: Named, language: Language): number =>
  nameIn(a, language).localeCompare(nameIn(b, language), language === 'zh' ? 'zh-CN' : 'en');
