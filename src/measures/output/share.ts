import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind, checkParts } from '../arguments.ts';

/** An authorship: a person and the institutions she gives, by id. Without an id she is a person of her own. */
export interface Author {
  readonly id: string | null;
  readonly institutions: readonly string[];
}

export interface AuthoredWork {
  readonly authors: readonly Author[];
}

/** Where institutions count. */
export interface Whereabouts {
  /** The place of an institution (of several locations, its first), or null. */
  readonly placeOf: (institution: string) => string | null;
  /** The institutions it is part of (its OpenAlex lineage or ROR parents); none if not given. */
  readonly ancestorsOf?: (institution: string) => readonly string[];
}

/** Why a part of a work has no place. */
export type UnlocatedReason = 'no author' | 'no institution' | 'no place';

/** What one place has of one work. */
export interface Part {
  readonly place: string;
  /** In works, 0 < share ≤ 1. */
  readonly share: number;
  /** The work's authors there, numbered from 0 in order of first appearance, ascending. */
  readonly authors: readonly number[];
}

/** One work split over places. Shares and unlocated parts sum to 1. */
export interface WorkParts {
  /** Number of distinct authors. */
  readonly authors: number;
  /** By place id, ascending. */
  readonly parts: readonly Part[];
  readonly unlocated: readonly Readonly<{ reason: UnlocatedReason; share: number }>[];
}

/**
 * Splits a work over places. A work is 1, shared equally by its n distinct authors; an author's 1/n is shared equally
 * by her institutions; an institution's part goes to its place:
 *
 *     s_wc = Σ_a (1/n) · (institutions of a in c)/(institutions of a)
 *
 * An author who stands several times in the work is united by id first, her institutions taken together, each once.
 * Then an institution that another of hers descends from is dropped. What has no place is unlocated, with its reason,
 * and never spread over the rest: renormalising would flatter places whose affiliations are well recorded.
 *
 * Source: Share of the Nature Index (glossary, natureindex.com).
 */
export function splitWork(work: AuthoredWork, whereabouts: Whereabouts): WorkParts {
  checkParts('work', work, { authors: 'list' });
  checkParts('whereabouts', whereabouts, { placeOf: 'function', 'ancestorsOf?': 'function' });
  const authors = uniteAuthors(work.authors);
  const shares = new Map<string, { share: number; authors: number[] }>();
  const unlocated = new Map<UnlocatedReason, number>();
  const lose = (reason: UnlocatedReason, share: number): void => {
    unlocated.set(reason, (unlocated.get(reason) ?? 0) + share);
  };
  if (authors.length === 0) lose('no author', 1);
  for (const [number, all] of authors.entries()) {
    const institutions = dropAncestors(all, whereabouts);
    const each = 1 / authors.length / institutions.length;
    if (institutions.length === 0) lose('no institution', 1 / authors.length);
    for (const institution of institutions) {
      const place = whereabouts.placeOf(institution);
      if (place === null) {
        lose('no place', each);
        continue;
      }
      const part = shares.get(place) ?? { share: 0, authors: [] };
      part.share += each;
      if (part.authors.at(-1) !== number) part.authors.push(number);
      shares.set(place, part);
    }
  }
  return Object.freeze({
    authors: authors.length,
    parts: freezeParts(shares),
    unlocated: Object.freeze([...unlocated].map(([reason, share]) => Object.freeze({ reason, share }))),
  });
}

/** The distinct authors' institutions, each once, in order of first appearance. */
function uniteAuthors(authors: readonly Author[]): string[][] {
  const people = new Map<string, Set<string>>();
  for (const [position, { id, institutions }] of authors.entries()) {
    const key = id === null ? `position ${position}` : `id ${id}`;
    const person = people.get(key) ?? new Set<string>();
    for (const institution of institutions) person.add(institution);
    people.set(key, person);
  }
  return [...people.values()].map((person) => [...person]);
}

/** Keeps an institution unless another of the author's descends from it; two that name each other both stay. */
function dropAncestors(institutions: string[], { ancestorsOf }: Whereabouts): string[] {
  if (!ancestorsOf || institutions.length < 2) return institutions;
  const above = new Map(institutions.map((institution) => [institution, new Set(ancestorsOf(institution))]));
  return institutions.filter(
    (institution) =>
      !institutions.some(
        (other) =>
          other !== institution && above.get(other)!.has(institution) && !above.get(institution)!.has(other),
      ),
  );
}

function freezeParts(shares: Map<string, { share: number; authors: number[] }>): readonly Part[] {
  const parts = [...shares].map(([place, { share, authors }]) =>
    Object.freeze({ place, share, authors: Object.freeze(authors) }),
  );
  return Object.freeze(parts.sort((p, q) => (p.place < q.place ? -1 : 1)));
}

/**
 * A work's parts by group of places (cities into regions), Shares added, authors united. Places of no group are left
 * out, so that shares may sum to less than 1. A group's Share is the sum of its places', its Count is not.
 *
 * @throws RangeError for a Share that is negative or not finite
 */
export function groupParts(work: WorkParts, groupOf: (place: string) => string | null): WorkParts {
  checkParts('work', work, { parts: 'list' });
  checkKind('groupOf', groupOf, 'function');
  const groups = new Map<string, { share: number; authors: number[] }>();
  for (const { place, share, authors } of work.parts) {
    checkAmounts([share], 'share');
    const group = groupOf(place);
    if (group === null) continue;
    const whole = groups.get(group) ?? { share: 0, authors: [] };
    whole.share += share;
    whole.authors = [...new Set([...whole.authors, ...authors])].sort((a, b) => a - b);
    groups.set(group, whole);
  }
  return Object.freeze({ ...work, parts: freezeParts(groups) });
}

export interface Shares {
  readonly works: number;
  /** By place id, ascending: Share in works, and Count, the number of works with an author there. */
  readonly places: readonly Readonly<{ place: string; share: number; count: number }>[];
  readonly unlocated: readonly Readonly<{ reason: UnlocatedReason; share: number }>[];
}

/**
 * Share and Count of places over works. Σ share + Σ unlocated = number of works, to rounding.
 *
 * @throws RangeError for a Share that is negative or not finite
 */
export function shares(works: readonly WorkParts[]): Shares {
  checkKind('works', works, 'list');
  const places = new Map<string, { share: number; count: number }>();
  const unlocated = new Map<UnlocatedReason, number>();
  for (const work of works) {
    for (const { place, share } of work.parts) {
      checkAmounts([share], 'share');
      const total = places.get(place) ?? { share: 0, count: 0 };
      places.set(place, { share: total.share + share, count: total.count + 1 });
    }
    for (const { reason, share } of work.unlocated) {
      checkAmounts([share], 'unlocated share');
      unlocated.set(reason, (unlocated.get(reason) ?? 0) + share);
    }
  }
  return Object.freeze({
    works: works.length,
    places: Object.freeze(
      [...places]
        .map(([place, total]) => Object.freeze({ place, ...total }))
        .sort((p, q) => (p.place < q.place ? -1 : 1)),
    ),
    unlocated: Object.freeze([...unlocated].map(([reason, share]) => Object.freeze({ reason, share }))),
  });
}
