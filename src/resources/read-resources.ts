import { type RowProblem, wrongRows } from '../base/index.ts';
import { basename, resolve } from 'node:path';
import { append } from '../measures/extremes.ts';
import { type Gazetteer, readCsv } from '../places/index.ts';
import { type Cells, OPTIONAL, REQUIRED } from './columns.ts';
import { faultsOf, pointOf, yearOf } from './faults.ts';
import { splitList } from './split-list.ts';
import type { ResourceKind } from './kind.ts';
import { messages } from './messages.ts';
import type { Cluster, Recallable, Resource, ResourceStatus, SourceStatus } from './resource.ts';

/** What rows are held against. */
export interface Known {
  readonly kinds: ReadonlyMap<string, ResourceKind>;
  readonly gazetteer: Gazetteer;
  /** Resources read before, of other files: an id may not be given twice. */
  readonly resources?: readonly Resource[];
}

/**
 * The resources of a file and what is wrong with its rows; a row with a problem is not among the resources. `place` is
 * a place id or the exact name of one city; empty: unlocated. `partners`, `fields` and `recalled` are separated by `;`.
 * @throws InputError for a file that is no such table: a column that lacks, is unknown or stands twice
 */
export async function checkResources(
  file: string,
  known: Known,
): Promise<{ resources: Resource[]; problems: RowProblem[] }> {
  const rows = await readCsv(file, { required: REQUIRED, optional: OPTIONAL });
  const resources: Resource[] = [];
  const problems: RowProblem[] = [];
  const others = (known.resources ?? []).filter((one) => resolve(one.file) !== resolve(file));
  const first = new Map(others.map((one) => [one.id, one] as const));
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const faults = faultsOf(cells, known.kinds, known.gazetteer);
    const other = first.get(cells.id);
    const before = lines.get(cells.id);
    if (cells.id !== '' && (other !== undefined || before !== undefined))
      faults.push(
        messages.idTaken({
          id: cells.id,
          file: other === undefined ? null : basename(other.file),
          line: other?.line ?? before!,
        }),
      );
    lines.set(cells.id, before ?? line);
    append(
      problems,
      faults.map((problem) => ({ row: line, problem })),
    );
    if (faults.length === 0) resources.push(resource(cells, known.gazetteer, file, line));
  }
  return { resources, problems };
}

/** @throws InputError naming every row that cannot be used */
export async function readResources(file: string, known: Known): Promise<Resource[]> {
  const { resources, problems } = await checkResources(file, known);
  if (problems.length > 0) throw wrongRows(problems, { file, then: messages.correctRows() });
  return resources;
}

/** A row without a fault. */
function resource(cells: Cells, gazetteer: Gazetteer, file: string, line: number): Resource {
  const city = cells.place === '' ? null : gazetteer.resolve(cells.place).place;
  const named = cells.city_en || cells.city_zh;
  const own = pointOf(cells.lat, cells.lon);
  const seat =
    city?.latitude == null || city.longitude === null ? null : { lat: city.latitude, lon: city.longitude };
  const point = own ?? seat;
  return {
    id: cells.id,
    nameEn: cells.name_en || cells.name_zh,
    nameZh: cells.name_zh || null,
    kind: cells.kind,
    region: (cells.region || null) as Cluster | null,
    place: city?.id ?? null,
    unlocated:
      city !== null ? null : named === '' ? 'no place is given' : `no place id is known for “${named}”`,
    cityEn: cells.city_en || null,
    cityZh: cells.city_zh || null,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    coordPrecision:
      point === null ? null : own !== null && cells.coord_precision !== 'city' ? 'site' : 'city',
    host: cells.host || null,
    partners: splitList(cells.partners),
    opened: yearOf(cells.opened),
    status: (cells.status || 'unknown') as ResourceStatus,
    fields: splitList(cells.fields),
    url: cells.url || null,
    source: cells.source || null,
    sourceKind: (cells.source_kind || null) as 'direct' | 'copy' | null,
    sourceStatus: (cells.source_status || 'stored') as SourceStatus,
    recalled: splitList(cells.recalled) as Recallable[],
    note: cells.note || null,
    contact: cells.contact || null,
    shipped: false,
    file,
    line,
  };
}
