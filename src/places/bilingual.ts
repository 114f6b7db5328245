/** The languages in which results are told. */
export type Language = 'en' | 'zh';

/** A title or text in both. */
export type Bilingual = Readonly<Record<Language, string>>;
