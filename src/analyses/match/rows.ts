import { greatest } from '../../measures/extremes.ts';
import type { Observatory } from '../../observatory/index.ts';
import {
  type Asker,
  describeWorks,
  type Directory,
  type Expertise,
  hostsOf,
  howSureText,
  type Institution,
  jointWithCities,
  jointWithInstitutions,
  type MatchedInstitution,
  type MatchedResource,
  type ParsedNeed,
  type Party,
  type ProvenWork,
  uniqueNames,
} from '../../resources/index.ts';
import { listedPlaces } from '../places/distinct-names.ts';
import type { MatchRow } from './question.ts';
import { foundText } from './wording.ts';

/** How many works stand as proof of an institution. */
const PROOFS = 3;

export interface RowContext {
  readonly need: ParsedNeed;
  readonly observatory: Observatory | null;
  readonly directory: Directory;
  readonly expertise: Expertise | null;
  readonly institutions: readonly Institution[];
  readonly asker: Asker;
  /** Whose joint works are counted; null where nobody is named. */
  readonly party: Party | null;
}

/** Rows of an answer, with the works that prove it and those that the one that asks has had a part in. */
export async function matchRows(
  matches: readonly (MatchedResource | MatchedInstitution)[],
  context: RowContext,
): Promise<MatchRow[]> {
  const { need, observatory, directory, expertise } = context;
  const proving = matches.flatMap((one) =>
    'institution' in one ? one.proofs.slice(0, PROOFS).map(({ work }) => expertise!.corpus.works[work]) : [],
  );
  const works =
    observatory === null ? new Map<number, ProvenWork>() : await describeWorks(observatory, proving);
  const jointOf = await jointWorksOf(matches, context);
  const cityOf = (one: MatchedResource | MatchedInstitution): string | null =>
    'resource' in one ? one.resource.place : one.institution.city;
  const places = listedPlaces(
    matches.flatMap((one) => cityOf(one) ?? []),
    directory.facts,
  );
  return matches.map((one, at): MatchRow => {
    const { explanation, score, km } = one;
    const shared = {
      rank: at + 1,
      score,
      coverage: explanation.coverage,
      missing: explanation.missing,
      lacks: explanation.head ? [] : headTerms(need),
      km,
      joint: jointOf(one),
      place: places.get(cityOf(one) ?? '') ?? null,
    };
    const found = {
      notions: explanation.found.map(({ label }) => label),
      found: explanation.found.map((notion) => foundText(notion)),
      foundZh: explanation.found.map((notion) => foundText(notion, 'zh')),
    };
    if ('resource' in one) {
      const { resource } = one;
      const { id, nameEn, nameZh, kind, host, fields, status, url, contact, source, sourceStatus } = resource;
      return {
        ...shared,
        resource: {
          id,
          name: nameEn,
          nameZh,
          kind,
          kindZh: directory.kinds.get(kind)?.nameZh ?? null,
          host,
          fields,
          status,
          url,
          contact,
          source,
          sourceStatus,
        },
        institution: null,
        why: { ...found, topics: [], keywords: [], works: [] },
        sure: howSureText(resource),
        sureZh: howSureText(resource, 'zh'),
      };
    }
    const { id, name, types } = one.institution;
    const proofs = one.proofs.slice(0, PROOFS).flatMap(({ work }) => {
      const proof = works.get(expertise!.corpus.works[work]);
      return proof === undefined
        ? []
        : [{ id: `W${proof.work}`, title: proof.title, doi: proof.doi, year: proof.year }];
    });
    return {
      ...shared,
      resource: null,
      institution: { id, name, types },
      why: { ...found, topics: one.topics, keywords: one.keywords, works: proofs },
      sure:
        proofs.length === 0
          ? 'by its name alone: no work here shows it'
          : `${one.proofs.length} ${one.proofs.length === 1 ? 'work' : 'works'} of this observatory`,
      sureZh: proofs.length === 0 ? '仅凭名称：此处没有论文可证' : `本观测库中的${one.proofs.length}篇论文`,
    };
  });
}

/** What a need is about, by the labels of its notions. */
export function headTerms({ notions }: ParsedNeed): string[] {
  return notions.filter(({ head }) => head).map(({ label }) => label);
}

/** What the one that asks has published with each: with the institution itself, with a resource's host, else its city. */
async function jointWorksOf(
  matches: readonly (MatchedResource | MatchedInstitution)[],
  { observatory, party, institutions }: RowContext,
): Promise<(one: MatchedResource | MatchedInstitution) => MatchRow['joint']> {
  if (observatory === null || party === null) return () => null;
  const byName = uniqueNames(institutions);
  const hosts = new Map(
    matches.flatMap((one) =>
      'resource' in one
        ? [
            [
              one.resource.id,
              hostsOf([one.resource.nameEn, one.resource.host ?? ''].join(';'), byName),
            ] as const,
          ]
        : [],
    ),
  );
  const wanted = matches.flatMap((one) =>
    'institution' in one ? [one.institution.id] : hosts.get(one.resource.id)!.map(({ id }) => id),
  );
  const withInstitutions = await jointWithInstitutions(observatory, party, [...new Set(wanted)]);
  const cities = matches.flatMap((one) => ('resource' in one ? (one.resource.place ?? []) : []));
  const withCities = await jointWithCities(observatory, party, [...new Set(cities)]);
  const own = 'cities' in party ? party.cities : [];
  return (one) => {
    if ('institution' in one) {
      if ('institution' in party && one.institution.id === party.institution) return null;
      if (one.institution.city !== null && own.includes(one.institution.city)) return null;
      return { works: withInstitutions.get(one.institution.id) ?? 0, with: 'institution' };
    }
    const { id, place } = one.resource;
    if (place !== null && own.includes(place)) return null;
    const known = hosts.get(id)!;
    if (known.length > 0)
      return {
        works: greatest(known.map((host) => withInstitutions.get(host.id) ?? 0)),
        with: 'host',
      };
    return place === null ? null : { works: withCities.get(place) ?? 0, with: 'city' };
  };
}
