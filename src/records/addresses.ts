import { type AddressReader, openAddressReader } from '../places/addresses/index.ts';
import type { InstitutionMention } from './dictionary.ts';
import { HashTable } from './hash-table.ts';

/** What the addresses of mentions say, each kept once for an institution: what stands in the relation `addresses`. */
export interface AddressMention {
  /** Code of the institution that stands beside it. */
  readonly institution: number;
  /** Whether the same string stands beside other institutions of the author. */
  readonly shared: boolean;
  /** Place id of the city it names; null where it names none. */
  readonly place: string | null;
  readonly how: string | null;
  readonly reason: string | null;
  /** Different strings that say so. */
  strings: number;
  /** One of them where they name a city: the shortest, of equals the first in the order of its characters. */
  example: string;
}

type Outcome = Pick<AddressMention, 'place' | 'how' | 'reason'>;

/** Between strings of one authorship that are read together. */
export const BETWEEN = '\0';
/** Strings of an institution that no one of them can be told to be the address of. */
const UNPAIRED: Outcome = { place: null, how: null, reason: 'not paired' };
/** More than there are different outcomes. */
const OUTCOMES = 2 ** 20;

let reader: AddressReader | undefined;

/**
 * The addresses of one segment: read when they are first met, and from then on known by a hash of 64 bits of their bytes, so
 * that no string is kept but one example for each city that is named beside an institution.
 */
export class Addresses {
  readonly entries: AddressMention[] = [];
  /** Codes by institution, whether it is shared, and outcome. */
  private readonly codes = new Map<number, number>();
  private readonly outcomes = new Map<string, number>();
  private readonly known = new HashTable();
  private readonly countries = new Map<number, string | null>();

  constructor(private readonly institution: (code: number) => Pick<InstitutionMention, 'country'>) {}

  /**
   * The code of what strings say beside an institution.
   * @param institution its code
   * @param bytes of the strings in UTF-8, with a zero between two
   */
  code(institution: number, shared: boolean, bytes: Uint8Array): number {
    this.known.hash(bytes, 0, bytes.length, institution * 2 + Number(shared));
    return this.hashed(institution, shared, bytes, 0, bytes.length);
  }

  /** The same of one string as JSON writes it between its quotes, which begins and ends at these places. */
  codeOfJson(institution: number, shared: boolean, bytes: Uint8Array, from: number, to: number): number {
    const isEscaped = this.known.hash(bytes, from, to, institution * 2 + Number(shared));
    return isEscaped
      ? this.code(
          institution,
          shared,
          unescaped(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from)),
        )
      : this.hashed(institution, shared, bytes, from, to);
  }

  /** Of bytes that were hashed. */
  private hashed(institution: number, shared: boolean, bytes: Uint8Array, from: number, to: number): number {
    const { known } = this;
    const met = known.find();
    if (met !== 0) return met;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
    const code = this.add(institution, shared, text);
    known.add(code);
    return code;
  }

  /** The code where strings and institutions cannot be paired. */
  unpaired(institution: number): number {
    return this.entry(institution, false, UNPAIRED);
  }

  private add(institution: number, shared: boolean, text: string): number {
    const outcome = this.read(text, institution);
    const code = this.entry(institution, shared, outcome);
    const entry = this.entries[code - 1];
    entry.strings++;
    if (outcome.place !== null && (entry.example === '' || isBefore(text, entry.example)))
      entry.example = text;
    return code;
  }

  private entry(institution: number, shared: boolean, outcome: Outcome): number {
    const { codes, outcomes } = this;
    const { place, how, reason } = outcome;
    const said = `${place ?? ''} ${how ?? ''} ${reason ?? ''}`;
    let number = outcomes.get(said);
    if (number === undefined) outcomes.set(said, (number = outcomes.size));
    const key = (institution * 2 + Number(shared)) * OUTCOMES + number;
    let code = codes.get(key);
    if (code === undefined) {
      code = this.entries.push({ institution, shared, place, how, reason, strings: 0, example: '' });
      codes.set(key, code);
    }
    return code;
  }

  /** Several strings say what those of them say that name a city, where they agree. */
  private read(text: string, institution: number): Outcome {
    reader ??= openAddressReader();
    let country = this.countries.get(institution);
    if (country === undefined)
      this.countries.set(institution, (country = this.institution(institution).country));
    if (!text.includes(BETWEEN)) return reader.read(text, { country });
    let told: Outcome | null = null;
    let untold: Outcome | null = null;
    for (const one of text.split(BETWEEN)) {
      const outcome = reader.read(one, { country });
      if (outcome.place === null) untold ??= outcome;
      else if (told === null) told = outcome;
      else if (told.place !== outcome.place) return { place: null, how: null, reason: 'several' };
    }
    return told ?? untold!;
  }
}

const BACKSLASH = 0x5c;

/** The bytes that a string of JSON means, from those between its quotes. */
export function unescaped(bytes: Buffer): Buffer {
  return bytes.includes(BACKSLASH) ? Buffer.from(JSON.parse(`"${bytes.toString()}"`) as string) : bytes;
}

function isBefore(text: string, other: string): boolean {
  return text.length === other.length ? text < other : text.length < other.length;
}
