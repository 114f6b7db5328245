import { bits, Bytes, type PlainColumn } from './plain-columns.ts';
import type { Work } from './work.ts';

/** A title of more characters than this is cut: it is shown to people, and nothing is computed from it. */
export const LONGEST_TITLE = 1000;

/**
 * Where rows of works and mentions are gathered, by the scanner (`wasm/rows.ts` has the same layout) and here: `works`
 * has `WORK_BYTES` a row, `mentions` four numbers a row, and each text of works an area of its own, where those that are
 * there follow each other, with their lengths before them.
 */
export const AREAS = ['works', 'mentions', 'type', 'title', 'doi', 'updated', 'synthetic'] as const;
export type Area = (typeof AREAS)[number];
const TEXTS = ['type', 'title', 'doi', 'updated', 'synthetic'] as const;
export type Text = (typeof TEXTS)[number];

export const WORK_BYTES = 48;
/** Places of the numbers of a work: the id in the first eight bytes, then numbers of four, then single bytes. */
export const PLACES = {
  work: 0,
  row: 8,
  year: 12,
  citations: 16,
  source: 20,
  topic: 24,
  authorships: 28,
  authors: 32,
  retracted: 36,
  paratext: 37,
  extended: 38,
  truncated: 39,
  /** A bit for each text that is there, in their order, the first in the lowest. */
  texts: 40,
} as const;
/** What stands for null: in numbers of four bytes, which no number of a record reaches, and in `truncated`. */
export const NO_NUMBER = -(2 ** 31);
export const NOT_TOLD = 2;

const MENTION_BYTES = 16;

interface Columns {
  readonly rows: number;
  /** In the order of the relation; each valid until the next is asked for. */
  readonly columns: Iterable<PlainColumn>;
}

/** Rows of works and of their mentions, until they are written. */
export class WorkRows {
  readonly areas: Readonly<Record<Area, Bytes>> = {
    works: new Bytes(),
    mentions: new Bytes(),
    type: new Bytes(),
    title: new Bytes(),
    doi: new Bytes(),
    updated: new Bytes(),
    synthetic: new Bytes(),
  };
  private readonly slot = new Uint8Array(WORK_BYTES);
  private readonly words = new Int32Array(this.slot.buffer);
  /** Mentions of each author of a work, by her position; zero between works. */
  private among = new Int32Array(256);
  /** Those of the column asked for last. */
  private values = new Int32Array(0);

  /** Bytes in all areas. */
  size(): number {
    return AREAS.reduce((sum, area) => sum + this.areas[area].length, 0);
  }

  clear(): void {
    for (const area of AREAS) this.areas[area].clear();
  }

  /** The rows of a work that was parsed; to the byte what the scanner writes. */
  add(work: Work, row: number): void {
    let told = 0;
    for (const [i, text] of TEXTS.entries()) {
      const value = work[text];
      if (value === null) continue;
      this.areas[text].text(text === 'title' ? shortened(value) : value);
      told |= 1 << i;
    }
    const { slot, words, areas } = this;
    words[PLACES.work >> 2] = work.id % 2 ** 32;
    words[(PLACES.work >> 2) + 1] = Math.floor(work.id / 2 ** 32);
    words[PLACES.row >> 2] = row;
    words[PLACES.year >> 2] = work.year ?? NO_NUMBER;
    words[PLACES.citations >> 2] = work.citations ?? NO_NUMBER;
    words[PLACES.source >> 2] = work.source ?? NO_NUMBER;
    words[PLACES.topic >> 2] = work.topic ?? NO_NUMBER;
    words[PLACES.authorships >> 2] = work.authorships;
    words[PLACES.authors >> 2] = work.authors;
    slot[PLACES.retracted] = Number(work.retracted);
    slot[PLACES.paratext] = Number(work.paratext);
    slot[PLACES.extended] = Number(work.extended);
    slot[PLACES.truncated] = work.truncated === null ? NOT_TOLD : Number(work.truncated);
    slot[PLACES.texts] = told;
    areas.works.append(slot);
    this.addMentions(work, row);
  }

  private addMentions({ mentions, authorships, mentionAuthor, mentionInstitution }: Work, row: number): void {
    if (authorships > this.among.length) this.among = new Int32Array(authorships * 2);
    const { among } = this;
    for (let i = 0; i < mentions; i++) among[mentionAuthor[i]]++;
    const area = this.areas.mentions;
    for (let i = 0; i < mentions; i++) {
      const author = mentionAuthor[i];
      area.four(row, author, among[author], mentionInstitution[i]);
    }
    for (let i = 0; i < mentions; i++) among[mentionAuthor[i]] = 0;
  }

  /** The rows as columns of their relations, until more is added. */
  columns(): Readonly<Record<'works' | 'mentions', Columns>> {
    const { works, mentions } = this.areas;
    return {
      works: { rows: works.length / WORK_BYTES, columns: this.ofWorks() },
      mentions: { rows: mentions.length / MENTION_BYTES, columns: this.ofMentions() },
    };
  }

  private *ofWorks(): Generator<PlainColumn> {
    const { areas } = this;
    const works = areas.works.integers();
    const bytes = areas.works.view();
    const number = (place: number): PlainColumn => this.numbers(works, WORK_BYTES, place);
    const text = (i: number): PlainColumn => ({
      values: areas[TEXTS[i]].view(),
      present: told(bytes, PLACES.texts, 1 << i),
    });
    yield number(PLACES.row);
    yield this.ids(works);
    yield number(PLACES.year);
    yield text(0);
    yield text(1);
    yield text(2);
    yield number(PLACES.citations);
    yield text(3);
    yield flags(bytes, PLACES.retracted);
    yield flags(bytes, PLACES.paratext);
    yield flags(bytes, PLACES.extended);
    yield flags(bytes, PLACES.truncated);
    yield number(PLACES.source);
    yield number(PLACES.topic);
    yield number(PLACES.authorships);
    yield number(PLACES.authors);
    yield text(4);
  }

  private *ofMentions(): Generator<PlainColumn> {
    const mentions = this.areas.mentions.integers();
    for (const place of [0, 4, 8, 12]) yield this.numbers(mentions, MENTION_BYTES, place);
  }

  /** One number of each row, those that are there. */
  private numbers(rows: Int32Array, rowBytes: number, place: number): PlainColumn {
    const step = rowBytes >> 2;
    const first = place >> 2;
    const count = rows.length / step;
    const values = this.room(count);
    let to = 0;
    for (let at = first; at < rows.length; at += step) {
      const value = rows[at];
      if (value !== NO_NUMBER) values[to++] = value;
    }
    return {
      values: new Uint8Array(values.buffer, 0, to * 4),
      present: to === count ? null : bits(count, (row) => rows[row * step + first] !== NO_NUMBER),
    };
  }

  /** The numbers of eight bytes that rows of works begin with. */
  private ids(works: Int32Array): PlainColumn {
    const step = WORK_BYTES >> 2;
    const values = this.room((works.length / step) * 2);
    let to = 0;
    for (let at = 0; at < works.length; at += step) {
      values[to++] = works[at];
      values[to++] = works[at + 1];
    }
    return { values: new Uint8Array(values.buffer, 0, to * 4), present: null };
  }

  private room(numbers: number): Int32Array {
    if (this.values.length < numbers) this.values = new Int32Array(numbers);
    return this.values;
  }
}

function flags(works: Buffer, place: number): PlainColumn {
  const rows = works.length / WORK_BYTES;
  const values = new Uint8Array((rows + 7) >> 3);
  let to = 0;
  for (let at = place; at < works.length; at += WORK_BYTES) {
    const flag = works[at];
    if (flag === NOT_TOLD) continue;
    values[to >> 3] |= flag << (to & 7);
    to++;
  }
  const present = to === rows ? null : bits(rows, (row) => works[row * WORK_BYTES + place] !== NOT_TOLD);
  return { values: values.subarray(0, (to + 7) >> 3), present };
}

/** Of each row whether that bit is set. */
function told(works: Buffer, place: number, bit: number): Uint8Array {
  const rows = works.length / WORK_BYTES;
  const values = new Uint8Array((rows + 7) >> 3);
  for (let row = 0, at = place; row < rows; row++, at += WORK_BYTES) {
    if (works[at] & bit) values[row >> 3] |= 1 << (row & 7);
  }
  return values;
}

/** As much of a title as is kept. */
export function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const characters = Array.from(title);
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
