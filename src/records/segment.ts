import { mkdirSync } from 'node:fs';
import type { Dictionaries } from './dictionary.ts';
import { type Field, plainColumn } from './plain-columns.ts';
import { ParquetWriter } from './parquet-writer.ts';
import { type Relation, RELATIONS, relationFile } from './relations.ts';
import type { Work } from './work.ts';
import { type Area, WorkRows } from './work-rows.ts';

/** Bytes of rows that are gathered before they are written: some ten thousand works. */
const GROUP = 3 << 20;

/** Writes the relations of one segment into a folder of its own. */
export class SegmentWriter {
  private readonly rows = new WorkRows();
  private readonly files: Readonly<Record<'works' | 'mentions', ParquetWriter>>;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.files = { works: this.open('works'), mentions: this.open('mentions') };
  }

  /** Rows that the scanner wrote: of all areas in turn, works first. */
  append(area: Area, rows: Uint8Array): void {
    if (area === 'works') this.writeIfFull();
    this.rows.areas[area].append(rows);
  }

  /** The rows of a work that was parsed. */
  add(work: Work, row: number): void {
    this.writeIfFull();
    this.rows.add(work, row);
  }

  finish({ institutions, addresses, sources, topics }: Dictionaries): void {
    try {
      this.write();
      for (const file of Object.values(this.files)) file.close();
    } finally {
      this.abandon();
    }
    this.table('institutions', institutions.entries, (i) => [
      i.kind,
      i.openalex,
      i.ror,
      i.name,
      i.key,
      i.country,
      // An empty lineage is not the same as none.
      i.lineage === '' ? '|' : i.lineage,
    ]);
    this.table('addresses', addresses.entries, (address) => [
      address.institution,
      address.shared,
      address.place,
      address.how,
      address.reason,
      address.strings,
      address.example,
    ]);
    this.table('sources', sources.entries, (source) => [source.id, source.issns, source.name]);
    this.table('topics', topics.entries, (t) => [t.topic, t.subfield, t.field, t.domain, ...t.names]);
  }

  /** Leaves the segment unfinished; its files are closed. */
  abandon(): void {
    for (const file of Object.values(this.files)) file.abandon();
  }

  private writeIfFull(): void {
    if (this.rows.size() >= GROUP) this.write();
  }

  private write(): void {
    for (const [relation, { rows, columns }] of Object.entries(this.rows.columns())) {
      if (rows > 0) this.files[relation as 'works' | 'mentions'].group(rows, columns);
    }
    this.rows.clear();
  }

  private table<T>(relation: Relation, entries: readonly T[], fields: (entry: T) => readonly Field[]): void {
    const rows = entries.map((entry, i) => [i + 1, ...fields(entry)]);
    const file = this.open(relation);
    try {
      const types = Object.values(RELATIONS[relation]);
      const columns = types.map((type, i) =>
        plainColumn(
          type,
          rows.map((row) => (row[i] === '' ? null : row[i])),
        ),
      );
      if (rows.length > 0) file.group(rows.length, columns);
      file.close();
    } finally {
      file.abandon();
    }
  }

  private open(relation: Relation): ParquetWriter {
    return new ParquetWriter(relationFile(this.folder, relation), RELATIONS[relation]);
  }
}
