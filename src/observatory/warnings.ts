import type { Message } from '../base/index.ts';
import type { PreparedInstitutions } from '../places/index.ts';
import type { Manifest } from './manifest.ts';
import { mixedVintages } from './vintage.ts';
import { warnings } from './warning-messages.ts';

/** What a reader of the observatory should know before anything else. */
export function warningsOf(manifest: Omit<Manifest, 'warnings'>, before: Manifest | null): Message[] {
  const { works, records, located, damaged } = manifest;
  const bad = Object.values(records.bad).reduce((sum, n) => sum + n, 0);
  const now = new Set(works.flatMap(({ path, sha256 }) => [path, sha256]));
  const gone = (before?.works ?? []).filter(
    ({ path, sha256 }) => !now.has(path) && (sha256 === null || !now.has(sha256)),
  ).length;
  const replaced = works.filter((file) => file.replacedBytes).length;
  const prepared = manifest.institutions as PreparedInstitutions['report'];
  const fewer =
    ((before?.institutions as Partial<PreparedInstitutions['report']> | undefined)?.active ?? 0) -
    prepared.active;
  const impossible = prepared.unlocated['impossible coordinates'] ?? 0;
  const empty = works.filter((file) => file.records === 0).length;
  const found: readonly (readonly [boolean, () => Message])[] = [
    [gone > 0, () => warnings.filesGone({ count: gone })],
    [damaged.length > 0, () => warnings.damagedFiles({ count: damaged.length })],
    [records.kept === 0, () => warnings.noWorks()],
    [
      records.withoutType > 0 && manifest.filters.types !== null,
      () => warnings.worksWithoutType({ works: records.withoutType }),
    ],
    [records.truncated > 0, () => warnings.authorsCut({ works: records.truncated })],
    [located.share !== null && located.share < 0.5, () => warnings.littleLocated({ share: located.share! })],
    ...mixedVintages(works).map((mixed) => [true, () => warnings.mixedVintages(mixed)] as const),
    [fewer > PART_FEWER * prepared.active, () => warnings.fewerInstitutions({ fewer })],
    [prepared.underTooMany > 0, () => warnings.longChains({ count: prepared.underTooMany })],
    [impossible > 0, () => warnings.impossibleCoordinates({ count: impossible })],
    [replaced > 0, () => warnings.replacedBytes({ count: replaced })],
    [empty > 0, () => warnings.emptyFiles({ count: empty })],
    [bad > 0, () => warnings.badRecords({ bad, all: records.read + bad })],
  ];
  return found.flatMap(([holds, message]) => (holds ? [message()] : []));
}

/** Fewer institutions by more than this part of them are warned of. */
const PART_FEWER = 0.05;
