import { openAlexId, rorId } from '../places/institutions/record.ts';
import { normaliseName } from '../places/normalise.ts';
import { openAlexNumber } from './ids.ts';

/** An institution as a record mentions it; what it is and where it counts is decided later, from these alone. */
export interface InstitutionMention {
  /** `none` stands for an author without any institution: only the country is known, if that. */
  readonly kind: 'institution' | 'none';
  readonly openalex: string | null;
  readonly ror: string | null;
  readonly name: string | null;
  /** The normalised name, only where there is neither id: then the name is what it is known by. */
  readonly key: string | null;
  readonly country: string | null;
  /** OpenAlex ids joined by `|`; null where the record has no lineage at all (before 2023). */
  readonly lineage: string | null;
}

export interface SourceMention {
  readonly id: string | null;
  readonly issns: string | null;
  readonly name: string | null;
}

export interface TopicMention {
  readonly topic: number;
  readonly subfield: number;
  readonly field: number;
  readonly domain: number;
  readonly names: readonly [string | null, string | null, string | null, string | null];
}

/** Values that repeat, each kept once and named by its code. Codes start at 1 in the order of first sight. */
export class Dictionary<T> {
  readonly entries: T[] = [];
  /** What each entry is told apart by. */
  readonly keys: string[] = [];
  private readonly codes = new Map<string, number>();

  code(key: string, make: () => T): number {
    let code = this.codes.get(key);
    if (code === undefined) {
      this.entries.push(make());
      this.keys.push(key);
      code = this.entries.length;
      this.codes.set(key, code);
    }
    return code;
  }
}

/** The dictionaries of one segment: everything in a record that repeats from work to work. */
export class Dictionaries {
  readonly institutions = new Dictionary<InstitutionMention>();
  readonly sources = new Dictionary<SourceMention>();
  readonly topics = new Dictionary<TopicMention>();

  institution(value: Readonly<Record<string, unknown>>): number {
    const openalex = openAlexId(value.id);
    const ror = rorId(value.ror);
    const name = text(value.display_name);
    const country = countryCode(value.country_code);
    const mention: InstitutionMention = {
      kind: 'institution',
      openalex,
      ror,
      name,
      key: openalex === null && ror === null && name !== null ? normaliseName(name) : null,
      country,
      lineage: Array.isArray(value.lineage)
        ? value.lineage.flatMap((id) => openAlexId(id) ?? []).join('|')
        : null,
    };
    return this.institutions.code(
      JSON.stringify([openalex, ror, country, mention.lineage, name]),
      () => mention,
    );
  }

  /** An author without institutions; her country where the record names exactly one. */
  noInstitution(countries: unknown): number {
    const country = Array.isArray(countries) && countries.length === 1 ? countryCode(countries[0]) : null;
    return this.institutions.code(`none\t${country}`, () => ({
      kind: 'none',
      openalex: null,
      ror: null,
      name: null,
      key: null,
      country,
      lineage: null,
    }));
  }

  source(value: Readonly<Record<string, unknown>>): number {
    const number = openAlexNumber(value.id, 'S') ?? openAlexNumber(value.id, 'V');
    const issns = [value.issn_l, ...(Array.isArray(value.issn) ? (value.issn as unknown[]) : [value.issn])];
    const mention: SourceMention = {
      id: number === null ? null : `S${number}`,
      issns:
        [...new Set(issns.filter((issn) => typeof issn === 'string').map((issn) => issn.toUpperCase()))].join(
          '|',
        ) || null,
      name: text(value.display_name),
    };
    return this.sources.code(JSON.stringify([mention.id, mention.issns, mention.name]), () => mention);
  }

  /** Records may call a topic differently; every name is kept, so that which one wins is no matter of what came first. */
  topic(ids: readonly [number, number, number, number], names: TopicMention['names']): number {
    const [topic, subfield, field, domain] = ids;
    return this.topics.code(JSON.stringify([ids, names]), () => ({ topic, subfield, field, domain, names }));
  }
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function countryCode(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null;
}
