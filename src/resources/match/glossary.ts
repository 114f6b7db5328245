import { join } from 'node:path';
import { readCsv, ROOT } from '../../places/index.ts';
import { isStop, pieces, plainText } from './words.ts';
import { stem } from './stem.ts';

/** A notion with its words: the first of each language, and others that mean the same or nearly so. */
export interface GlossaryEntry {
  readonly en: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  /** Whether it names a place: where something is needed, not what. */
  readonly place?: boolean;
}

/** What terms are compared by: an English stem, or a Chinese character; and as it was written. */
export interface Atom {
  readonly key: string;
  readonly written: string;
  readonly han: boolean;
}

/** The atoms of a text: English words without stop words, and Chinese characters one by one. */
export function atomsOf(text: string): Atom[] {
  return pieces(plainText(text)).flatMap(({ text: piece, han }): Atom[] =>
    han
      ? Array.from(piece, (character) => ({ key: character, written: character, han }))
      : isStop(piece)
        ? []
        : [{ key: stem(piece), written: piece, han }],
  );
}

const keyOf = (atoms: readonly Atom[]): string => atoms.map(({ key }) => key).join(' ');

/** A term of the glossary found in a text: how many atoms it spans, and the notions it may stand for. */
export interface GlossaryHit {
  readonly length: number;
  readonly entries: readonly GlossaryEntry[];
}

/** English and Chinese words of fields of science and industry, each leading to the others of its notion. */
export class Glossary {
  private readonly byKey = new Map<string, GlossaryEntry[]>();
  private readonly longest: number;

  constructor(readonly entries: readonly GlossaryEntry[]) {
    let longest = 0;
    for (const entry of entries)
      for (const term of [entry.en, entry.zh, ...entry.aliases]) {
        const atoms = atomsOf(term);
        if (atoms.length === 0) continue;
        longest = Math.max(longest, atoms.length);
        const key = keyOf(atoms);
        const found = this.byKey.get(key);
        if (found === undefined) this.byKey.set(key, [entry]);
        else if (!found.includes(entry)) found.push(entry);
      }
    this.longest = longest;
  }

  /** The shipped glossary, with the names of fields and subfields that OpenAlex uses. @throws InputError where damaged */
  static open(): Promise<Glossary> {
    shipped ??= read();
    return shipped;
  }

  /** The longest term that begins at atom `at`; null where none does. */
  longestAt(atoms: readonly Atom[], at: number): GlossaryHit | null {
    for (let length = Math.min(this.longest, atoms.length - at); length > 0; length--) {
      const entries = this.byKey.get(keyOf(atoms.slice(at, at + length)));
      if (entries !== undefined) return { length, entries };
    }
    return null;
  }

  /** The notions of a term, whole. */
  of(term: string): readonly GlossaryEntry[] {
    return this.byKey.get(keyOf(atomsOf(term))) ?? [];
  }
}

let shipped: Promise<Glossary> | undefined;

async function read(): Promise<Glossary> {
  const [terms, fields] = await Promise.all([
    readCsv(join(ROOT, 'data/glossary.csv'), { required: ['term_en', 'term_zh', 'aliases', 'place'] }),
    readCsv(join(ROOT, 'data/fields-zh.csv'), { required: ['level', 'id', 'name', 'name_zh'] }),
  ]);
  const entries = terms.map(({ cells }) => ({
    en: cells.term_en,
    zh: cells.term_zh,
    aliases: cells.aliases
      .split(';')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    place: cells.place === 'yes',
  }));
  const glossary = new Glossary(entries);
  // What the table of terms has already is said better there.
  const names = fields
    .filter(
      ({ cells }) =>
        cells.level === 'subfield' && atomsOf(cells.name).length > 1 && glossary.of(cells.name).length === 0,
    )
    .map(({ cells }) => ({ en: cells.name, zh: cells.name_zh.replace(/（.*）$/, ''), aliases: [] }));
  return new Glossary([...entries, ...names]);
}
