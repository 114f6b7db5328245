/** A link in the address: both ids, in the order that the network has them. */
export const linkKey = (a: string, b: string): string => `${a},${b}`;

export function endsOf(key: string | null): readonly [string, string] | null {
  const ids = (key ?? '').split(',').filter((id) => id !== '');
  return ids.length === 2 ? [ids[0], ids[1]] : null;
}
