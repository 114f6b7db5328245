import { MATCHED_ANEW } from '../matched-anew.ts';

/**
 * What to copy of OpenAlex's snapshot, how big it is, and what `build` takes of it. No network: the addresses and
 * sizes are those of OpenAlex's documentation of 2026.
 */
export function snapshotGuide(folder = 'openalex'): string {
  const copy = (from: string, to: string): string =>
    `aws s3 sync "s3://openalex/${from}" "${folder}/${to}" --no-sign-request`;
  return `The OpenAlex snapshot is everything OpenAlex has, free, without an account or key. It needs the AWS command
line tool (aws). Copy only what build reads:

  ${copy('data/jsonl/works', 'works')}
  ${copy('data/jsonl/institutions', 'institutions')}
  ${copy('legacy-data/merged_ids', 'merged_ids')}

How big (OpenAlex's own figures): about 330 GB of gzip JSON Lines for all entities, nearly all of it works, and
1.6 TB unpacked; build reads the gzip files as they are, nothing is unpacked. At 100 Mbit/s that is about 7 hours
(an estimate). Institutions are small. Works come in folders by the day of their last change
(works/updated_date=2026-06-24/part_0000.gz), up to 400,000 a file; the free copy is renewed every quarter.
The same as Parquet: s3://openalex/data/parquet/works (since June 2026). Copies from before 2026 (data/works) are read too.

What build needs: works, and institutions (a ROR dump from Zenodo does as well, or both). merged_ids (optional, kept
from before 2026) lists ids that were merged away. Authors, sources, topics and the rest are not read.
To keep a copy up to date, run the same commands again with --delete: what was deleted or merged since goes with its
old files. Without --delete build still lets the newest version of a work win, but works deleted since then stay.

On ${MATCHED_ANEW[0]} OpenAlex matched all affiliations anew and left updated_date as it was: a copy from before must be
copied again in full, and files from before and after must not stand side by side (build warns where it can tell).
deleted_ids.csv, where a copy has one, goes to build as --deleted-ids.

  synopolis build --works ${folder}/works --institutions ${folder}/institutions --years 2015-2024 --out observatory

For some journals, one country or a few years, fetching through the API is faster: synopolis fetch works --help
`;
}
