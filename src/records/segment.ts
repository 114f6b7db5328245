import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionaries } from './dictionary.ts';
import type { Relation } from './relations.ts';
import type { Work } from './work.ts';

const FLUSH = 1 << 20;
/** A title longer than this is cut: it is shown to people, and nothing is computed from it. */
const LONGEST_TITLE = 1000;

type Field = string | number | boolean | null;

/** One CSV file, written by hand: numbers digit by digit, text quoted only where it must be. */
class CsvFile {
  private readonly descriptor: number;
  private buffer = Buffer.allocUnsafe(FLUSH + 65536);
  private used = 0;

  constructor(path: string) {
    this.descriptor = openSync(path, 'w');
  }

  row(fields: readonly Field[]): void {
    for (let i = 0; i < fields.length; i++) {
      if (i > 0) this.buffer[this.used++] = 0x2c;
      this.field(fields[i]);
    }
    this.endRow();
  }

  integers(a: number, b: number, c: number, d: number): void {
    this.integer(a);
    this.buffer[this.used++] = 0x2c;
    this.integer(b);
    this.buffer[this.used++] = 0x2c;
    this.integer(c);
    this.buffer[this.used++] = 0x2c;
    this.integer(d);
    this.endRow();
  }

  close(): void {
    this.flush();
    closeSync(this.descriptor);
  }

  private endRow(): void {
    this.buffer[this.used++] = 0x0a;
    if (this.used >= FLUSH) this.flush();
  }

  private field(value: Field): void {
    if (value === null) return;
    if (typeof value === 'number') {
      if (value >= 0 && Number.isSafeInteger(value)) this.integer(value);
      else this.text(String(value));
    } else if (typeof value === 'boolean') this.buffer[this.used++] = value ? 0x31 : 0x30;
    else this.text(value);
  }

  private text(value: string): void {
    const safe = /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    if (this.used + safe.length * 3 > this.buffer.length) {
      this.flush();
      if (safe.length * 3 > this.buffer.length) this.buffer = Buffer.allocUnsafe(safe.length * 3 + 65536);
    }
    this.used += this.buffer.write(safe, this.used, 'utf8');
  }

  private integer(value: number): void {
    if (value < 10) {
      this.buffer[this.used++] = 0x30 + value;
      return;
    }
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    let at = this.used + digits;
    this.used = at;
    for (let rest = value; at > this.used - digits;) {
      const tens = Math.floor(rest / 10);
      this.buffer[--at] = 0x30 + (rest - tens * 10);
      rest = tens;
    }
  }

  private flush(): void {
    for (let written = 0; written < this.used;) {
      written += writeSync(this.descriptor, this.buffer, written, this.used - written);
    }
    this.used = 0;
  }
}

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
      work.title === null || work.title.length <= LONGEST_TITLE
        ? work.title
        : `${work.title.slice(0, LONGEST_TITLE - 1)}…`,
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

  private table<T>(relation: Relation, entries: readonly T[], fields: (entry: T) => readonly Field[]): void {
    const file = this.open(relation);
    entries.forEach((entry, i) => file.row([i + 1, ...fields(entry)]));
    file.close();
  }

  private open(relation: Relation): CsvFile {
    return new CsvFile(join(this.folder, `${relation}.csv`));
  }
}
