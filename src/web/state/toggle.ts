/** Ids with one more, or without it where it is among them, as the address has them; null for none. */
export function toggled(ids: readonly string[], id: string): string | null {
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  return next.length === 0 ? null : next.join(',');
}
