import { type Definition, normaliseName, type PreparedInstitutions } from '../../src/places/index.ts';

/** What is known before a work is read, as plain maps: institutions, what ids and names mean, who stands above whom. */
export interface Known {
  readonly site: ReadonlyMap<
    string,
    { city: string | null; country: string | null; reason: string | null; umbrella: boolean }
  >;
  readonly byId: ReadonlyMap<string, string>;
  /** `CC name` → institution, null where the name is of several. */
  readonly byName: ReadonlyMap<string, string | null>;
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
  /** City → the provinces, nations and definitions it belongs to, by kind. */
  readonly membership: ReadonlyMap<string, readonly { kind: string; place: string }[]>;
  /** Pairs `a b` of places that share a city. */
  readonly overlaps: ReadonlySet<string>;
}

export function knownFrom(prepared: PreparedInstitutions, definitions: readonly Definition[]): Known {
  const above = new Map<string, Set<string>>();
  for (const { institution, ancestor } of prepared.ancestors) {
    above.set(institution, (above.get(institution) ?? new Set()).add(ancestor));
  }
  const membership = new Map<string, { kind: string; place: string }[]>();
  for (const { id, kind, province, nation } of prepared.places) {
    if (kind !== 'city') continue;
    const own = [{ kind: 'nation', place: nation }];
    if (province !== null) own.push({ kind: 'province', place: province });
    membership.set(id, own);
  }
  for (const { id, members } of definitions) {
    for (const { city } of members) membership.get(city)?.push({ kind: 'region', place: id });
  }
  const overlaps = new Set(
    [...membership.values()].flatMap((all) => all.flatMap((a) => all.map((b) => `${a.place} ${b.place}`))),
  );
  return {
    overlaps,
    site: new Map(prepared.institutions.map((one) => [one.id, one])),
    byId: new Map(prepared.ids.map(({ id, institution }) => [id, institution])),
    byName: new Map(
      prepared.names.map(({ country, key, institution }) => [`${country} ${key}`, institution]),
    ),
    above,
    membership,
  };
}

/** An institution as an authorship mentions it. */
export interface Mentioned {
  readonly id?: string | null;
  readonly ror?: string | null;
  readonly display_name?: string | null;
  readonly country_code?: string | null;
  readonly lineage?: readonly string[] | null;
}

export interface Read {
  readonly institution: string;
  readonly openalex: string | null;
  readonly country: string | null;
  readonly lineage: readonly string[] | null;
  readonly byName: boolean;
  readonly reason: string | null;
}

const last = (address: string | null | undefined): string | null => address?.split('/').at(-1) ?? null;

/** Which institution a mention is: by ROR, else by OpenAlex id, else by name within the country; never guessed. */
export function identify(mention: Mentioned, known: Known): Read {
  const ror = last(mention.ror);
  const openalex = last(mention.id);
  const country = mention.country_code ?? null;
  const lineage = mention.lineage?.map((id) => last(id)!) ?? null;
  const base = { openalex, country, lineage };
  if (ror !== null || openalex !== null) {
    const found = known.byId.get(ror ?? '') ?? known.byId.get(openalex ?? '') ?? null;
    return {
      ...base,
      institution: found ?? ror ?? openalex!,
      byName: false,
      reason: found === null ? 'unknown id' : null,
    };
  }
  const key = normaliseName(mention.display_name ?? '');
  const unresolved = (reason: string): Read => ({
    ...base,
    institution: `name:${country ?? ''}:${key || (mention.display_name ?? '')}`,
    byName: true,
    reason,
  });
  if (country === null) return unresolved('name without country');
  const found = known.byName.get(`${country} ${key}`);
  if (found === undefined) return unresolved('unknown name');
  if (found === null) return unresolved('ambiguous name');
  return { ...base, institution: found, byName: true, reason: null };
}
