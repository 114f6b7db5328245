import { openAlexNumber } from './ids.ts';
import { text } from './dictionary.ts';

type Json = Readonly<Record<string, unknown>>;

/** The strings that an institution of an authorship is at, and whether others of hers share one of them. */
export interface Paired {
  readonly strings: readonly string[];
  readonly shared: boolean;
}

interface Affiliation {
  readonly string: string;
  readonly ids: readonly (number | null)[];
}

/**
 * Which address strings of an authorship belong to which of its institutions. `affiliations` says so (since 2024); where it is
 * missing, all `raw_affiliation_strings` belong to the only institution, or the only string to all institutions. Otherwise nobody
 * can tell: null. An institution that no affiliation names has none.
 */
export class AddressPairs {
  private readonly strings: readonly string[];
  private readonly affiliations: readonly Affiliation[];

  constructor(
    authorship: Json,
    private readonly institutions: number,
  ) {
    this.strings = list(authorship.raw_affiliation_strings).flatMap((each) => text(each) ?? []);
    this.affiliations = list(authorship.affiliations).flatMap((each) => {
      const { raw_affiliation_string: raw, institution_ids: ids } = (each ?? {}) as Json;
      const string = text(raw);
      return string === null ? [] : [{ string, ids: list(ids).map((id) => openAlexNumber(id, 'I')) }];
    });
  }

  /** Those of an institution, by its record. */
  of({ id }: Json): Paired | null {
    const { affiliations, strings, institutions } = this;
    if (affiliations.length === 0) {
      if (strings.length > 1 && institutions > 1) return null;
      return { strings, shared: institutions > 1 };
    }
    const number = openAlexNumber(id, 'I');
    const own = affiliations.filter(({ ids }) => number !== null && ids.includes(number));
    return { strings: own.map(({ string }) => string), shared: own.some(({ ids }) => ids.length > 1) };
  }

  /** Those of an author without institutions. */
  all(): readonly string[] {
    const { affiliations, strings } = this;
    return strings.length > 0 ? strings : affiliations.map(({ string }) => string);
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
