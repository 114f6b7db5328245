import { countryNumber } from './dictionary.ts';

export const CHINA = countryNumber('CN');
export const UNITED_STATES = countryNumber('US');

/** Countries that are a city: its place id and name. */
export const CITY_STATES: ReadonlyMap<number, { readonly place: string; readonly name: string }> = new Map([
  [countryNumber('HK'), { place: 'cn:8100', name: 'Hong Kong' }],
  [countryNumber('MO'), { place: 'cn:8200', name: 'Macao' }],
  [countryNumber('SG'), { place: 'gn:1880252', name: 'Singapore' }],
]);

/** Countries with those that lie where their name stands, by ISO codes: "Hong Kong, China", "San Juan, USA". */
const WITHIN: Readonly<Record<string, string>> = {
  CN: 'HK MO TW',
  US: 'PR GU VI AS MP',
  FR: 'RE GP MQ GF NC PF YT',
  GB: 'JE GG IM GI',
  NL: 'CW AW SX',
  TR: 'CY',
  DK: 'GL FO',
};

const OUTER = new Map(
  Object.entries(WITHIN).flatMap(([outer, codes]) =>
    codes.split(' ').map((code) => [countryNumber(code), countryNumber(outer)] as const),
  ),
);

/** Whether country `inner` lies where the name of `outer` stands. */
export function isWithin(inner: number, outer: number): boolean {
  return OUTER.get(inner) === outer;
}
