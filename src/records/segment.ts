import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CsvFile, type Field } from './csv-file.ts';
import type { Dictionaries } from './dictionary.ts';
import type { Relation } from './relations.ts';
import type { Work } from './work.ts';

/** A title of more characters than this is cut: it is shown to people, and nothing is computed from it. */
export const LONGEST_TITLE = 1000;

/** Writes the relations of one segment into a folder of its own. */
export class SegmentWriter {
  private readonly works: CsvFile;
  private readonly mentions: CsvFile;
  private mentionsOf = new Int32Array(256);
  rows = 0;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.works = this.open('works');
    this.mentions = this.open('mentions');
  }

  add(work: Work, row: number): void {
    this.rows++;
    this.works.row([
      row,
      work.id,
      work.year,
      work.type,
      work.title === null ? null : shortened(work.title),
      work.doi,
      work.citations,
      work.updated,
      work.retracted,
      work.paratext,
      work.extended,
      work.truncated,
      work.source,
      work.topic,
      work.authorships,
      work.authors,
    ]);
    const { mentions, mentionAuthor, mentionInstitution } = work;
    if (this.mentionsOf.length < work.authorships) this.mentionsOf = new Int32Array(work.authorships * 2);
    const of = this.mentionsOf;
    for (let i = 0; i < work.authorships; i++) of[i] = 0;
    for (let i = 0; i < mentions; i++) of[mentionAuthor[i]]++;
    for (let i = 0; i < mentions; i++) {
      const author = mentionAuthor[i];
      this.mentions.integers(row, author, of[author], mentionInstitution[i]);
    }
  }

  finish({ institutions, sources, topics }: Dictionaries): void {
    this.works.close();
    this.mentions.close();
    this.table('institutions', institutions.entries, (i) => [
      i.kind,
      i.openalex,
      i.ror,
      i.name,
      i.key,
      i.country,
      // An empty lineage is not the same as none: `|` keeps the two apart where CSV cannot.
      i.lineage === '' ? '|' : i.lineage,
    ]);
    this.table('sources', sources.entries, (source) => [source.id, source.issns, source.name]);
    this.table('topics', topics.entries, (t) => [t.topic, t.subfield, t.field, t.domain, ...t.names]);
  }

  /** Leaves the segment unfinished; its files are closed. */
  abandon(): void {
    this.works.abandon();
    this.mentions.abandon();
  }

  private table<T>(relation: Relation, entries: readonly T[], fields: (entry: T) => readonly Field[]): void {
    const file = this.open(relation);
    entries.forEach((entry, i) => file.row([i + 1, ...fields(entry)]));
    file.close();
  }

  private open(relation: Relation): CsvFile {
    return new CsvFile(join(this.folder, `${relation}.csv`));
  }
}

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const characters = Array.from(title);
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
