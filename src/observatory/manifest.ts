import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Message } from '../base/index.ts';
import type { Checksum } from './checksum.ts';
import { syncFolder, writeDurably } from './durable.ts';
import type { Filters, YearWindow } from './filters.ts';
import type { LocationRule } from './steps/affiliations.ts';
import { misshapen } from './manifest-shape.ts';
import { messages } from './messages.ts';

/** Bumped whenever the tables of an observatory change meaning. */
export const OBSERVATORY_FORMAT = 2;

/** Days between which records were taken from their source; null where nothing tells. */
export interface Vintage {
  readonly from: string | null;
  readonly to: string | null;
}

/** A file of works and what became of its records. */
export interface WorksEntry {
  readonly path: string;
  readonly bytes: number;
  /** Null where a cluster read it, which tells none. */
  readonly sha256: string | null;
  readonly records: number;
  /** Records or lines that could not be used, by reason, and where the first of them stand. */
  readonly bad: Readonly<Record<string, number>>;
  readonly examples: readonly { readonly line: number; readonly reason: string }[];
  readonly replacedBytes: boolean;
  /** Whether the part of an earlier build was used. */
  readonly reused: boolean;
  /** The part it became: its folder in `parts`, and the hash of its record, which has one of each of its files. */
  readonly part?: { readonly folder: string; readonly sha256: string };
  readonly vintage: Vintage;
}

/** Different address strings with one outcome, as they were read. */
export interface AddressOutcome {
  readonly outcome: string;
  readonly strings: number;
}

/** What went into an observatory, what was dropped and why: the first thing to read of it. */
export interface Manifest {
  readonly synopolis: {
    readonly format: number;
    readonly version: string;
    readonly engine: string;
    readonly node: string;
  };
  readonly title: string | null;
  /** Under which its records may be used, where the build was told. */
  readonly licence?: string;
  /** Set where works or institutions are made up, from what their records say; every output says so. */
  readonly synthetic: string | null;
  readonly built: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly works: readonly WorksEntry[];
  readonly damaged: readonly { readonly path: string; readonly problem: string }[];
  readonly institutions: unknown;
  readonly corrections: { readonly path: string | null; readonly changed: readonly unknown[] };
  readonly mergedIds: {
    readonly files: readonly string[];
    readonly works: number;
    readonly institutions: number;
  };
  readonly deletedIds: { readonly files: readonly string[]; readonly works: number };
  readonly filters: Filters;
  /** Years that a work may bear, whatever the filters. */
  readonly plausibleYears: YearWindow;
  readonly authorCap: number;
  /** Where authorships count unless a question asks otherwise; at institutions in manifests of before there was a choice. */
  readonly locatedBy?: LocationRule;
  /** What became of the strings beside institutions. */
  readonly addresses?: readonly AddressOutcome[];
  readonly definitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: string | null;
    readonly cities: number;
    readonly partial: number;
  }[];
  readonly records: {
    readonly read: number;
    readonly bad: Readonly<Record<string, number>>;
    /** Records of an id that a newer record has too. */
    readonly superseded: number;
    /** Works left out by the filters, by reason. */
    readonly dropped: Readonly<Record<string, number>>;
    readonly kept: number;
    readonly withoutType: number;
    readonly truncated: number;
    readonly aboveAuthorCap: number;
    readonly withoutAuthors: number;
    readonly equalDois: number;
    /** Works whose DOI is another's but for a version ending (`.v2`); not in manifests of before this was counted. */
    readonly versionDois?: number;
    /** Works that count and are made up, by what their records say made them. */
    readonly synthetic: Readonly<Record<string, number>>;
  };
  /** Works and located part by year; and by country for what has one. */
  readonly located: {
    readonly share: number | null;
    readonly byYear: readonly {
      readonly year: number;
      readonly works: number;
      readonly share: number | null;
    }[];
    readonly byCountry: readonly {
      readonly country: string | null;
      readonly share: number;
      readonly located: number | null;
    }[];
    readonly reasons: Readonly<Record<string, number>>;
  };
  /** In English, for people who read the file. */
  readonly warnings: readonly string[];
  /** The same with codes, for programs; not in manifests written before warnings had codes: see `manifestWarnings`. */
  readonly warningMessages?: readonly Message[];
  /** Rows per table. */
  readonly tables: Readonly<Record<string, number>>;
  /** Every file beside the manifest, by name. */
  readonly files: Readonly<Record<string, Checksum>>;
  /** Set where a cluster made the tables: where they are, and which of them are there alone. */
  readonly cluster?: {
    readonly catalog: string;
    readonly schema: string;
    /** Tells its tables from those of other builds. */
    readonly stamp: string;
    readonly tables: readonly string[];
  };
}

const NAME = 'manifest.json';

/** Writes the manifest, by which a build counts as finished: whole or not at all, and on the disk when this returns. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const path = join(folder, NAME);
  writeDurably(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(`${path}.part`, path);
  syncFolder(folder);
}

/** The manifest that stands in a folder; null where there is none, or none that this version reads. */
export function readManifestOrNull(folder: string): Manifest | null {
  try {
    return readManifest(folder);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** One build of an observatory. */
export interface Build {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's file, the time of the build included. */
  readonly hash: string;
  /** Of the manifest's file: see `buildStamp`. */
  readonly stamp: string;
}

/**
 * What tells one build in a folder from the next; null where none stands there finished. A build takes the manifest
 * away before it touches a table, and writes it when all of them stand: what was read between two equal stamps is of one build.
 */
export function buildStamp(folder: string): string | null {
  return readStamped(folder, () => null)?.stamp ?? null;
}

/** @throws InputError where the folder is no observatory, or one that was never finished, or of another format */
export function readManifest(folder: string): Manifest {
  return readBuild(folder).manifest;
}

/** @throws InputError as `readManifest` */
export function readBuild(folder: string): Build {
  const file = join(folder, NAME);
  const read = readStamped(folder, (descriptor) => readFileSync(descriptor));
  if (read === null) throw noManifest(folder);
  const { stamp, value: bytes } = read;
  let manifest: unknown;
  try {
    manifest = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new InputError(messages.manifestNotJson(), { file });
  }
  const format = (manifest as Partial<Manifest> | null)?.synopolis?.format;
  if (format !== OBSERVATORY_FORMAT) {
    throw new InputError(
      format === undefined
        ? messages.notManifest()
        : messages.otherFormat({ format: String(format), reads: OBSERVATORY_FORMAT }),
      { file },
    );
  }
  const fault = misshapen(manifest);
  if (fault !== null) throw new InputError(messages.malformedManifest(fault), { file });
  return { manifest: manifest as Manifest, hash: createHash('sha256').update(bytes).digest('hex'), stamp };
}

/** Opened, not only looked at: a file of the network is then asked for anew. */
function readStamped<T>(
  folder: string,
  read: (descriptor: number) => T,
): { readonly stamp: string; readonly value: T } | null {
  let descriptor: number;
  try {
    descriptor = openSync(join(folder, NAME), 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  try {
    const { ino, size, mtimeNs } = fstatSync(descriptor, { bigint: true });
    return { stamp: `${ino} ${size} ${mtimeNs}`, value: read(descriptor) };
  } catch (error) {
    throw Object.assign(error as Error, { path: join(folder, NAME) });
  } finally {
    closeSync(descriptor);
  }
}

function noManifest(folder: string): InputError {
  if (!existsSync(folder)) return new InputError(messages.noFolder(), { file: folder });
  const begun = existsSync(join(folder, 'parts'));
  return new InputError(begun ? messages.unfinished() : messages.notObservatory(), { file: folder });
}
