import { Gazetteer } from './gazetteer.ts';
import { type InstitutionFile, readInstitutions } from './institutions/read.ts';
import type { InstitutionRecord } from './institutions/record.ts';
import type { Place } from './place.ts';
import { type Correction, readCorrections } from './preparing/corrections.ts';
import { hierarchyOf, umbrellas } from './preparing/hierarchy.ts';
import { type Merging, mergeRecords } from './preparing/merge.ts';
import { byCountryAndKey, type NameRow, nameTable } from './preparing/names.ts';
import { placeRows } from './preparing/places.ts';
import { type PlacementReport, placeReport } from './preparing/report.ts';
import { correctSite, type Site, siteOf } from './preparing/site.ts';
import { normaliseName } from './normalise.ts';

export interface PreparedInstitution extends Omit<Site, 'km' | 'cityName'> {
  /** Ids of its direct parents; one that no record has is kept under the id it was given. */
  readonly parents: readonly string[];
  /** Whether it has children, direct or not, in at least two cities other than its own. */
  readonly umbrella: boolean;
}

/** What corrections changed. `from` is null where the institution had no city, or was not known. */
export interface Corrected {
  readonly institution: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
  readonly source: string;
}

/** How the reading went: for the manifest and `coverage`. */
export interface PreparationReport extends PlacementReport {
  readonly files: readonly InstitutionFile[];
  /** Records read, repeated ones too. */
  readonly records: number;
  /** Records left out because a newer one has the same id. */
  readonly repeated: number;
  /** Institutions. */
  readonly active: number;
  /** Withdrawn records; of them followed to a successor; and those that stand for themselves, by why. */
  readonly withdrawn: number;
  readonly followed: number;
  readonly withoutSuccessor: number;
  readonly missingSuccessor: number;
  readonly severalSuccessors: number;
  readonly cycles: number;
  /** Institutions with more others above them than are followed: a chain or a ring of parents. */
  readonly underTooMany: number;
  /** Records of institutions that are made up, by what they say made them. */
  readonly synthetic: Readonly<Record<string, number>>;
}

export interface PreparedInstitutions {
  /** Sorted by id. A withdrawn record is not among them when its successor is. */
  readonly institutions: readonly PreparedInstitution[];
  /** Every ROR id (9 characters) and OpenAlex id (`I…`) known → its institution. Sorted by id. */
  readonly ids: readonly { readonly id: string; readonly institution: string }[];
  /** Every name within a country → the institution it means, null where it means several. Sorted by country, key. */
  readonly names: readonly NameRow[];
  /** Everything above each institution, itself left out. */
  readonly ancestors: readonly { readonly institution: string; readonly ancestor: string }[];
  readonly corrected: readonly Corrected[];
  /** The cities that institutions are in, sorted. */
  readonly cities: readonly string[];
  /** Those cities, all Chinese prefectures and provinces, and the nations met. */
  readonly places: readonly Place[];
  readonly report: PreparationReport;
}

/**
 * Reads institutions of all the given files and folders, unites them, and says where each counts.
 *
 * @param input.paths ROR dumps, OpenAlex institutions, CSV tables: files or folders, in any mixture.
 * @param input.corrections a corrections table, see {@link readCorrections}; it overrides everything else.
 * @throws InputError as {@link readInstitutions} and {@link readCorrections} do.
 */
export async function prepareInstitutions(
  input: { readonly paths: readonly string[]; readonly corrections?: string | undefined },
  gazetteerOpened?: Gazetteer,
): Promise<PreparedInstitutions> {
  const [gazetteer, { records, files }] = await Promise.all([
    gazetteerOpened ?? Gazetteer.open(),
    readInstitutions(input.paths),
  ]);
  const merging = mergeRecords(records);
  const hierarchy = hierarchyOf(merging);
  const sites = new Map<string, Site>();
  for (const [id, merged] of merging.institutions) sites.set(id, siteOf(merged, gazetteer));
  const ids = new Map(merging.ids);
  const context = { gazetteer, ids, cities: citiesOf(sites) };
  const corrections =
    input.corrections === undefined ? [] : await readCorrections(input.corrections, context);
  const corrected = corrections.map((correction) => correct(correction, sites, ids, gazetteer));
  const cityOf = (id: string): string | null => sites.get(id)?.city ?? null;
  const umbrella = umbrellas(merging.institutions.values(), hierarchy, cityOf);
  const cities = citiesOf(sites);
  return {
    institutions: [...sites.keys()].sort().map((id) => ({
      ...publicSite(sites.get(id)!),
      parents: hierarchy.parents.get(id) ?? [],
      umbrella: umbrella.has(id),
    })),
    ids: [...ids.keys()].sort().map((id) => ({ id, institution: ids.get(id)! })),
    names: overrideNames(nameTable(merging.institutions.values()), corrections),
    ancestors: [...hierarchy.ancestors].flatMap(([institution, above]) =>
      above.map((ancestor) => ({ institution, ancestor })),
    ),
    corrected,
    cities: [...cities].sort(),
    places: placeRows(gazetteer, sites.values()),
    report: {
      files,
      records: records.length,
      synthetic: madeUp(records),
      underTooMany: hierarchy.cut,
      ...withdrawals(merging),
      active: sites.size,
      ...placeReport(sites.values(), gazetteer),
    },
  };
}

function citiesOf(sites: ReadonlyMap<string, Site>): Set<string> {
  return new Set([...sites.values()].flatMap(({ city }) => city ?? []));
}

/** What of a site is published as it is. */
function publicSite(site: Site): Omit<PreparedInstitution, 'parents' | 'umbrella'> {
  const { id, ror, openalex, name, types, country, city, latitude, longitude, locatedBy, reason, locations } =
    site;
  return { id, ror, openalex, name, types, country, city, latitude, longitude, locatedBy, reason, locations };
}

/** Applies one correction, making the institution where no record has it. */
function correct(
  correction: Correction,
  sites: Map<string, Site>,
  ids: Map<string, string>,
  gazetteer: Gazetteer,
): Corrected {
  const { institution, city, reason, source } = correction;
  const before = sites.get(institution);
  sites.set(institution, correctSite(correction, before, gazetteer));
  if (before === undefined && !correction.byName) ids.set(institution, institution);
  return { institution, from: before?.city ?? null, to: city, reason, source };
}

/** A corrected raw name means what the correction says, whatever it meant. */
function overrideNames(names: readonly NameRow[], corrections: readonly Correction[]): NameRow[] {
  const own = corrections
    .filter(({ byName }) => byName)
    .map(({ institution, name, country }) => ({
      key: normaliseName(name!),
      country: country!,
      institution,
      candidates: 1,
      via: 'name' as const,
    }));
  const taken = new Set(own.map(({ country, key }) => `${country} ${key}`));
  return [...names.filter(({ country, key }) => !taken.has(`${country} ${key}`)), ...own].sort(
    byCountryAndKey,
  );
}

function madeUp(records: readonly InstitutionRecord[]): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const { synthetic } of records) if (synthetic !== null) marks[synthetic] = (marks[synthetic] ?? 0) + 1;
  return marks;
}

function withdrawals({
  succession,
  repeated,
}: Merging): Pick<
  PreparationReport,
  | 'repeated'
  | 'withdrawn'
  | 'followed'
  | 'withoutSuccessor'
  | 'missingSuccessor'
  | 'severalSuccessors'
  | 'cycles'
> {
  const { followed, withoutSuccessor, missingSuccessor, severalSuccessors, cycles } = succession;
  const withdrawn = followed + withoutSuccessor + missingSuccessor + severalSuccessors + cycles;
  return { repeated, withdrawn, followed, withoutSuccessor, missingSuccessor, severalSuccessors, cycles };
}
