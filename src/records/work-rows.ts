import { bits, Bytes, type PlainColumn } from './plain-columns.ts';
import { FIELDS, FLAGS, NUMBERS, SCALARS, TEXTS } from './spec.ts';
import type { Work } from './work.ts';

/** A title of more characters than this is cut: it is shown to people, and nothing is computed from it. */
const LONGEST_TITLE = FIELDS.title.longest;

/**
 * Where rows of works and mentions are gathered, by the scanner (`wasm/generated` has the same layout) and here: `works`
 * has `WORK_BYTES` a row, `mentions` five numbers a row, and each text of works an area of its own, where those that are
 * there follow each other, with their lengths before them.
 */
export const AREAS = ['works', 'mentions', ...TEXTS] as const;
export type Area = (typeof AREAS)[number];

const IN_FOUR = ['row', ...NUMBERS, 'source', 'topic', 'authorships', 'authors'] as const;
const FIRST_FLAG = 8 + 4 * IN_FOUR.length;
const AT_TEXTS = (FIRST_FLAG + FLAGS.length + 7) & ~7;
export const WORK_BYTES = AT_TEXTS + 8;
type Place = 'work' | (typeof IN_FOUR)[number] | (typeof FLAGS)[number] | 'texts';
/** Places of the numbers of a work: the id in the first eight bytes, then numbers of four, then single bytes. */
export const PLACES = Object.fromEntries([
  ['work', 0],
  ...IN_FOUR.map((number, i) => [number, 8 + 4 * i]),
  ...FLAGS.map((flag, i) => [flag, FIRST_FLAG + i]),
  // A bit for each text that is there, in their order, the first in the lowest.
  ['texts', AT_TEXTS],
]) as Readonly<Record<Place, number>>;
/** What stands for null: in numbers of four bytes, which no number of a record reaches, and in `truncated`. */
export const NO_NUMBER = -(2 ** 31);
export const NOT_TOLD = 2;

const MENTION_BYTES = 20;

interface Columns {
  readonly rows: number;
  /** In the order of the relation; each valid until the next is asked for. */
  readonly columns: Iterable<PlainColumn>;
}

/** Rows of works and of their mentions, until they are written. */
export class WorkRows {
  readonly areas = Object.fromEntries(AREAS.map((area) => [area, new Bytes()])) as Readonly<
    Record<Area, Bytes>
  >;
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
    for (const number of NUMBERS) words[PLACES[number] >> 2] = work[number] ?? NO_NUMBER;
    words[PLACES.source >> 2] = work.source ?? NO_NUMBER;
    words[PLACES.topic >> 2] = work.topic ?? NO_NUMBER;
    words[PLACES.authorships >> 2] = work.authorships;
    words[PLACES.authors >> 2] = work.authors;
    for (const flag of FLAGS) slot[PLACES[flag]] = Number(work[flag] ?? NOT_TOLD);
    slot[PLACES.texts] = told;
    areas.works.append(slot);
    this.addMentions(work, row);
  }

  private addMentions(work: Work, row: number): void {
    const { mentions, authorships, mentionAuthor, mentionInstitution, mentionAddress } = work;
    if (authorships > this.among.length) this.among = new Int32Array(authorships * 2);
    const { among } = this;
    for (let i = 0; i < mentions; i++) among[mentionAuthor[i]]++;
    const area = this.areas.mentions;
    for (let i = 0; i < mentions; i++) {
      const author = mentionAuthor[i];
      area.five(row, author, among[author], mentionInstitution[i], mentionAddress[i]);
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
    yield number(PLACES.row);
    yield this.ids(works);
    for (const column of SCALARS) {
      const { type } = FIELDS[column];
      if (type === 'integer') yield number(PLACES[column as (typeof NUMBERS)[number]]);
      else if (type === 'boolean') yield flags(bytes, PLACES[column as (typeof FLAGS)[number]]);
      else {
        const text = column as (typeof TEXTS)[number];
        const bit = 1 << TEXTS.indexOf(text);
        yield { values: areas[text].view(), present: told(bytes, PLACES.texts, bit) };
      }
    }
    for (const column of ['source', 'topic', 'authorships', 'authors'] as const) yield number(PLACES[column]);
  }

  private *ofMentions(): Generator<PlainColumn> {
    const mentions = this.areas.mentions.integers();
    for (const place of [0, 4, 8, 12, 16]) yield this.numbers(mentions, MENTION_BYTES, place);
  }

  /** One number of each row, those that are there. */
  private numbers(rows: Int32Array, rowBytes: number, place: number): PlainColumn {
    const step = rowBytes >> 2;
    const first = place >> 2;
    const count = rows.length / step;
    const values = this.buffer(count);
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
    const values = this.buffer((works.length / step) * 2);
    let to = 0;
    for (let at = 0; at < works.length; at += step) {
      values[to++] = works[at];
      values[to++] = works[at + 1];
    }
    return { values: new Uint8Array(values.buffer, 0, to * 4), present: null };
  }

  private buffer(numbers: number): Int32Array {
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
