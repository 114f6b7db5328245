import { InputError } from '../base/index.ts';
import { normaliseName, parsePlaceId, type Refusal } from '../places/index.ts';
import type { Facts } from './facts.ts';
import { requirePlace } from './figure.ts';
import { messages } from './messages.ts';

/**
 * The id of what a person means by an id or a name: a definition with or without `def:` or by its name, a subject, else
 * what the gazetteer knows by exactly that name (law 6).
 * @throws InputError where it is none, or more than one
 */
export function placeOf(written: string, facts: Facts): string {
  const text = written.trim();
  if (parsePlaceId(text) !== null || /^(?:x|adhoc):/.test(text)) {
    requirePlace(facts, text);
    return text;
  }
  if (facts.definitions.has(`def:${text}`)) return `def:${text}`;
  const name = normaliseName(text);
  const regions = [...facts.definitions.values(), ...facts.subjects.values()].filter((one) =>
    [one.name, one.nameZh].some((other) => other !== null && normaliseName(other) === name),
  );
  const resolution = facts.gazetteer.resolve(text, { kinds: ['city', 'province', 'nation'] });
  const ids = [
    ...regions.map(({ id }) => id),
    ...(resolution.place !== null
      ? [resolution.place.id]
      : regions.length > 0 && resolution.reason === 'ambiguous'
        ? resolution.candidates.map(({ id }) => id)
        : []),
  ];
  if (ids.length === 1) return ids[0];
  if (ids.length > 1) throw new InputError(messages.severalPlaces({ text, ids }));
  throw new InputError((resolution as Refusal).problem);
}
