import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../base/index.ts';
import { discoverWorks } from './discover.ts';

/** A folder that holds files of these names. */
function folderOf(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'discover-'));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

const found = (folder: string, ...named: string[]): string[] =>
  discoverWorks(named.length === 0 ? [folder] : named.map((name) => join(folder, name))).map(({ path }) =>
    relative(folder, path),
  );

describe('the files of works in a folder', () => {
  it('are those whose names works come with, by path, and nothing that lies beside them', () => {
    const folder = folderOf(
      ...['b.jsonl', 'a.json.gz', 'c/d.ndjson', 'e.parquet', 'part_000', 'part_0001.gz'],
      ...[
        'notes.txt',
        'manifest',
        'manifest.json',
        'fetch.json',
        'export.csv',
        '._part_000.gz',
        '.hidden.json',
      ],
    );
    expect(found(folder)).toEqual([
      'a.json.gz',
      'b.jsonl',
      'c/d.ndjson',
      'e.parquet',
      'part_000',
      'part_0001.gz',
    ]);
  });

  it('are only the works of a snapshot before 2026, with the date of their partition', () => {
    const folder = folderOf(
      'data/works/manifest',
      'data/works/updated_date=2024-02-01/part_000.gz',
      'data/works/updated_date=2023-12-31/part_001.gz',
      'data/works/updated_date=2023-12-31/part_000.gz',
      'data/institutions/updated_date=2024-01-01/part_000.gz',
      'data/merged_ids/works/2024-01-01.csv.gz',
    );
    expect(discoverWorks([folder])).toEqual(
      [
        ['2023-12-31', 'part_000.gz'],
        ['2023-12-31', 'part_001.gz'],
        ['2024-02-01', 'part_000.gz'],
      ].map(([partition, name]) => ({
        path: join(folder, `data/works/updated_date=${partition}`, name),
        partition,
      })),
    );
  });

  const SNAPSHOT = [
    'data/jsonl/manifest.json',
    'data/jsonl/works/updated_date=2026-01-05/part_0000.gz',
    'data/jsonl/authors/updated_date=2026-01-05/part_0000.gz',
    'data/parquet/works/updated_date=2026-01-05/part_0000.parquet',
    'data/parquet/works/updated_date=2026-02-05/part_0000.parquet',
  ];

  it('are the Parquet ones where a snapshot of 2026 has both formats', () => {
    expect(found(folderOf(...SNAPSHOT))).toEqual(SNAPSHOT.slice(3));
  });

  it('are the JSON ones where a snapshot of 2026 has no other', () => {
    expect(found(folderOf(...SNAPSHOT.slice(0, 3)))).toEqual([SNAPSHOT[1]]);
    expect(found(folderOf(...SNAPSHOT), 'data/jsonl')).toEqual([SNAPSHOT[1]]);
  });

  it('may be links to files elsewhere', () => {
    const folder = folderOf('real.jsonl');
    mkdirSync(join(folder, 'linked'));
    symlinkSync(join(folder, 'real.jsonl'), join(folder, 'linked/works.jsonl'));
    expect(found(folder, 'linked')).toEqual(['linked/works.jsonl']);
  });
});

describe('the files that are named', () => {
  it('stand in the order named, each once, whatever their names', () => {
    const folder = folderOf('z.jsonl', 'a.jsonl', 'odd.name');
    expect(found(folder, 'z.jsonl', 'odd.name', 'a.jsonl', 'z.jsonl')).toEqual([
      'z.jsonl',
      'odd.name',
      'a.jsonl',
    ]);
  });

  it.each([
    ['*.jsonl', ['a1.jsonl', 'a2.jsonl', 'b.jsonl']],
    ['a?.jsonl', ['a1.jsonl', 'a2.jsonl']],
    ['**/*.gz', ['c.gz', 'works/d=1/p.gz', 'works/d=2/p.gz', 'works/d=2/q/p.gz']],
    ['works/**/p.gz', ['works/d=1/p.gz', 'works/d=2/p.gz', 'works/d=2/q/p.gz']],
    ['works/d=*/p.gz', ['works/d=1/p.gz', 'works/d=2/p.gz']],
    ['works/d=?', ['works/d=1/p.gz', 'works/d=2/p.gz', 'works/d=2/q/p.gz']],
    ['works/**', ['works/d=1/p.gz', 'works/d=2/p.gz', 'works/d=2/q/p.gz']],
    ['w*/*=2/*/*', ['works/d=2/q/p.gz']],
    ['a1.js*l*', ['a1.jsonl']],
  ])('by the pattern %s are those that fit', (pattern, files) => {
    const folder = folderOf(
      ...['a1.jsonl', 'a2.jsonl', 'b.jsonl', '.a3.jsonl', 'c.gz'],
      ...['works/d=1/p.gz', 'works/d=2/p.gz', 'works/d=2/q/p.gz'],
    );
    expect(found(folder, pattern)).toEqual(files);
  });

  it('may have the signs of a pattern in their names', () => {
    const folder = folderOf('a+(1)[x].jsonl', 'what?.jsonl', 'whatx.jsonl');
    expect(found(folder, 'what?.jsonl')).toEqual(['what?.jsonl']);
    expect(found(folder, 'a+(1)[x].js*')).toEqual(['a+(1)[x].jsonl']);
  });

  it.each([
    ['absent.jsonl', /absent\.jsonl: does not exist/],
    ['*.absent', /\*\.absent: matches no files/],
    ['absent/*.gz', /matches no files/],
    ['empty', /empty: holds no works/],
    ['e*', /empty: holds no works/],
  ])('%s: an error says that there is nothing', (name, message) => {
    const folder = folderOf('empty/readme.txt');
    expect(() => found(folder, name)).toThrow(InputError);
    expect(() => found(folder, name)).toThrow(message);
  });
});
