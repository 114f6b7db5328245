import { NOTHING, type Scalars } from './spec.ts';

/**
 * What is read of one publication record, in the reader's own terms: ids as numbers, institutions, sources and
 * topics as codes of the segment's dictionaries. One object is reused for every record of a file.
 */
export interface Work extends Scalars {
  /** The number in `https://openalex.org/W123`. */
  id: number;
  source: number | null;
  topic: number | null;
  /** Authorships as listed, before authors are united. */
  authorships: number;
  /** Distinct authors: authorships with the same author id are one, an author without an id is her own. */
  authors: number;
  /** How many mentions stand in the three arrays below. */
  mentions: number;
  /** Per mention: the position of the author's first authorship. */
  mentionAuthor: Int32Array;
  /** Per mention: code of the institution in the dictionary; an author without any has one mention of `none`. */
  mentionInstitution: Int32Array;
  /** Per mention: code of what the address beside it says; 0 where there is none. */
  mentionAddress: Int32Array;
}

const BLANK = { ...NOTHING, id: 0, source: null, topic: null, authorships: 0, authors: 0, mentions: 0 };

export function emptyWork(): Work {
  const numbers = (): Int32Array => new Int32Array(256);
  return { ...BLANK, mentionAuthor: numbers(), mentionInstitution: numbers(), mentionAddress: numbers() };
}

export function resetWork(work: Work): void {
  Object.assign(work, BLANK);
}

export function addMention(work: Work, author: number, institution: number, address: number): void {
  if (work.mentions === work.mentionAuthor.length) {
    work.mentionAuthor = doubled(work.mentionAuthor);
    work.mentionInstitution = doubled(work.mentionInstitution);
    work.mentionAddress = doubled(work.mentionAddress);
  }
  work.mentionAuthor[work.mentions] = author;
  work.mentionInstitution[work.mentions] = institution;
  work.mentionAddress[work.mentions] = address;
  work.mentions++;
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * Unites authorships by author id (law 2): which authorship position stands for the author. Ids are numbers; 0 means
 * that the author has none and is her own.
 */
export class AuthorTable {
  private ids = new Float64Array(256);
  private positions = new Map<number, number>();
  private count = 0;
  distinct = 0;

  reset(): void {
    this.count = 0;
    this.distinct = 0;
    if (this.positions.size > 0) this.positions.clear();
  }

  /** The position of the first authorship of this author; called once per authorship, in order. */
  add(id: number): number {
    const position = this.count++;
    if (position === this.ids.length) {
      const larger = new Float64Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[position] = id;
    if (id !== 0) {
      const first = position < 24 ? this.search(id, position) : this.find(id, position);
      if (first < position) return first;
    }
    this.distinct++;
    return position;
  }

  private search(id: number, end: number): number {
    const { ids } = this;
    let i = 0;
    while (i < end && ids[i] !== id) i++;
    return i;
  }

  private find(id: number, position: number): number {
    if (this.positions.size === 0) {
      for (let i = position - 1; i >= 0; i--) if (this.ids[i] !== 0) this.positions.set(this.ids[i], i);
    }
    const first = this.positions.get(id);
    if (first !== undefined) return first;
    this.positions.set(id, position);
    return position;
  }
}

/** Names of work types before 2023 (Crossref's), as OpenAlex has called them since. */
const RENAMED: Readonly<Record<string, string>> = {
  'journal-article': 'article',
  'proceedings-article': 'article',
  'posted-content': 'preprint',
};

export function workType(type: string): string {
  return RENAMED[type] ?? type;
}
