import type { PreparedInstitutions } from '../places/index.ts';
import type { Manifest } from './manifest.ts';
import { mixedVintages } from './vintage.ts';

/** What a reader of the observatory should know before anything else, in sentences. */
export function warningsOf(manifest: Omit<Manifest, 'warnings'>, before: Manifest | null): string[] {
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
  const said: readonly (readonly [boolean, string])[] = [
    [
      gone > 0,
      `${count(gone, 'file')} of the last build ${gone === 1 ? 'was' : 'were'} not named this time, so the works are not in it`,
    ],
    [damaged.length > 0, `${count(damaged.length, 'damaged file')} left out`],
    [records.kept === 0, 'not one work passed the filters'],
    [
      records.withoutType > 0 && manifest.filters.types !== null,
      `${count(records.withoutType, 'work')} without a type passed the filter of types`,
    ],
    [
      records.truncated > 0,
      `${count(records.truncated, 'work')} may have more authors than the record lists (cut at 100): above the author cap`,
    ],
    [
      located.share !== null && located.share < 0.5,
      `only ${Math.round((located.share ?? 0) * 100)} % of Share is located: read rankings with care, and see coverage`,
    ],
    ...mixedVintages(works).map(
      ({ day, before: older, after }) =>
        [
          true,
          `${count(older, 'file')} from before ${day} beside ${after} from after: all affiliations were matched anew that day without touching updated_date, so places and trends mix two matchings; load all of them anew`,
        ] as const,
    ),
    [
      fewer > PART_FEWER * prepared.active,
      `${fewer} institutions fewer than in the last build: check that the file of institutions is whole`,
    ],
    [
      prepared.underTooMany > 0,
      `${count(prepared.underTooMany, 'institution')} under a chain or ring of parents that is longer than is followed`,
    ],
    [
      impossible > 0,
      `${count(impossible, 'institution')} with impossible coordinates and no other place: located nowhere`,
    ],
    [replaced > 0, `${count(replaced, 'file')} with bytes that are no UTF-8; they were replaced in texts`],
    [empty > 0, `${count(empty, 'file')} without a work`],
    [bad > 0, `${bad} of ${records.read + bad} records could not be used`],
  ];
  return said.flatMap(([holds, text]) => (holds ? [text] : []));
}

/** Fewer institutions by more than this part of them are told. */
const PART_FEWER = 0.05;

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
