import { isUtf8 } from 'node:buffer';
import type { FileMetaData } from 'hyparquet';
import { GREATEST } from '../ids.ts';
import type { Dictionaries } from '../dictionary.ts';
import { text } from '../dictionary.ts';
import { emptyWork, resetWork, workType } from '../work.ts';
import type { Text, WorkRows } from '../work-rows.ts';
import { LONGEST_TITLE } from '../work-rows.ts';
import { AuthorshipLeaves } from './authorship-leaves.ts';
import type { Leaf } from './leaf.ts';
import { Pages } from './pages.ts';
import { SourceLeaves, TopicLeaves } from './piece-leaves.ts';
import { chunkOf, type Place } from './schema.ts';
import { Texts } from './texts.ts';
import { sure } from '../unsure.ts';
import { BooleanLeaf, IdLeaf, NumberLeaf, RepeatedLeaf, TextLeaf } from './value-leaves.ts';

/** Bytes of a text of which it is not looked whether it is to be cut. */
const SHORT = LONGEST_TITLE;

type Group = FileMetaData['row_groups'][number];

/** The leaves of works, of which the rows of the relations are made. */
export class WorkLeaves {
  private readonly texts = new Texts();
  private readonly leaves: Leaf[] = [];
  private readonly id: IdLeaf;
  private readonly numbers: Readonly<Record<'year' | 'citations', NumberLeaf | null>>;
  private readonly flags: Readonly<
    Record<'retracted' | 'paratext' | 'extended' | 'truncated', BooleanLeaf | null>
  >;
  private readonly shown: TextLeaf | null;
  private readonly title: TextLeaf | null;
  private readonly doi: TextLeaf | null;
  private readonly updated: TextLeaf | NumberLeaf | null;
  private readonly type: RepeatedLeaf | null;
  private readonly types = new Map<number, string | null>();
  private readonly source: SourceLeaves;
  private readonly topic: TopicLeaves;
  private readonly authorships: AuthorshipLeaves;
  private readonly slot = emptyWork();

  /** @throws Unsure */
  constructor(
    private readonly file: number,
    private readonly places: ReadonlyMap<string, Place>,
  ) {
    const { texts } = this;
    const repeated = (name: string): RepeatedLeaf | null =>
      this.leaf(name, (place) => new RepeatedLeaf(place, texts));
    const id = this.leaf('id', (place) => new IdLeaf(place, 'W'));
    sure(id !== null, 'no ids');
    this.id = id;
    const number = (name: string): NumberLeaf | null => this.leaf(name, (place) => new NumberLeaf(place));
    const flag = (name: string): BooleanLeaf | null => this.leaf(name, (place) => new BooleanLeaf(place));
    const own = (name: string): TextLeaf | null => this.leaf(name, (place) => new TextLeaf(place));
    this.numbers = { year: number('publication_year'), citations: number('cited_by_count') };
    this.flags = {
      retracted: flag('is_retracted'),
      paratext: flag('is_paratext'),
      extended: flag('is_xpac'),
      truncated: flag('is_authors_truncated'),
    };
    this.shown = own('display_name');
    this.title = own('title');
    this.doi = own('doi');
    this.updated = places.get('updated_date')?.kind === 'text' ? own('updated_date') : number('updated_date');
    this.type = repeated('type');
    this.source = new SourceLeaves(repeated, texts);
    this.topic = new TopicLeaves(repeated, texts, (name) => {
      const place = places.get(name);
      return place === undefined ? null : new RepeatedLeaf(place, texts);
    });
    this.authorships = new AuthorshipLeaves(
      repeated,
      (name) => this.leaf(name, (place) => new IdLeaf(place, 'A')),
      texts,
    );
  }

  /** Bytes of the texts that recur, as far as they were met. */
  get remembered(): number {
    return this.texts.length;
  }

  /** Begins a segment. */
  begin(dictionaries: Dictionaries): void {
    this.source.begin(dictionaries);
    this.topic.begin(dictionaries);
    this.authorships.begin(dictionaries);
  }

  open(group: Group): void {
    const pages = (leaf: Leaf): void => {
      leaf.open(new Pages(this.file, chunkOf(group.columns, leaf.place), leaf.place.depth));
    };
    this.leaves.forEach(pages);
    this.topic.open(pages);
  }

  /** That no column of the group of rows goes on. @throws Unsure */
  close(): void {
    for (const leaf of this.leaves) sure(leaf.cursor.ended(), 'columns of different lengths');
  }

  /** Adds the work in the next row; false where it has no id of a work, and is none. */
  read(rows: WorkRows, row: number): boolean {
    const { slot, numbers, flags } = this;
    resetWork(slot);
    const id = this.id.cursor.next() ? this.id.id() : 0;
    slot.id = id;
    slot.year = whole(numbers.year);
    slot.citations = whole(numbers.citations);
    slot.retracted = told(flags.retracted) ?? false;
    slot.paratext = told(flags.paratext) ?? false;
    slot.extended = told(flags.extended) ?? false;
    slot.truncated = told(flags.truncated);
    const shown = this.shown !== null && this.shown.cursor.next();
    const titled = this.title !== null && this.title.cursor.next();
    const doi = this.doi !== null && this.doi.cursor.next();
    const dated = this.updated !== null && this.updated.cursor.next();
    const typed = this.type !== null && this.type.cursor.next();
    if (id === 0) {
      this.source.pass();
      this.topic.pass();
      this.authorships.pass();
      return false;
    }
    slot.source = this.source.read();
    slot.topic = this.topic.read();
    this.authorships.read(slot);
    let there = 0;
    if (typed) {
      const type = this.typeOf(this.type.number());
      if (type !== null) there |= rows.text('type', type);
    }
    const named = shown ? add(rows, 'title', this.shown) : 0;
    there |= named;
    if (titled && named === 0) there |= add(rows, 'title', this.title);
    if (doi) there |= add(rows, 'doi', this.doi);
    if (dated) {
      const { updated } = this;
      there |=
        updated instanceof TextLeaf
          ? add(rows, 'updated', updated)
          : rows.text('updated', moment(updated as NumberLeaf));
    }
    rows.addNumbers(slot, there, row);
    return true;
  }

  private leaf<T extends Leaf>(name: string, make: (place: Place) => T): T | null {
    const place = this.places.get(name);
    if (place === undefined) return null;
    const leaf = make(place);
    this.leaves.push(leaf);
    return leaf;
  }

  private typeOf(number: number): string | null {
    let type = this.types.get(number);
    if (type === undefined) {
      const told = text(this.texts.text(number));
      type = told === null ? null : workType(told);
      this.types.set(number, type);
    }
    return type;
  }
}

/** A number that a column of the relations holds, or null. */
function whole(leaf: NumberLeaf | null): number | null {
  if (leaf === null || !leaf.cursor.next()) return null;
  const number = leaf.number();
  return Math.abs(number) <= GREATEST ? number : null;
}

function told(leaf: BooleanLeaf | null): boolean | null {
  return leaf !== null && leaf.cursor.next() ? leaf.holds() : null;
}

/** Adds the text at a leaf unless it is blank; gives its bit. @throws Unsure where it is no UTF-8 */
function add(rows: WorkRows, area: Text, leaf: TextLeaf): number {
  const { bytes } = leaf;
  const from = leaf.from();
  const to = leaf.to();
  const visible = from < to && bytes[from] > 0x20 && bytes[from] < 0x7f;
  if (visible && to - from <= SHORT) return rows.bytes(area, bytes, from, to);
  const whole = Buffer.from(bytes.subarray(from, to));
  sure(isUtf8(whole), 'text that is no UTF-8');
  const value = text(whole.toString());
  return value === null ? 0 : rows.text(area, value);
}

const DAY = 86_400_000;

/** As the records write it: a day, or a moment with six digits of the second, UTC. */
function moment(leaf: NumberLeaf): string {
  const { kind } = leaf.place;
  const number = leaf.number();
  if (kind === 'days') return new Date(number * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const micros = kind === 'microseconds' ? number : number * 1000;
  const millis = Math.floor(micros / 1000);
  return `${new Date(millis).toISOString().slice(0, -1)}${String(micros - millis * 1000).padStart(3, '0')}`;
}
