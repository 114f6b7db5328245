/** City: where an institution counts. Province: of China. Nation: an ISO 3166-1 country or area. Region: a definition. */
export const PLACE_KINDS = ['city', 'province', 'nation', 'region'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Chinese name; null where none is known to us. */
  readonly nameZh: string | null;
  /** ISO 3166-1 alpha-2 as records give it: HK and MO for the special administrative regions. Null for a region. */
  readonly country: string | null;
  /** Place id of the Chinese province the place lies in; null elsewhere. */
  readonly province: string | null;
  /** Place id of the nation; Hong Kong and Macao belong to `iso:CN`. */
  readonly nation: string;
  /** GB/T 2260 code, four digits (six for province-administered counties, two for provinces); null outside China. */
  readonly adminCode: string | null;
  readonly geonamesId: number | null;
  /** Degrees; null where a place is no point (provinces, nations, regions) or its point is unknown. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A place id taken apart. `code` is what stands after the colon. */
export interface PlaceId {
  readonly kind: PlaceKind;
  readonly scheme: 'cn' | 'gn' | 'cn-p' | 'iso' | 'def';
  readonly code: string;
}

const FORMS: readonly (readonly [PlaceId['scheme'], PlaceKind, RegExp])[] = [
  ['cn', 'city', /^\d{4}(?:\d{2})?$/],
  ['gn', 'city', /^[1-9]\d{0,11}$/],
  ['cn-p', 'province', /^\d{2}$/],
  ['iso', 'nation', /^[A-Z]{2}$/],
  ['def', 'region', /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u],
];

/**
 * Takes a place id apart by its form alone: `cn:3205`, `cn:429004`, `gn:2643743`, `cn-p:32`, `iso:CN`, `def:yrd_41`.
 * Whether such a place exists is the gazetteer's to say. @returns null when the text is no place id.
 */
export function parsePlaceId(text: string): PlaceId | null {
  const colon = text.indexOf(':');
  const form = FORMS.find(([scheme]) => scheme === text.slice(0, Math.max(colon, 0)));
  if (form === undefined) return null;
  const [scheme, kind, code] = form;
  return code.test(text.slice(colon + 1)) ? { kind, scheme, code: text.slice(colon + 1) } : null;
}

/** The nation of an ISO country code: the special administrative regions belong to China. */
export function nationOf(country: string): string {
  return country === 'HK' || country === 'MO' ? 'iso:CN' : `iso:${country}`;
}

/** A nation as a place, named by the runtime's own CLDR tables. @returns null when the code is not assigned. */
export function nation(country: string): Place | null {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const name = ENGLISH.of(country);
  const nameZh = CHINESE.of(country);
  if (name === undefined || name === country) return null;
  return {
    id: `iso:${country}`,
    kind: 'nation',
    name,
    nameZh: nameZh ?? null,
    country,
    province: null,
    nation: `iso:${country}`,
    adminCode: null,
    geonamesId: null,
    latitude: null,
    longitude: null,
  };
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const CHINESE = new Intl.DisplayNames('zh', { type: 'region', fallback: 'none' });
