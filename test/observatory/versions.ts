import type { BuildOptions, Manifest } from '../../src/observatory/index.ts';
import { type Bench, rowsOf } from './observatories.ts';
import type { RawWork } from './oracle-works.ts';
import { openAlexLines } from './worlds.ts';

export interface Seen {
  /** Title of each work that counts, by its number. */
  readonly works: Readonly<Record<string, unknown>>;
  readonly records: Manifest['records'];
  readonly manifest: Manifest;
}

let builds = 0;

/** Builds from paths, or from records (a list a file, named in that order), and says which version of each work counts. */
export async function versionsThatCount(
  bench: Bench,
  works: readonly (string | readonly RawWork[])[],
  options: Partial<BuildOptions> = {},
): Promise<Seen> {
  const build = builds++;
  const out = options.out ?? bench.path(`out-${build}`);
  const paths = works.map((given, i) =>
    typeof given === 'string' ? given : bench.works(`${build}/${i}.jsonl`, given),
  );
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const manifest = await bench.build({ works: paths, institutions, ...options, out });
  const rows = await rowsOf(out, 'works', ['work', 'title']);
  const titles = rows.map(({ work, title }): [string, unknown] => [String(work), title]);
  return { works: Object.fromEntries(titles), records: manifest.records, manifest };
}
