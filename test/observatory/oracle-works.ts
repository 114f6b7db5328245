import { type Fraction, fraction, isOne, plus, roundedTo, UNIT, ZERO } from './fractions.ts';
import { identify, type Known, type Mentioned, type Read } from './known.ts';

/** A work as OpenAlex gives it, of what is used. */
export interface RawWork {
  readonly id: string;
  readonly publication_year?: number | null;
  readonly type?: string | null;
  readonly is_retracted?: boolean | null;
  readonly is_paratext?: boolean | null;
  readonly is_xpac?: boolean | null;
  readonly is_authors_truncated?: boolean | null;
  readonly updated_date?: string | null;
  readonly primary_topic?: {
    readonly id?: string;
    readonly display_name?: string;
    readonly subfield: { readonly id: string | number };
  } | null;
  readonly authorships?: readonly {
    readonly author?: { readonly id?: string | null } | null;
    readonly institutions?: readonly Mentioned[] | null;
    readonly countries?: readonly string[] | null;
  }[];
}

/** A part of a work: a city, or a reason why there is none, with the country where that is known. */
export interface Spot {
  readonly city: string | null;
  readonly country: string | null;
  readonly reason: string | null;
}

export interface Split {
  readonly id: number;
  readonly year: number;
  readonly subfield: number;
  readonly authors: number;
  readonly truncated: boolean;
  /** Cities in order; each with its Share and the authors there. */
  readonly cities: readonly { city: string; share: bigint; authors: ReadonlySet<number> }[];
  readonly unlocated: readonly { country: string | null; reason: string; share: bigint }[];
  readonly institutions: readonly {
    institution: string;
    city: string | null;
    reason: string | null;
    share: bigint;
  }[];
}

export interface Choice {
  readonly types: readonly string[] | null;
  readonly years?: readonly [number, number];
}

/** The newest version of every id: by date, then the later file, then the later record. */
export function newest(files: readonly (readonly RawWork[])[]): RawWork[] {
  const best = new Map<string, RawWork>();
  for (const record of files.flat()) {
    const other = best.get(record.id);
    if (other === undefined || (record.updated_date ?? '') >= (other.updated_date ?? ''))
      best.set(record.id, record);
  }
  return [...best.values()];
}

/** Why a work does not count, in the order in which reasons are asked; null where it counts. */
export function dropped(work: RawWork, { types, years }: Choice): string | null {
  const year = work.publication_year ?? null;
  if (work.is_retracted === true) return 'retracted';
  if (work.is_paratext === true || work.type === 'paratext') return 'paratext';
  if (work.is_xpac === true) return 'extended corpus';
  if (year === null) return 'no year';
  if (years !== undefined && (year < years[0] || year > years[1])) return 'other year';
  if (types !== null && typeof work.type === 'string' && !types.includes(work.type)) return 'other type';
  return null;
}

/** Splits one work over places, by the words of law 2. */
export function splitWork(work: RawWork, known: Known): Split {
  const people = united(work);
  const spots = new Map<string, { spot: Spot; part: Fraction; authors: Set<number> }>();
  const shares = new Map<string, { institution: string; spot: Spot; part: Fraction }>();
  for (const [author, { mentions, countries }] of people) {
    for (const { institution, spot, part } of split(mentions, countries, people.size, known)) {
      const key = JSON.stringify([spot.city, spot.reason, spot.country]);
      const place = spots.get(key) ?? { spot, part: ZERO, authors: new Set<number>() };
      spots.set(key, { spot, part: plus(place.part, part), authors: place.authors.add(author) });
      if (institution === null) continue;
      const own = shares.get(`${key} ${institution}`) ?? { institution, spot, part: ZERO };
      shares.set(`${key} ${institution}`, { ...own, part: plus(own.part, part) });
    }
  }
  const ordered = [...spots.values()].sort((a, b) => compareSpots(a.spot, b.spot));
  if (ordered.length > 0 && !isOne(ordered.map(({ part }) => part).reduce(plus)))
    throw new Error('Share was lost');
  const exact = roundedTo(
    UNIT,
    ordered.map(({ part }) => part),
  );
  const institutions = ordered.flatMap(({ spot }, i) => {
    const here = [...shares.values()]
      .filter((one) => compareSpots(one.spot, spot) === 0)
      .sort((a, b) => (a.institution < b.institution ? -1 : 1));
    const own = roundedTo(
      exact[i],
      here.map(({ part }) => part),
    );
    return here.map(({ institution }, j) => ({
      institution,
      city: spot.city,
      reason: spot.reason,
      share: own[j],
    }));
  });
  const unlocated = ordered.flatMap(({ spot: { city, country, reason } }, i) =>
    city === null ? [{ country, reason: reason!, share: exact[i] }] : [],
  );
  if (people.size === 0) unlocated.push({ country: null, reason: 'no author', share: UNIT });
  return {
    id: Number(work.id.split('/W')[1]),
    year: work.publication_year!,
    subfield: Number(
      String(work.primary_topic?.subfield.id ?? '0')
        .split('/')
        .at(-1),
    ),
    authors: people.size,
    truncated: work.is_authors_truncated ?? work.authorships?.length === 100,
    cities: ordered.flatMap(({ spot: { city }, authors }, i) =>
      city === null ? [] : [{ city, share: exact[i], authors }],
    ),
    unlocated,
    institutions,
  };
}

interface Person {
  readonly mentions: Mentioned[];
  countries: readonly (string | null)[];
}

/** Authorships of one author id are one author; one without an id is her own. */
function united(work: RawWork): Map<number, Person> {
  const first = new Map<string, number>();
  const people = new Map<number, Person>();
  for (const [i, { author, institutions, countries }] of (work.authorships ?? []).entries()) {
    const id = author?.id ?? `own ${i}`;
    const at = first.get(id) ?? i;
    first.set(id, at);
    const person = people.get(at) ?? { mentions: [], countries: [] };
    people.set(at, person);
    if (institutions?.length) person.mentions.push(...institutions);
    else person.countries = [...person.countries, countries?.length === 1 ? countries[0] : null];
  }
  return people;
}

interface Piece {
  readonly institution: string | null;
  readonly spot: Spot;
  readonly part: Fraction;
}

function split(
  mentions: readonly Mentioned[],
  countries: readonly (string | null)[],
  authors: number,
  known: Known,
): Piece[] {
  if (mentions.length === 0) {
    const each = [...new Set(countries)];
    return each.map((country) => ({
      institution: null,
      spot: { city: null, country, reason: 'no institution' },
      part: fraction(1, authors * each.length),
    }));
  }
  const own = new Map<string, Read[]>();
  for (const mention of mentions) {
    const read = identify(mention, known);
    own.set(read.institution, [...(own.get(read.institution) ?? []), read]);
  }
  const standsUnder = (child: string, parent: string): boolean =>
    child !== parent &&
    own
      .get(child)!
      .some(({ lineage }) =>
        lineage === null
          ? known.above.get(child)?.has(parent) === true
          : lineage.some(
              (id) =>
                known.byId.get(id) === parent || own.get(parent)!.some(({ openalex }) => openalex === id),
            ),
      );
  const ids = [...own.keys()];
  const parentsOf = (child: string): string[] =>
    ids.filter((parent) => standsUnder(child, parent) && !standsUnder(parent, child));
  const above = new Set(ids.flatMap(parentsOf));
  const kept = above.size === ids.length ? ids : ids.filter((id) => !above.has(id));
  const unresolved = kept.some((id) => own.get(id)![0].reason?.includes('name') === true);
  return kept.map((institution) => {
    const reads = own.get(institution)!;
    const site = reads[0].reason === null ? known.site.get(institution)! : null;
    const country = reads.map((read) => site?.country ?? read.country).reduce(least);
    const city = site?.city ?? null;
    const part = fraction(1, authors * kept.length);
    if (city !== null) {
      const hidden = unresolved && site?.umbrella === true && reads.every(({ byName }) => byName);
      const spot = hidden
        ? { city: null, country, reason: 'umbrella beside an unresolved name' }
        : { city, country: null, reason: null };
      return { institution, spot, part };
    }
    const parentLocated =
      above.size !== ids.length &&
      parentsOf(institution).some((parent) => locatedAt(own.get(parent)![0], known) !== null);
    const reason = parentLocated ? 'only its parent is located' : (reads[0].reason ?? site!.reason);
    return { institution, spot: { city: null, country, reason }, part };
  });
}

function locatedAt({ institution, reason }: Read, known: Known): string | null {
  return reason === null ? (known.site.get(institution)?.city ?? null) : null;
}

function least(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Cities first, by id; then by reason and country, a known country before none. */
function compareSpots(a: Spot, b: Spot): number {
  for (const key of ['city', 'reason', 'country'] as const) {
    if (a[key] === b[key]) continue;
    if (a[key] === null) return 1;
    return b[key] === null || a[key] < b[key] ? -1 : 1;
  }
  return 0;
}
