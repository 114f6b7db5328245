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

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.works = this.open('works');
    this.mentions = this.open('mentions');
  }

  /** Rows that the scanner wrote. */
  append(relation: 'works' | 'mentions', rows: Uint8Array): void {
    (relation === 'works' ? this.works : this.mentions).append(rows);
  }

  /** The rows of a work that was parsed; to the byte what the scanner writes. */
  add(work: Work, row: number): void {
    this.works.row(workRow(work, row));
    for (const mention of mentionRows(work, row)) this.mentions.row(mention);
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

/** The fields of a row of `works`. */
export function workRow(work: Work, row: number): Field[] {
  return [
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
  ];
}

/** The fields of the rows of `mentions`. */
export function mentionRows({ mentions, mentionAuthor, mentionInstitution }: Work, row: number): Field[][] {
  const among = new Map<number, number>();
  for (let i = 0; i < mentions; i++) among.set(mentionAuthor[i], (among.get(mentionAuthor[i]) ?? 0) + 1);
  return Array.from({ length: mentions }, (_, i) => {
    const author = mentionAuthor[i];
    return [row, author, among.get(author) ?? 0, mentionInstitution[i]];
  });
}

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const characters = Array.from(title);
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
