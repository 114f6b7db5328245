import type { Gazetteer } from './gazetteer.ts';
import type { Place } from './place.ts';
import { chineseForms } from './placenames.ts';

/** A name as it is spelt: accents kept, case and punctuation aside. */
function spelling(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['`\u2018\u2019\u02bb\u02bc]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/**
 * Of places whose names are one once accents are folded (Macao, Mação), the only one that is spelt as the text is; null
 * where none or several are. Many leave accents out: a text without any means a place without only where no place with
 * them has more inhabitants (`Bogota` fits Bogotá, and a borough of New Jersey, and is not decided).
 */
export function speltSo(
  text: string,
  candidates: readonly Place[],
  gazetteer: Gazetteer,
  inhabitants: (id: string) => number,
): Place | null {
  const wanted = spelling(text);
  const [one, ...more] = candidates.filter((place) => namesOf(place, gazetteer).has(wanted));
  if ((one as Place | undefined) === undefined || more.length > 0) return null;
  const plain = !/[^\p{ASCII}]/u.test(wanted);
  return plain && candidates.some(({ id }) => inhabitants(id) > inhabitants(one.id)) ? null : one;
}

/** Every name that a place of the gazetteer goes by, as it is spelt. */
function namesOf({ id, name, nameZh }: Place, gazetteer: Gazetteer): Set<string> {
  const [scheme, code] = id.split(':');
  const number = scheme === 'gn' ? Number(code) : gazetteer.tables.prefectures.get(code)?.geonamesId;
  const known = number === undefined || number === null ? null : gazetteer.geonames(number);
  return new Set(
    [
      name.replace(/ SAR$/, ''),
      ...(nameZh === null ? [] : chineseForms(nameZh)),
      ...(known === null ? [] : [known.name, known.alternative ?? known.name]),
    ].map(spelling),
  );
}
