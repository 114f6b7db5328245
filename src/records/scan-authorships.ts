import { CLOSED, type Cursor, Names, UNSURE } from './cursor.ts';
import type { Dictionaries } from './dictionary.ts';
import type { RawCodes } from './raw-codes.ts';
import { addMention, AuthorTable, type Work } from './work.ts';

const AUTHORSHIP = new Names(['author', 'institutions', 'countries']);
const [AUTHOR, INSTITUTIONS, COUNTRIES] = [0, 1, 2];
const PERSON = new Names(['id']);
const AUTHOR_ID = Buffer.from('"https://openalex.org/A');

/** Reads the authorships of a work; a part of `WorkScanner`, which says what its answers mean. */
export class AuthorshipScanner {
  private readonly authors = new AuthorTable();

  constructor(
    private readonly at: Cursor,
    private readonly institutions: RawCodes,
    private readonly dictionaries: Dictionaries,
  ) {}

  /** The array entered by the cursor's next step; false where not sure. */
  scan(out: Work): boolean {
    const { at, authors } = this;
    authors.reset();
    at.enter();
    let count = 0;
    while (at.element()) {
      if (!this.authorship(out)) return false;
      count++;
    }
    out.authorships = count;
    out.authors = authors.distinct;
    return !at.lost;
  }

  private authorship(out: Work): boolean {
    const { at } = this;
    const first = out.mentions;
    let seen = 0;
    let person = 0;
    let countriesAt = -1;
    at.enter();
    for (;;) {
      const field = at.key(AUTHORSHIP);
      if (field === CLOSED) break;
      if (field === UNSURE) return false;
      if (field >= 0) {
        if ((seen & (1 << field)) !== 0) return false;
        seen |= 1 << field;
      }
      if (field === AUTHOR && at.atObject) {
        person = this.person();
        if (person < 0) return false;
      } else if (field === INSTITUTIONS) {
        if (at.atArray) this.mentioned(out);
        else at.null(null);
      } else {
        if (field === COUNTRIES) countriesAt = at.position;
        at.skip();
      }
      if (at.lost) return false;
    }
    if (out.mentions === first) addMention(out, 0, this.noInstitution(countriesAt));
    const author = this.authors.add(person);
    for (let i = first; i < out.mentions; i++) out.mentionAuthor[i] = author;
    return true;
  }

  /** The number of the author's id, 0 where she has none, −1 where not sure. */
  private person(): number {
    const { at } = this;
    let id = -1;
    at.enter();
    for (;;) {
      const field = at.key(PERSON);
      if (field === CLOSED) return Math.max(id, 0);
      if (field === UNSURE || (field === 0 && id >= 0)) return -1;
      if (field === 0) id = at.id(AUTHOR_ID);
      else at.skip();
      if (at.lost) return -1;
    }
  }

  private mentioned(out: Work): void {
    const { at, institutions } = this;
    at.enter();
    while (at.element()) {
      const code = institutions.at(at.buffer, at.position, at.end);
      at.position = institutions.after;
      if (at.lost) return;
      if (code !== 0) addMention(out, 0, code);
    }
  }

  /** `position` stands on the authorship's `countries`, which were skipped and so are whole JSON; −1 without any. */
  private noInstitution(position: number): number {
    const { at, dictionaries } = this;
    if (position < 0 || at.isEmptyArray(position)) return dictionaries.noInstitution(undefined);
    const after = at.position;
    at.position = position;
    at.skip();
    const text = at.buffer.toString('utf8', position, at.position);
    at.position = after;
    return dictionaries.noInstitution(JSON.parse(text));
  }
}
