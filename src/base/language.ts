/** The languages of all that a person reads. */
export type Language = 'en' | 'zh';

/** A title or text in both. */
export type Bilingual = Readonly<Record<Language, string>>;
