import type { Facts } from '../../facts/index.ts';
import type { Run } from '../run.ts';
import { noValue, numberValue, textValue, type Value } from '../value.ts';
import { messages } from '../value-messages.ts';
import { words } from '../words.ts';
import type { ExpressionFunction } from './signature.ts';

const place = [{ name: 'place', role: 'place' }] as const;

/** Functions of what places are and what lies in them. */
export const places: Readonly<Record<string, ExpressionFunction>> = {
  /** city, province, nation, region; of a subject what its table says. */
  kind: { parameters: place, run: (given, { run }) => kind(given.word('place'), run) },
  /** Cities of a definition or a province. */
  cities: {
    parameters: place,
    run: (given, { run }) =>
      listed(given.word('place'), citiesOf(given.word('place'), run.facts), 'cities', run),
  },
  /** Provinces that the cities of a place lie in. */
  provinces: { parameters: place, run: (given, { run }) => provinces(given.word('place'), run) },
};

function kind(id: string, run: Run): Value {
  const { facts } = run;
  const found = facts.definitions.has(id)
    ? 'region'
    : (facts.subjects.get(id)?.kind ?? facts.gazetteer.place(id)?.kind ?? null);
  if (found === null) return noValue(messages.unknownKind({ place: run.names(id) }));
  return textValue(found, {
    trace: { kind: 'words', text: `${run.name(id)} (${id}): ${found}` },
    sources: sourcesOf(id, facts),
    evidence: ['official document'],
  });
}

function provinces(id: string, run: Run): Value {
  const { facts } = run;
  const cities = citiesOf(id, facts);
  const of = new Map<string, number>();
  for (const city of cities ?? []) {
    const province = facts.gazetteer.city(city)?.province ?? null;
    if (province === null) return noValue(messages.unknownProvince({ city: run.names(city) }));
    of.set(province, (of.get(province) ?? 0) + 1);
  }
  const parts = [...of].flatMap(([province, inside]) => {
    const all = facts.gazetteer.admin(province)?.length ?? inside;
    return inside < all ? [{ name: run.names(province), inside, all }] : [];
  });
  const found = listed(id, cities === null ? null : [...of.keys()], 'provinces', run);
  return parts.length === 0 || found.value === null
    ? found
    : { ...found, warnings: [messages.inPart({ parts })] };
}

/** Cities of a place by id; null where they are not known. */
function citiesOf(id: string, { definitions, gazetteer }: Facts): readonly string[] | null {
  const members = definitions.get(id)?.members;
  if (members !== undefined) return members.map(({ city }) => city);
  if (id === 'iso:CN') return gazetteer.chineseCities().map((city) => city.id);
  if (id.startsWith('cn-p:')) return gazetteer.admin(id);
  return gazetteer.city(id) === null ? null : [id];
}

function listed(id: string, ids: readonly string[] | null, what: 'cities' | 'provinces', run: Run): Value {
  const { facts } = run;
  if (ids === null) return noValue(messages.unlisted({ what, place: run.names(id) }), { unit: 'count' });
  const shown = ids.slice(0, 12).map((one) => run.name(one));
  return numberValue(ids.length, 'count', {
    items: ids.map((one) => ({ id: one, name: facts.name(one), nameZh: facts.name(one, 'zh') })),
    sources: sourcesOf(id, facts),
    evidence: ['official document'],
    trace: { kind: 'words', text: words[run.language].listed(run.name(id), ids.length, what, shown) },
  });
}

function sourcesOf(id: string, { definitions }: Facts): string[] {
  const definition = definitions.get(id);
  return [definition?.source ?? 'GB/T 2260 and GeoNames'];
}
