import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  matches,
  LETTER_N,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipContainer,
  skipSpace,
  skipString,
  skipValue,
} from './bytes.ts';
import type { Dictionaries } from './dictionary.ts';
import { extract } from './extract.ts';
import { RawCodes } from './raw-codes.ts';
import { addMention, AuthorTable, emptyWork, resetWork, type Work, workType } from './work.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const TRUE = bytes('true');
const FALSE = bytes('false');
const NULL = bytes('null');
const WORK_ID = bytes('"https://openalex.org/W');
const AUTHOR_ID = bytes('"https://openalex.org/A');

/** The fields of a work that are used; the number is the bit that marks a field as seen. */
const FIELDS = [
  'id',
  'doi',
  'title',
  'display_name',
  'publication_year',
  'type',
  'is_retracted',
  'is_paratext',
  'is_xpac',
  'is_authors_truncated',
  'cited_by_count',
  'primary_location',
  'host_venue',
  'primary_topic',
  'topics',
  'authorships',
  'updated_date',
].map(bytes);
const [
  ID,
  DOI,
  TITLE,
  DISPLAY_NAME,
  YEAR,
  TYPE,
  RETRACTED,
  PARATEXT,
  EXTENDED,
  TRUNCATED,
  CITED,
  LOCATION,
  VENUE,
  TOPIC,
  TOPICS,
  AUTHORSHIPS,
  UPDATED,
] = FIELDS.keys();
const AUTHORSHIP_FIELDS = ['author', 'institutions', 'countries'].map(bytes);
const [AUTHOR, INSTITUTIONS, COUNTRIES] = AUTHORSHIP_FIELDS.keys();
const NESTED_ID = [bytes('id')];
const NESTED_SOURCE = [bytes('source')];

/**
 * Reads works from lines of JSON by walking over their bytes and parsing only what is used. It answers only where it
 * is sure: anything out of the ordinary (escapes where an id is expected, a field that occurs twice, an odd type)
 * makes `scan` return false, and the line goes to `JSON.parse` and `extract`, with which it must agree.
 *
 * A line must close as an object; inside values that are not used, only strings and brackets are followed.
 */
export class WorkScanner {
  private b: Buffer = Buffer.alloc(0);
  private p = 0;
  private end = 0;
  private readonly authors = new AuthorTable();
  private readonly institutions: RawCodes;
  private readonly sources: RawCodes;
  private readonly topics = new Map<string, number>();
  private readonly types = new Map<string, string>();

  constructor(private readonly dictionaries: Dictionaries) {
    const scratch = (record: Record<string, unknown>, pick: (work: Work, slot: Work) => number): number =>
      pick(this.parsed(record), this.slot);
    this.institutions = new RawCodes((value) =>
      scratch({ authorships: [{ institutions: [value] }] }, (work) => {
        const code = work.mentionInstitution[0];
        return dictionaries.institutions.entries[code - 1].kind === 'none' ? 0 : code;
      }),
    );
    this.sources = new RawCodes((value) => scratch({ host_venue: value }, (work) => work.source ?? 0));
  }

  /** One parsed piece of a record, read by `extract` itself, so that there is one meaning only. */
  private readonly slot: Work = emptyWork();
  private parsed(record: Record<string, unknown>): Work {
    extract({ id: 'W1', ...record }, this.dictionaries, this.slot);
    return this.slot;
  }

  /** Reads the record in `buffer[start, end)` into `out`; false where it is not sure. */
  scan(buffer: Buffer, start: number, end: number, out: Work): boolean {
    this.b = buffer;
    this.end = end;
    this.p = skipSpace(buffer, start, end);
    resetWork(out);
    return this.record(out);
  }

  private record(out: Work): boolean {
    const { b, end } = this;
    if (b[this.p] !== OPEN_OBJECT) return false;
    this.p++;
    let seen = 0;
    let title: string | null = null;
    let venue: number | null = null;
    let located = false;
    let topicsAt = -1;
    for (;;) {
      const field = this.key(FIELDS);
      if (field === -2) return false;
      if (field === -3) break;
      if (field >= 0) {
        if ((seen & (1 << field)) !== 0) return false;
        seen |= 1 << field;
      }
      switch (field) {
        case ID:
          out.id = this.number(WORK_ID);
          if (out.id <= 0) return false;
          break;
        case DOI:
          out.doi = this.string();
          break;
        case TITLE:
          title = this.string();
          break;
        case DISPLAY_NAME:
          out.title = this.string();
          break;
        case TYPE:
          out.type = this.type();
          break;
        case UPDATED:
          out.updated = this.string();
          break;
        case YEAR:
          out.year = this.integer();
          break;
        case CITED:
          out.citations = this.integer();
          break;
        case RETRACTED:
          out.retracted = this.boolean() ?? false;
          break;
        case PARATEXT:
          out.paratext = this.boolean() ?? false;
          break;
        case EXTENDED:
          out.extended = this.boolean() ?? false;
          break;
        case TRUNCATED:
          out.truncated = this.boolean();
          break;
        case LOCATION:
          if (b[this.p] === OPEN_OBJECT) {
            if (!this.location(out)) return false;
            located = out.source !== null;
          } else this.nothing();
          break;
        case VENUE:
          venue = b[this.p] === OPEN_OBJECT ? this.code(this.sources) : this.nothing();
          break;
        case TOPIC:
          if (b[this.p] === OPEN_OBJECT) {
            if (!this.topic(out)) return false;
          } else this.nothing();
          break;
        case TOPICS:
          topicsAt = this.p;
          this.p = skipValue(b, this.p, end);
          break;
        case AUTHORSHIPS:
          if (b[this.p] === OPEN_ARRAY) {
            if (!this.authorships(out)) return false;
          } else this.nothing();
          break;
        default:
          this.p = skipValue(b, this.p, end);
      }
      if (this.p < 0) return false;
    }
    if (skipSpace(b, this.p, end) !== end || out.id === 0) return false;
    out.title ??= title;
    if (!located && venue !== null && venue !== 0) out.source = venue;
    // Without a primary topic the first of `topics` counts; rare enough for the slow way.
    return out.topic !== null || topicsAt < 0 || b[skipSpace(b, topicsAt + 1, end)] === CLOSE_ARRAY;
  }

  /**
   * The next key of an object: its place in `names`, −1 for another, −3 where the object ends, −2 where unsure.
   * Leaves the position on the value, or after the closing brace.
   */
  private key(names: readonly Uint8Array[]): number {
    const { b, end } = this;
    const first = b[this.p - 1] === OPEN_OBJECT;
    let p = skipSpace(b, this.p, end);
    if (b[p] === CLOSE_OBJECT) {
      this.p = p + 1;
      return -3;
    }
    if (!first) {
      if (b[p] !== COMMA) return -2;
      p = skipSpace(b, p + 1, end);
    }
    if (p >= end || b[p] !== QUOTE) return -2;
    const from = p + 1;
    p = from;
    for (;;) {
      if (p >= end) return -2;
      const c = b[p];
      if (c === QUOTE) break;
      if (c === BACKSLASH) return -2;
      p++;
    }
    const length = p - from;
    p = skipSpace(b, p + 1, end);
    if (b[p] !== COLON) return -2;
    this.p = skipSpace(b, p + 1, end);
    for (let i = 0; i < names.length; i++) {
      const candidate = names[i];
      if (candidate.length === length && candidate[0] === b[from] && matches(b, from, end, candidate))
        return i;
    }
    return -1;
  }

  /** An id such as `"https://openalex.org/W123"`: its number; 0 for null; −1 (and no position) where unsure. */
  private number(prefix: Uint8Array): number {
    const { b, end } = this;
    let p = this.p;
    if (b[p] === LETTER_N) {
      this.nothing();
      return 0;
    }
    if (!matches(b, p, end, prefix)) return this.lost(-1);
    p += prefix.length;
    let value = 0;
    const from = p;
    for (; p < end; p++) {
      const digit = b[p] - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (p === from || p - from > 15 || b[p] !== QUOTE) return this.lost(-1);
    this.p = p + 1;
    return value;
  }

  private string(): string | null {
    const { b, end } = this;
    if (b[this.p] !== QUOTE) return this.nothing();
    const from = this.p + 1;
    let p = from;
    let ascii = true;
    for (;;) {
      if (p >= end) return this.lost(null);
      const c = b[p];
      if (c === QUOTE) break;
      if (c === BACKSLASH || c < 0x20) return this.escaped();
      if (c >= 0x80) ascii = false;
      p++;
    }
    this.p = p + 1;
    const value = ascii ? b.toString('latin1', from, p) : b.toString('utf8', from, p);
    return value.trim() === '' ? null : value;
  }

  private escaped(): string | null {
    const from = this.p;
    const p = skipString(this.b, from + 1, this.end);
    if (p < 0) return this.lost(null);
    this.p = p;
    try {
      const value = JSON.parse(this.b.toString('utf8', from, p)) as string;
      return value.trim() === '' ? null : value;
    } catch {
      return this.lost(null);
    }
  }

  private type(): string | null {
    const value = this.string();
    if (value === null) return null;
    let known = this.types.get(value);
    if (known === undefined) this.types.set(value, (known = workType(value)));
    return known;
  }

  private integer(): number | null {
    const { b, end } = this;
    let p = this.p;
    let value = 0;
    const from = p;
    for (; p < end; p++) {
      const digit = b[p] - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (p === from) return this.nothing();
    const c = b[p];
    if (p - from > 15 || (b[from] === 0x30 && p - from > 1)) return this.lost(null);
    if (c !== COMMA && c !== CLOSE_OBJECT && c !== 0x20) return this.lost(null);
    this.p = p;
    return value;
  }

  private boolean(): boolean | null {
    const { b, p, end } = this;
    if (matches(b, p, end, TRUE)) return ((this.p += 4), true);
    if (matches(b, p, end, FALSE)) return ((this.p += 5), false);
    return this.nothing();
  }

  /** `null`, or else unsure. */
  private nothing(): null {
    if (!matches(this.b, this.p, this.end, NULL)) return this.lost(null);
    this.p += 4;
    return null;
  }

  private lost<T>(value: T): T {
    this.p = -1;
    return value;
  }

  private code(codes: RawCodes): number {
    const code = codes.at(this.b, this.p, this.end);
    this.p = codes.after;
    return code;
  }

  private location(out: Work): boolean {
    this.p++;
    let seen = false;
    for (;;) {
      const field = this.key(NESTED_SOURCE);
      if (field === -3) return true;
      if (field === -2 || (field === 0 && seen)) return false;
      if (field === 0) {
        seen = true;
        if (this.b[this.p] === OPEN_OBJECT) out.source = this.code(this.sources) || null;
        else this.p = skipValue(this.b, this.p, this.end);
      } else this.p = skipValue(this.b, this.p, this.end);
      if (this.p < 0) return false;
    }
  }

  /** Topics carry a score that differs from work to work, so they are known by their bytes without it. */
  private topic(out: Work): boolean {
    const { b, end } = this;
    const from = this.p;
    const p = skipContainer(b, from, end);
    if (p < 0) return false;
    this.p = p;
    const value = b.toString('latin1', from, p).replace(/"score": ?[0-9.e+-]+/i, '');
    let code = this.topics.get(value);
    if (code === undefined) {
      try {
        code = this.parsed({ primary_topic: JSON.parse(b.toString('utf8', from, p)) as unknown }).topic ?? 0;
      } catch {
        return false;
      }
      this.topics.set(value, code);
    }
    out.topic = code === 0 ? null : code;
    return true;
  }

  private authorships(out: Work): boolean {
    const { b, end } = this;
    this.authors.reset();
    let p = skipSpace(b, this.p + 1, end);
    let count = 0;
    if (b[p] !== CLOSE_ARRAY) {
      for (;;) {
        if (b[p] !== OPEN_OBJECT) return false;
        this.p = p + 1;
        if (!this.authorship(out)) return false;
        count++;
        p = skipSpace(b, this.p, end);
        if (b[p] === CLOSE_ARRAY) break;
        if (b[p] !== COMMA) return false;
        p = skipSpace(b, p + 1, end);
      }
    }
    this.p = p + 1;
    out.authorships = count;
    out.authors = this.authors.distinct;
    return true;
  }

  private authorship(out: Work): boolean {
    const { b, end } = this;
    let seen = 0;
    let person = 0;
    let countriesAt = -1;
    const first = out.mentions;
    for (;;) {
      const field = this.key(AUTHORSHIP_FIELDS);
      if (field === -3) break;
      if (field === -2) return false;
      if (field >= 0) {
        if ((seen & (1 << field)) !== 0) return false;
        seen |= 1 << field;
      }
      if (field === AUTHOR && b[this.p] === OPEN_OBJECT) {
        person = this.person();
        if (person < 0) return false;
      } else if (field === INSTITUTIONS && b[this.p] === OPEN_ARRAY) {
        if (!this.mentioned(out)) return false;
      } else {
        if (field === INSTITUTIONS && !matches(b, this.p, end, NULL)) return false;
        if (field === COUNTRIES) countriesAt = this.p;
        this.p = skipValue(b, this.p, end);
        if (this.p < 0) return false;
      }
    }
    if (out.mentions === first) {
      const none = this.noInstitution(countriesAt);
      if (none === 0) return false;
      addMention(out, 0, none);
    }
    const author = this.authors.add(person);
    for (let i = first; i < out.mentions; i++) out.mentionAuthor[i] = author;
    return true;
  }

  private person(): number {
    this.p++;
    let id = -1;
    for (;;) {
      const field = this.key(NESTED_ID);
      if (field === -3) return id < 0 ? 0 : id;
      if (field === -2 || (field === 0 && id >= 0)) return -1;
      if (field === 0) {
        id = this.number(AUTHOR_ID);
        if (id < 0) return -1;
      } else this.p = skipValue(this.b, this.p, this.end);
      if (this.p < 0) return -1;
    }
  }

  private mentioned(out: Work): boolean {
    const { b, end } = this;
    let p = skipSpace(b, this.p + 1, end);
    if (b[p] !== CLOSE_ARRAY) {
      for (;;) {
        if (b[p] !== OPEN_OBJECT) return false;
        const code = this.institutions.at(b, p, end);
        p = this.institutions.after;
        if (p < 0) return false;
        if (code !== 0) addMention(out, 0, code);
        p = skipSpace(b, p, end);
        if (b[p] === CLOSE_ARRAY) break;
        if (b[p] !== COMMA) return false;
        p = skipSpace(b, p + 1, end);
      }
    }
    this.p = p + 1;
    return true;
  }

  private noInstitution(countriesAt: number): number {
    if (countriesAt < 0) return this.dictionaries.noInstitution(undefined);
    const { b, end } = this;
    if (b[skipSpace(b, countriesAt + 1, end)] === CLOSE_ARRAY)
      return this.dictionaries.noInstitution(undefined);
    const to = skipValue(b, countriesAt, end);
    try {
      return this.dictionaries.noInstitution(JSON.parse(b.toString('utf8', countriesAt, to)));
    } catch {
      return 0;
    }
  }
}
