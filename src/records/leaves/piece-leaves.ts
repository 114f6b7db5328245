import type { Dictionaries } from '../dictionary.ts';
import { Known, type MakeLeaf, NONE } from './known.ts';
import { type Leaf, Together } from './leaf.ts';
import { doubled, type Texts } from './texts.ts';
import type { RepeatedLeaf } from './value-leaves.ts';

const SOURCE = ['id', 'display_name', 'issn_l'];
const CLASSES = ['subfield', 'field', 'domain'];
const TOPIC = ['id', 'display_name', ...CLASSES.flatMap((name) => [`${name}.id`, `${name}.display_name`])];

/** The single texts of an object, in the order of its fields, and a list of texts beside them. */
class Fields {
  private readonly together: Together;
  private readonly there: number;

  /** `at` is the step from which on the object is there. */
  constructor(
    readonly leaves: readonly (RepeatedLeaf | null)[],
    readonly list: RepeatedLeaf | null,
    at: string,
  ) {
    const all = [...leaves, list].filter((leaf) => leaf !== null);
    this.together = new Together(all, at);
    this.there = all.at(0)?.there(at) ?? 1;
  }

  /** Goes to the next entry of each and puts down the numbers of its texts; whether the object is there. */
  read(values: Int32Array): boolean {
    const there = this.together.reach() >= this.there;
    for (let i = 0; i < this.leaves.length; i++) {
      const leaf = this.leaves[i];
      values[i] = leaf !== null && leaf.cursor.next() ? leaf.number() : NONE;
    }
    return there;
  }
}

/** A source: that of the primary location or, in old records, the host venue. */
export class SourceLeaves {
  private readonly known: Known;
  private readonly places: readonly Fields[];
  private values = new Int32Array(16);
  private size = 0;

  constructor(leaf: MakeLeaf, texts: Texts) {
    this.known = new Known('source', SOURCE, 'issn', texts);
    this.places = ['primary_location.source', 'host_venue'].map(
      (at) =>
        new Fields(
          SOURCE.map((field) => leaf(`${at}.${field}`)),
          leaf(`${at}.issn[]`),
          at,
        ),
    );
  }

  begin(dictionaries: Dictionaries): void {
    this.known.begin(dictionaries);
  }

  /** The code of the next row's, or null. */
  read(): number | null {
    let code: number | null = null;
    for (const place of this.places)
      if (this.next(place) && code === null) code = this.known.code(this.values, this.size);
    return code;
  }

  pass(): void {
    for (const place of this.places) this.next(place);
  }

  private next(place: Fields): boolean {
    const there = place.read(this.values);
    this.size = SOURCE.length;
    this.values[this.size++] = 0;
    const issns = place.list;
    if (issns === null) return there;
    do if (issns.cursor.next()) this.add(issns.number());
    while (issns.cursor.ahead() > 0);
    return there;
  }

  private add(number: number): void {
    if (this.size === this.values.length) this.values = doubled(this.values);
    this.values[this.size++] = number;
    this.values[SOURCE.length]++;
  }
}

/** A topic: the primary one or, in old records, the first of those there are. */
export class TopicLeaves {
  private readonly known: Known;
  private readonly primary: Fields;
  private readonly values = new Int32Array(TOPIC.length);
  /** The list of topics is only gone through where the primary one is missing. */
  private readonly listed: readonly (RepeatedLeaf | null)[];
  private readonly level: number;
  private openLeaf: (leaf: Leaf) => void = () => undefined;
  private row = 0;
  private readonly rows = new Map<RepeatedLeaf, number>();

  constructor(leaf: MakeLeaf, texts: Texts, later: MakeLeaf) {
    this.known = new Known('topic', TOPIC, null, texts);
    this.primary = new Fields(
      TOPIC.map((field) => leaf(`primary_topic.${field}`)),
      null,
      'primary_topic',
    );
    this.listed = TOPIC.map((field) => later(`topics[].${field}`));
    this.level = this.listed.find((each) => each !== null)?.there('topics[]!') ?? 0;
  }

  begin(dictionaries: Dictionaries): void {
    this.known.begin(dictionaries);
  }

  open(pages: (leaf: Leaf) => void): void {
    this.openLeaf = pages;
    this.rows.clear();
    this.row = 0;
  }

  /** The code of the next row's, or null. */
  read(): number | null {
    this.row++;
    const there = this.primary.read(this.values) || this.first();
    return there ? this.known.code(this.values, TOPIC.length) || null : null;
  }

  pass(): void {
    this.row++;
    this.primary.read(this.values);
  }

  /** Puts down the first of the row's topics; false where there is none. */
  private first(): boolean {
    let nth = NONE;
    for (let i = 0; i < this.listed.length; i++) {
      const leaf = this.listed[i];
      this.values[i] = NONE;
      if (leaf === null) continue;
      this.goTo(leaf);
      let entry = 0;
      do {
        const defined = leaf.cursor.take();
        if (nth === NONE && defined >= this.level) nth = entry;
        if (entry === nth && defined === leaf.cursor.greatest) this.values[i] = leaf.number();
        entry++;
      } while (leaf.cursor.ahead() > 0);
      // The first leaf tells where the topic stands, and whether the others are needed.
      if (nth === NONE) return false;
    }
    return nth !== NONE;
  }

  private goTo(leaf: RepeatedLeaf): void {
    const at = this.rows.get(leaf);
    if (at === undefined) this.openLeaf(leaf);
    leaf.cursor.skip(this.row - 1 - (at ?? 0));
    this.rows.set(leaf, this.row);
  }
}
