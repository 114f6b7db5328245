import type { Page, Pages, Values } from './pages.ts';
import type { Place } from './schema.ts';
import { sure, Unsure } from '../unsure.ts';

/**
 * Goes through a leaf entry by entry: `ahead` says how the next one goes on from the last (its level of repetition, 0
 * where a row begins or none is left), `take` goes to it and gives its level of definition. Where that is the greatest
 * there can be, the entry has the value at `value`. One class for leaves of all kinds: the engine that runs this then
 * knows where its fields lie.
 */
export class Cursor {
  /** Of the entry gone to last, among the values of its page. */
  value = -1;
  private repetition: Int32Array | null = null;
  private definition: Int32Array | null = null;
  private level = 0;
  private levels = 0;

  /** `turn` gives the next page, or null after the last. */
  constructor(
    readonly greatest: number,
    private readonly turn: () => Page | null,
  ) {}

  /** Goes to where no page is. */
  reset(): void {
    this.level = 0;
    this.levels = 0;
  }

  ahead(): number {
    if (this.level === this.levels && !this.turned()) return 0;
    return this.repetition === null ? 0 : this.repetition[this.level];
  }

  take(): number {
    const defined = this.defined();
    this.level++;
    if (defined === this.greatest) this.value++;
    return defined;
  }

  /** The level of definition of the entry that `take` goes to next. */
  defined(): number {
    if (this.level === this.levels) sure(this.turned(), 'columns of different lengths');
    return this.definition === null ? this.greatest : this.definition[this.level];
  }

  /** Goes to the next entry; whether it has a value. */
  next(): boolean {
    return this.take() === this.greatest;
  }

  /** Leaves out what is left of this many rows. */
  skip(rows: number): void {
    for (let left = rows; left > 0;) {
      this.take();
      if (this.ahead() === 0) left--;
    }
  }

  ended(): boolean {
    return this.level === this.levels && !this.turned();
  }

  private turned(): boolean {
    const page = this.turn();
    if (page === null) return false;
    ({ repetition: this.repetition, definition: this.definition, levels: this.levels } = page);
    this.level = 0;
    this.value = -1;
    return true;
  }
}

/** One leaf of a file: where it is gone through, and the values of the page that the cursor is in. */
export abstract class Leaf {
  readonly cursor: Cursor;
  private pages: Pages | null = null;

  constructor(readonly place: Place) {
    this.cursor = new Cursor(place.depth.definition, () => {
      const page = this.pages?.next() ?? null;
      if (page !== null) this.load(page, this.pages?.dictionary ?? null);
      return page;
    });
  }

  /** Goes to the beginning of a group of rows. */
  open(pages: Pages): void {
    this.pages = pages;
    this.cursor.reset();
    this.begin();
  }

  /** From which level of definition on a step of the way to the leaf is there. */
  there(step: string): number {
    const level = this.place.there.get(step);
    if (level === undefined) throw new Error(`${step} is no step to ${this.place.path.join('.')}`);
    return level;
  }

  /** Forgets the dictionary of the last group of rows. */
  protected abstract begin(): void;
  protected abstract load(page: Page, dictionary: Values | null): void;
}

/** Leaves of one object or list, which must agree on how far it is there. */
export class Together {
  readonly cursors: readonly Cursor[];
  private readonly far: number;

  /** `step` is the last that they have in common. */
  constructor(leaves: readonly Leaf[], step: string) {
    this.cursors = leaves.map(({ cursor }) => cursor);
    // Up to there their ways are one, and so are their levels.
    this.far = leaves.length === 0 ? 0 : leaves[0].there(step);
  }

  /** The level of definition of the next entry, as far as they have it in common. @throws Unsure where they do not agree */
  reach(): number {
    const { cursors, far } = this;
    if (cursors.length === 0) return 0;
    const reached = Math.min(cursors[0].defined(), far);
    for (let i = 1; i < cursors.length; i++)
      if (Math.min(cursors[i].defined(), far) !== reached) throw new Unsure('leaves that disagree');
    return reached;
  }

  /** How the next entry goes on from the last. @throws Unsure where they do not agree */
  ahead(): number {
    const { cursors } = this;
    if (cursors.length === 0) return 0;
    const next = cursors[0].ahead();
    for (let i = 1; i < cursors.length; i++)
      if (cursors[i].ahead() !== next) throw new Unsure('leaves of different lengths');
    return next;
  }
}
