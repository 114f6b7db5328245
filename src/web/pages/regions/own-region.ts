/** A region of the reader's own: a name and its cities. */
export interface OwnRegion {
  readonly name: string;
  readonly cities: readonly string[];
}

/** What the address has of it: `Name=cn:3100,cn:3205`. */
export const textOf = ({ name, cities }: OwnRegion): string => `${name}=${cities.join(',')}`;

/** A region from the address; null where it is none. */
export function regionOf(text: string | undefined): OwnRegion | null {
  const [, name, cities] = /^([^=]+)=(.+)$/s.exec(text ?? '') ?? [];
  const ids = (cities as string | undefined)?.split(',').filter((id) => id !== '') ?? [];
  return ids.length === 0 ? null : { name: name.trim(), cities: [...new Set(ids)] };
}

/** How answers name it. */
export const idOf = ({ name }: OwnRegion): string => `adhoc:${name}`;

/** A name without what would end it in an address. */
export const cleanName = (text: string): string => text.replaceAll('=', ' ').replace(/\s+/g, ' ');
