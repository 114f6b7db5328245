/** How a city was read. */
export type How = 'city' | 'alias' | 'district' | 'state' | 'postcode' | 'institution' | 'largest';

/** Why no city was read. */
export type NoCity = 'empty' | 'too-long' | 'no-city' | 'unknown' | 'ambiguous' | 'in-name' | 'several';

export type AddressReading =
  | { readonly place: string; readonly name: string; readonly how: How; readonly reason: null }
  | { readonly place: null; readonly name: null; readonly how: null; readonly reason: NoCity };

export function none(reason: NoCity): AddressReading {
  return { place: null, name: null, how: null, reason };
}
