import { basename } from 'node:path';
import { render } from '../base/index.ts';
import type { Definition, PreparedInstitutions } from '../places/index.ts';
import type { DeletedIds } from './deleted-ids.ts';
import type { YearWindow } from './filters.ts';
import type { Part } from './finished-parts.ts';
import { type Manifest, OBSERVATORY_FORMAT, type WorksEntry } from './manifest.ts';
import type { MergedIds } from './merged-ids.ts';
import type { BuildOptions } from './options.ts';
import type { Summary } from './summary.ts';
import { syntheticMark } from './synthetic.ts';
import type { Versions } from './deduplicate-works.ts';
import { vintageOf } from './vintage.ts';
import { VERSION } from './version.ts';
import { warningsOf } from './warnings.ts';

export interface Built {
  readonly options: BuildOptions;
  readonly engine: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly works: readonly WorksEntry[];
  readonly damaged: Manifest['damaged'];
  readonly prepared: PreparedInstitutions;
  readonly definitions: readonly Definition[];
  readonly merged: MergedIds;
  readonly deleted: DeletedIds;
  readonly plausible: YearWindow;
  readonly versions: Versions;
  readonly rows: Readonly<Record<string, number>>;
  readonly summary: Summary;
  readonly files: Manifest['files'];
  /** Where the tables are on a cluster, if one made them. */
  readonly cluster?: Manifest['cluster'];
  /** The manifest of the observatory that this one replaces. */
  readonly before: Manifest | null;
  readonly built: Date;
}

/** The manifest of a build: what went in, what became of it, what to be careful of. */
export function composeManifest(from: Built): Manifest {
  const { options, works, prepared, summary, merged, versions } = from;
  const { located, addresses = [], ...counts } = summary;
  const read = works.reduce((sum, { records }) => sum + records, 0);
  const manifest = {
    synopolis: { format: OBSERVATORY_FORMAT, version: VERSION, engine: from.engine, node: process.version },
    title: options.title ?? null,
    ...(options.licence === undefined ? {} : { licence: options.licence }),
    synthetic: syntheticMark(summary, prepared.report),
    built: from.built.toISOString(),
    seconds: from.seconds,
    works,
    damaged: from.damaged,
    institutions: reported(prepared.report),
    corrections: { path: options.corrections ?? null, changed: prepared.corrected },
    mergedIds: { files: merged.files, works: versions.merged, institutions: merged.institutions.size },
    deletedIds: { files: from.deleted.files, works: versions.deleted },
    filters: options.filters,
    plausibleYears: from.plausible,
    authorCap: options.authorCap,
    ...(addresses.length === 0 ? {} : { locatedBy: options.locate ?? 'institution', addresses }),
    definitions: from.definitions.map(({ id, name, version, members }) => ({
      id,
      name,
      version,
      cities: members.length,
      partial: members.filter(({ membership }) => membership === 'partial').length,
    })),
    records: { read, bad: badRecords(works), superseded: read - versions.newest, ...counts },
    located,
    tables: from.rows,
    files: from.files,
    ...(from.cluster === undefined ? {} : { cluster: from.cluster }),
  };
  const warningMessages = warningsOf(manifest, from.before);
  return { ...manifest, warnings: warningMessages.map((one) => render(one, 'en')), warningMessages };
}

/** A part as the manifest tells of its file. */
export function worksEntry(
  { report, file, reused, read, newest, folder, sha256: ofPart }: Part,
  { vintages: given = [] }: Pick<BuildOptions, 'vintages'>,
  today: string,
): WorksEntry {
  const { bytes, sha256, records, bad, examples, replacedBytes } = report;
  const part = { folder: basename(folder), sha256: ofPart };
  const vintage = vintageOf(file.path, { newest, read, given, today });
  return { path: file.path, bytes, sha256, records, bad, examples, replacedBytes, reused, part, vintage };
}

function badRecords(works: readonly WorksEntry[]): Record<string, number> {
  const bad: Record<string, number> = {};
  for (const file of works) {
    for (const [reason, n] of Object.entries(file.bad)) bad[reason] = (bad[reason] ?? 0) + n;
  }
  return bad;
}

/** The report of institutions with its examples in words: a manifest is read by people. */
function reported(report: PreparedInstitutions['report']): object {
  const files = report.files.map((file) => ({
    ...file,
    examples: file.examples.map(({ line, problem }) => ({ line, what: render(problem, 'en') })),
  }));
  return { ...report, files };
}
