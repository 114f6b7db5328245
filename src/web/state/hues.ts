const slots = new Map<string, number>();

/**
 * Which hue each of these places has. A place keeps the one it has for as long as it is among those in view; one that
 * comes takes the first that is free.
 */
export function slotsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  for (const id of [...slots.keys()]) if (!ids.includes(id)) slots.delete(id);
  for (const id of ids) {
    if (slots.has(id)) continue;
    const taken = new Set(slots.values());
    let free = 0;
    while (taken.has(free)) free += 1;
    slots.set(id, free);
  }
  return new Map(slots);
}
