import { type Bilingual, inBoth, type Language } from '../base/index.ts';
import type { PlaceKind } from './place.ts';

const NAMES: Readonly<Record<PlaceKind, Bilingual>> = {
  city: { en: 'city', zh: '城市' },
  province: { en: 'province', zh: '省份' },
  nation: { en: 'nation', zh: '国家' },
  region: { en: 'region', zh: '区域' },
};

/** What a kind of place is called inside a sentence. */
export const kindName = (kind: PlaceKind, language: Language): string => NAMES[kind][language];

const OR = inBoth({ en: ' or ', zh: '或' });

/** Kinds to choose from: `city or province`, `城市或省份`. */
export const kindNames = (kinds: readonly PlaceKind[], language: Language): string =>
  kinds.map((kind) => kindName(kind, language)).join(OR[language]);
