import { CLOSED, Cursor, Names, UNSURE } from './cursor.ts';
import type { Dictionaries } from './dictionary.ts';
import { extract } from './extract.ts';
import { RawCodes } from './raw-codes.ts';
import { AuthorshipScanner } from './scan-authorships.ts';
import { emptyWork, resetWork, type Work, workType } from './work.ts';

const WORK_ID = Buffer.from('"https://openalex.org/W');

/** The fields of a work that are used. The place of each is the bit that marks it as seen. */
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
] as const;
type Field = (typeof FIELDS)[number];
const WORK = new Names(FIELDS);
const LOCATION = new Names(['source']);

/**
 * Reads works from lines of JSON by walking over their bytes and making values only of what is used. It answers only
 * where it is sure: anything out of the ordinary (an escape in a key, a used field that occurs twice or has an odd
 * type, an id of another form, nesting beyond 29 levels) makes `scan` return false, and the line goes to `JSON.parse`
 * and `extract`, with which it must agree.
 *
 * What is skipped is checked as strictly as what is used: `scan` accepts no line that `JSON.parse` refuses. Bytes
 * that are no UTF-8 are no concern of either; they become U+FFFD in both. A line that is refused half-way may leave
 * entries in the dictionaries that no work uses.
 */
export class WorkScanner {
  private readonly at = new Cursor();
  private readonly authorships: AuthorshipScanner;
  private readonly sources: RawCodes;
  private readonly topics: RawCodes;
  private readonly types = new Map<string, string>();
  private readonly slot = emptyWork();

  // What the fields of the record at hand have told so far.
  private titleAt = -1;
  private topicTold = false;
  private topicsAt = -1;
  private venue = 0;

  constructor(private readonly dictionaries: Dictionaries) {
    const institutions = new RawCodes((value) => {
      const code = this.parsed({ authorships: [{ institutions: [value] }] }).mentionInstitution[0];
      return dictionaries.institutions.entries[code - 1].kind === 'none' ? 0 : code;
    });
    this.authorships = new AuthorshipScanner(this.at, institutions, dictionaries);
    this.sources = new RawCodes((value) => this.parsed({ host_venue: value }).source ?? 0);
    // A topic has a score that differs from work to work; its id fills the first 36 bytes.
    this.topics = new RawCodes((value) => this.parsed({ primary_topic: value }).topic ?? 0, {
      hashed: 36,
      varying: '"score":',
    });
  }

  /** One parsed piece of a record, read by `extract` itself, so that there is one meaning only. */
  private parsed(record: Readonly<Record<string, unknown>>): Work {
    extract({ id: 'W1', ...record }, this.dictionaries, this.slot);
    return this.slot;
  }

  /** Reads the record in `buffer[start, end)` into `out`; false where it is not sure, and `out` then means nothing. */
  scan(buffer: Buffer, start: number, end: number, out: Work): boolean {
    const { at } = this;
    at.start(buffer, start, end);
    if (!at.atObject) return false;
    resetWork(out);
    this.titleAt = -1;
    this.topicTold = false;
    this.topicsAt = -1;
    this.venue = 0;
    at.enter();
    let seen = 0;
    for (;;) {
      const field = at.key(WORK);
      if (field === CLOSED) break;
      if (field === UNSURE) return false;
      if (field >= 0) {
        if ((seen & (1 << field)) !== 0) return false;
        seen |= 1 << field;
        if (!this.field(FIELDS[field], out)) return false;
      } else at.skip();
      if (at.lost) return false;
    }
    return at.isDone && out.id !== 0 && this.concluded(out);
  }

  /** Reads the value of one field; false, or a lost position, where not sure. */
  private field(name: Field, out: Work): boolean {
    const { at } = this;
    switch (name) {
      case 'id':
        out.id = at.id(WORK_ID);
        break;
      case 'doi':
        out.doi = at.string();
        break;
      case 'display_name':
        out.title = at.string();
        break;
      case 'title':
        this.titleAt = at.position;
        at.skip();
        break;
      case 'publication_year':
        out.year = at.integer();
        break;
      case 'type':
        out.type = this.type();
        break;
      case 'is_retracted':
        out.retracted = at.boolean() ?? false;
        break;
      case 'is_paratext':
        out.paratext = at.boolean() ?? false;
        break;
      case 'is_xpac':
        out.extended = at.boolean() ?? false;
        break;
      case 'is_authors_truncated':
        out.truncated = at.boolean();
        break;
      case 'cited_by_count':
        out.citations = at.integer();
        break;
      case 'updated_date':
        out.updated = at.string();
        break;
      case 'primary_location':
        return at.atObject ? this.location(out) : at.null(true);
      case 'host_venue':
        this.venue = at.atObject ? this.code(this.sources) : at.null(0);
        break;
      case 'primary_topic':
        this.topicTold = at.atObject;
        out.topic = this.topicTold ? this.code(this.topics) || null : at.null(null);
        break;
      case 'topics':
        this.topicsAt = at.position;
        at.skip();
        break;
      case 'authorships':
        return at.atArray ? this.authorships.scan(out) : at.null(true);
    }
    return true;
  }

  private type(): string | null {
    const value = this.at.string();
    if (value === null) return null;
    let known = this.types.get(value);
    if (known === undefined) this.types.set(value, (known = workType(value)));
    return known;
  }

  private location(out: Work): boolean {
    const { at } = this;
    let seen = false;
    at.enter();
    for (;;) {
      const field = at.key(LOCATION);
      if (field === CLOSED) return true;
      if (field === UNSURE || (field === 0 && seen)) return false;
      if (field === 0) seen = true;
      if (field === 0 && at.atObject) out.source = this.code(this.sources) || null;
      else at.skip();
      if (at.lost) return false;
    }
  }

  private code(codes: RawCodes): number {
    const { at } = this;
    const code = codes.at(at.buffer, at.position, at.end);
    at.position = codes.after;
    return code;
  }

  /** What depends on several fields, once all are read. */
  private concluded(out: Work): boolean {
    const { at, titleAt, topicsAt } = this;
    if (out.source === null && this.venue !== 0) out.source = this.venue;
    if (out.title === null && titleAt >= 0) {
      at.position = titleAt;
      out.title = at.string();
      if (at.lost) return false;
    }
    if (out.topic !== null || topicsAt < 0 || at.isEmptyArray(topicsAt)) return true;
    // Before 2024 there was no primary topic: the first of `topics` counts.
    at.position = topicsAt;
    if (this.topicTold || !at.atArray) return false;
    at.enter();
    if (!at.element()) return false;
    out.topic = this.code(this.topics) || null;
    return !at.lost;
  }
}
