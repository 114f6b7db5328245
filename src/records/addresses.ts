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
  /** One of them: the shortest, of equals the first in the order of its characters. */
  example: string;
}

type Outcome = Pick<AddressMention, 'place' | 'how' | 'reason'>;

/** Between strings of one authorship that are read together. */
export const BETWEEN = '\0';
/** Strings of an institution that no one of them can be told to be the address of. */
const UNPAIRED = 'not paired';

let reader: AddressReader | undefined;

/**
 * The addresses of one segment: read when they are first met, and from then on known by a hash of 64 bits of their bytes, so
 * that no string is kept but one example of each outcome.
 */
export class Addresses {
  readonly entries: AddressMention[] = [];
  private readonly codes = new Map<string, number>();
  private readonly known = new HashTable();
  private readonly countries: (string | null | undefined)[] = [];

  constructor(private readonly institution: (code: number) => InstitutionMention) {}

  /**
   * The code of what strings say in UTF-8, one behind the other with a zero between, beside an institution.
   * @param institution its code
   */
  code(institution: number, shared: boolean, bytes: Uint8Array): number {
    const { known } = this;
    known.hash(bytes, institution * 2 + Number(shared));
    const met = known.find();
    if (met !== 0) return met;
    const code = this.add(
      institution,
      shared,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(),
    );
    known.add(code);
    return code;
  }

  /** The code where strings and institutions cannot be paired. */
  unpaired(institution: number): number {
    return this.entry(institution, false, { place: null, how: null, reason: UNPAIRED });
  }

  private add(institution: number, shared: boolean, text: string): number {
    const code = this.entry(institution, shared, this.read(text, institution));
    const entry = this.entries[code - 1];
    entry.strings++;
    if (entry.strings === 1 || isBefore(text, entry.example)) entry.example = text;
    return code;
  }

  private entry(institution: number, shared: boolean, { place, how, reason }: Outcome): number {
    const key = `${institution} ${Number(shared)} ${place ?? ''} ${how ?? ''} ${reason ?? ''}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      code = this.entries.push({ institution, shared, place, how, reason, strings: 0, example: '' });
      this.codes.set(key, code);
    }
    return code;
  }

  /** Several strings say what those of them say that name a city, where they agree. */
  private read(text: string, institution: number): Outcome {
    reader ??= openAddressReader();
    const country = (this.countries[institution] ??= this.institution(institution).country);
    let told: Outcome | null = null;
    let untold: Outcome | null = null;
    for (const one of text.split(BETWEEN)) {
      const { place, how, reason } = reader.read(one, { country });
      if (place === null) untold ??= { place, how, reason };
      else if (told === null) told = { place, how, reason };
      else if (told.place !== place) return { place: null, how: null, reason: 'several' };
    }
    return told ?? untold!;
  }
}

function isBefore(text: string, other: string): boolean {
  return text.length === other.length ? text < other : text.length < other.length;
}
