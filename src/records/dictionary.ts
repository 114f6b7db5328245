import { Addresses, BETWEEN } from './addresses.ts';
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

/**
 * Values that repeat, each kept once and named by its code. Codes start at 1 in the order of first sight. Only the text by
 * which a value is told apart is kept, and read when it is asked for: of all of OpenAlex there are hundreds of thousands.
 */
export class Dictionary<T> {
  readonly keys: string[] = [];
  private readonly codes = new Map<string, number>();

  constructor(private readonly read: (key: string) => T) {}

  /** All values, in the order of their codes. */
  get entries(): T[] {
    return this.keys.map((key) => this.read(key));
  }

  value(code: number): T {
    return this.read(this.keys[code - 1]);
  }

  code(key: string): number {
    let code = this.codes.get(key);
    if (code === undefined) {
      code = this.keys.push(key);
      this.codes.set(key, code);
    }
    return code;
  }
}

type Texts = readonly (string | null)[];

function institutionOf(text: string): InstitutionMention {
  const [openalex, ror, country, lineage, name, none = null] = JSON.parse(text) as Texts;
  const kind = none === null ? 'institution' : 'none';
  const key = openalex === null && ror === null && name !== null ? normaliseName(name) : null;
  return { kind, openalex, ror, name, key, country, lineage };
}

function sourceOf(text: string): SourceMention {
  const [id, issns, name] = JSON.parse(text) as Texts;
  return { id, issns, name };
}

function topicOf(text: string): TopicMention {
  const [[topic, subfield, field, domain], names] = JSON.parse(text) as [
    readonly number[],
    TopicMention['names'],
  ];
  return { topic, subfield, field, domain, names };
}

/** The dictionaries of one segment: everything in a record that repeats from work to work. */
export class Dictionaries {
  readonly institutions = new Dictionary(institutionOf);
  readonly addresses = new Addresses((code) => this.institutions.value(code));
  readonly sources = new Dictionary(sourceOf);
  readonly topics = new Dictionary(topicOf);

  institution(value: Readonly<Record<string, unknown>>): number {
    const lineage = Array.isArray(value.lineage)
      ? value.lineage.flatMap((id) => openAlexId(id) ?? []).join('|')
      : null;
    const ids = [openAlexId(value.id), rorId(value.ror)];
    return this.institutions.code(
      JSON.stringify([...ids, countryCode(value.country_code), lineage, text(value.display_name)]),
    );
  }

  /** An author without institutions; her country where the record names exactly one. */
  noInstitution(countries: unknown): number {
    const country = Array.isArray(countries) && countries.length === 1 ? countryCode(countries[0]) : null;
    return this.institutions.code(JSON.stringify([null, null, country, null, null, 'none']));
  }

  /** What strings beside an institution say, by its code; 0 where there is none. */
  address(institution: number, shared: boolean, strings: readonly string[]): number {
    if (strings.length === 0) return 0;
    return this.addresses.code(institution, shared, Buffer.from(strings.join(BETWEEN)));
  }

  source(value: Readonly<Record<string, unknown>>): number {
    const number = openAlexNumber(value.id, 'S') ?? openAlexNumber(value.id, 'V');
    const issns = [value.issn_l, ...(Array.isArray(value.issn) ? (value.issn as unknown[]) : [value.issn])];
    const known = new Set(issns.filter((issn) => typeof issn === 'string').map((issn) => issn.toUpperCase()));
    const id = number === null ? null : `S${number}`;
    return this.sources.code(JSON.stringify([id, [...known].join('|') || null, text(value.display_name)]));
  }

  /** Records may call a topic differently; every name is kept, so that which one wins is no matter of what came first. */
  topic(ids: readonly [number, number, number, number], names: TopicMention['names']): number {
    return this.topics.code(JSON.stringify([ids, names]));
  }
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function countryCode(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null;
}
