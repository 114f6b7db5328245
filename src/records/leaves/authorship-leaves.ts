import type { Dictionaries } from '../dictionary.ts';
import { addMention, AuthorTable, type Work } from '../work.ts';
import { Known, type MakeLeaf, NONE } from './known.ts';
import { Together } from './leaf.ts';
import { doubled, type Texts } from './texts.ts';
import { sure } from '../unsure.ts';
import type { IdLeaf, RepeatedLeaf } from './value-leaves.ts';

const FIELDS = ['id', 'ror', 'display_name', 'country_code'];
const INSTITUTIONS = 'authorships[].institutions[]';
const COUNTRIES = 'authorships[].countries[]';
/** Levels of repetition: the next authorship, the next of its institutions or countries, the next of a lineage. */
const AUTHORSHIP = 1;
const ENTRY = 2;
const LINEAGE = 3;

/** The leaves of authorships: who, where, and in which countries. */
export class AuthorshipLeaves {
  private readonly author: IdLeaf | null;
  private readonly countries: RepeatedLeaf | null;
  private readonly countryThere: number;
  private readonly institutions: InstitutionLeaves;
  private readonly all: Together;
  /** From which level of definition on there is an authorship. */
  private readonly there: number;
  private readonly authors = new AuthorTable();
  private dictionaries: Dictionaries | null = null;
  /** Codes of those without an institution in this segment, by the number of their country's text. */
  private readonly nowhere = new Map<number, number>();

  constructor(
    leaf: MakeLeaf,
    id: (name: string) => IdLeaf | null,
    private readonly texts: Texts,
  ) {
    this.author = id('authorships[].author.id');
    this.countries = leaf(COUNTRIES);
    this.countryThere = this.countries?.there(COUNTRIES) ?? 0;
    this.institutions = new InstitutionLeaves(leaf, texts);
    const leaves = [this.author, this.countries, ...this.institutions.leaves].filter((each) => each !== null);
    sure(leaves.length > 0, 'no authorships');
    this.all = new Together(leaves, 'authorships[]!');
    this.there = leaves[0].there('authorships[]');
  }

  begin(dictionaries: Dictionaries): void {
    this.dictionaries = dictionaries;
    this.institutions.begin(dictionaries);
    this.nowhere.clear();
  }

  pass(): void {
    for (const cursor of this.all.cursors) cursor.skip(1);
  }

  /** Adds the authorships of the next row to a work. */
  read(work: Work): void {
    const { author, authors, institutions, all } = this;
    authors.reset();
    let next = 0;
    do {
      // A row without authorships has one entry all the same.
      const some = all.reach() >= this.there;
      const person = author !== null && author.cursor.next() ? author.id() : 0;
      const country = this.country();
      const count = institutions.read();
      next = all.ahead();
      sure(next <= AUTHORSHIP, 'authorships of different lengths');
      if (!some) continue;
      work.authorships++;
      const position = authors.add(person);
      for (let i = 0; i < count; i++) addMention(work, position, institutions.codes[i]);
      if (count === 0) addMention(work, position, this.withoutInstitution(country));
    } while (next === AUTHORSHIP);
    work.authors = authors.distinct;
  }

  /** The number of the next authorship's country, if it names one. */
  private country(): number {
    const { countries } = this;
    if (countries === null) return NONE;
    const { cursor } = countries;
    const defined = cursor.take();
    let count = defined >= this.countryThere ? 1 : 0;
    const number = defined === cursor.greatest ? countries.number() : NONE;
    for (; cursor.ahead() === ENTRY; count++) cursor.take();
    return count === 1 ? number : NONE;
  }

  private withoutInstitution(country: number): number {
    let code = this.nowhere.get(country);
    if (code === undefined) {
      code = (this.dictionaries as Dictionaries).noInstitution(
        country === NONE ? [] : [this.texts.text(country)],
      );
      this.nowhere.set(country, code);
    }
    return code;
  }
}

/** The leaves of the institutions of authorships. */
class InstitutionLeaves {
  readonly leaves: readonly RepeatedLeaf[];
  private readonly all: Together;
  /** Of the authorship read last, as many as `read` gives. */
  codes = new Int32Array(16);
  private readonly fields: readonly (RepeatedLeaf | null)[];
  private readonly lineage: RepeatedLeaf | null;
  /** From which levels on there is a list of its lineage, and an entry in it. */
  private readonly listThere: number;
  private readonly entryThere: number;
  private readonly known: Known;
  private values = new Int32Array(16);
  private size = 0;

  constructor(leaf: MakeLeaf, texts: Texts) {
    this.fields = FIELDS.map((field) => leaf(`${INSTITUTIONS}.${field}`));
    this.lineage = leaf(`${INSTITUTIONS}.lineage[]`);
    this.listThere = this.lineage?.there(`${INSTITUTIONS}.lineage`) ?? 0;
    this.entryThere = this.lineage?.there(`${INSTITUTIONS}.lineage[]`) ?? 0;
    this.leaves = [...this.fields, this.lineage].filter((each) => each !== null);
    this.all = new Together(this.leaves, `${INSTITUTIONS}!`);
    this.known = new Known('institution', FIELDS, 'lineage', texts);
  }

  begin(dictionaries: Dictionaries): void {
    this.known.begin(dictionaries);
  }

  /** How many institutions the next authorship mentions; an entry without an id or a name is none. */
  read(): number {
    const { all } = this;
    if (all.cursors.length === 0) return 0;
    let count = 0;
    let next = 0;
    do {
      all.reach();
      let told = false;
      for (let i = 0; i < this.fields.length; i++) {
        const leaf = this.fields[i];
        const there = leaf !== null && leaf.cursor.next();
        this.values[i] = there ? leaf.number() : NONE;
        told ||= there;
      }
      this.readLineage();
      next = all.ahead();
      sure(next < LINEAGE, 'institutions of different lengths');
      const code = told ? this.known.code(this.values, this.size) : 0;
      if (code === 0) continue;
      if (count === this.codes.length) this.codes = doubled(this.codes);
      this.codes[count++] = code;
    } while (next === ENTRY);
    return count;
  }

  private readLineage(): void {
    const { lineage } = this;
    this.size = FIELDS.length;
    this.values[this.size++] = NONE;
    if (lineage === null) return;
    const { cursor } = lineage;
    do {
      const defined = cursor.take();
      if (defined < this.listThere) return;
      if (this.values[FIELDS.length] === NONE) this.values[FIELDS.length] = 0;
      if (defined < this.entryThere) return;
      if (this.size === this.values.length) this.values = doubled(this.values);
      this.values[this.size++] = defined === cursor.greatest ? lineage.number() : NONE;
    } while (cursor.ahead() === LINEAGE);
  }
}
