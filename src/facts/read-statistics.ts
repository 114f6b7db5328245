import { type RowProblem, wrongRows } from '../base/index.ts';
import { basename } from 'node:path';
import { append } from '../measures/extremes.ts';
import { type Definition, type Gazetteer, parsePlaceId, readCsv, sameGround } from '../places/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import type { Metric } from './metric.ts';
import {
  type Bound,
  BOUNDS,
  EVIDENCE,
  type Evidence,
  type Statistic,
  type Status,
  STATUSES,
} from './statistic.ts';
import { namesStoreNumber } from './source-text.ts';
import type { Subject } from './subject.ts';
import { dimension, unitNames } from './unit.ts';

const REQUIRED = ['place', 'metric', 'year', 'value', 'unit', 'vintage', 'source', 'evidence'] as const;
const OPTIONAL = ['bound', 'url', 'status', 'note', 'source_kind'] as const;
type Cells = Readonly<Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], string>>;

/** What rows are held against: everything that they may name. */
export interface Known {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly gazetteer: Gazetteer;
  /** Figures read before, of other files: the same figure may not be given twice. */
  readonly statistics?: readonly Statistic[];
}

/** The statistics of a file and what is wrong with its rows; a row with a problem is not among the statistics. */
export async function checkStatistics(
  file: string,
  known: Known,
): Promise<{ statistics: Statistic[]; problems: RowProblem[] }> {
  const rows = await readCsv(file, { required: REQUIRED, optional: OPTIONAL });
  const statistics: Statistic[] = [];
  const problems: RowProblem[] = [];
  const first = new Map<string, Statistic>();
  for (const statistic of known.statistics ?? [])
    if (statistic.file !== file) first.set(keyOf(statistic, known), statistic);
  for (const { line, cells } of rows) {
    const faults = faultsOf(cells, known);
    if (faults.length > 0) {
      append(
        problems,
        faults.map((fault) => ({ row: line, ...fault })),
      );
      continue;
    }
    const statistic = parsed(cells, file, line);
    const key = keyOf(statistic, known);
    const before = first.get(key);
    if (before !== undefined) {
      problems.push({
        row: line,
        what: `${before.file === file ? '' : `${basename(before.file)}, `}line ${before.line} has a figure for the same place, metric, year and vintage`,
        todo: 'Remove one, or say what sets their vintages apart.',
      });
      continue;
    }
    first.set(key, statistic);
    statistics.push(statistic);
  }
  return { statistics, problems };
}

/** What may be there once; a municipality is the same place as its province. */
function keyOf({ place, metric, from, to, vintage }: Statistic, { gazetteer }: Known): string {
  const ground = place.startsWith('cn-p:') ? sameGround(place, gazetteer) : null;
  return [ground ?? place, metric, from, to, vintage].join('\t');
}

/** @throws InputError naming every row that cannot be used */
export async function readStatistics(file: string, known: Known): Promise<Statistic[]> {
  const { statistics, problems } = await checkStatistics(file, known);
  if (problems.length === 0) return statistics;
  throw wrongRows(problems, { file, todo: 'Correct them; `synopolis facts check FILE` looks again.' });
}

type Fault = Omit<RowProblem, 'row'>;

function faultsOf(cells: Cells, known: Known): Fault[] {
  const faults: Fault[] = [];
  const metric = known.metrics.get(cells.metric);
  if (metric === undefined) faults.push(unknownMetric(cells.metric, known.metrics.keys()));
  if (!isSubject(cells.place, known)) faults.push(unknownPlace(cells.place, known));
  const years = yearsOf(cells.year);
  if (years === null)
    faults.push({ what: `“${cells.year}” is no year`, todo: 'Write 2024, or 2015-2020 for a period.' });
  if (numberOf(cells.value) === null)
    faults.push({
      what: `“${cells.value}” is no number`,
      todo: 'Write digits with a point, no thousands sign.',
    });
  const wanted = metric === undefined ? null : dimension(metric.unit);
  const given = dimension(cells.unit);
  if (given === null) {
    const near = nearMisses(cells.unit, unitNames, 3).map(({ key }) => key);
    faults.push({
      what: `“${cells.unit}” is no unit`,
      todo: `Use one of ${(near.length > 0 ? near : unitNames).join(', ')}.`,
    });
  } else if (wanted !== null && !alike(wanted, given))
    faults.push({
      what: `${cells.metric} is in ${metric!.unit} (${wanted}), and “${cells.unit}” measures ${given}`,
      todo: 'Give the figure in a unit of the same kind.',
    });
  if (cells.vintage === '')
    faults.push({
      what: 'it has no vintage',
      todo: 'Say which edition or basis it is of, such as “communique Mar 2025”.',
    });
  if (cells.source === '') faults.push({ what: 'it has no source', todo: 'Say where the figure was read.' });
  if (namesStoreNumber(`${cells.source} ${cells.url}`))
    faults.push({
      what: 'its source names a number that a reader cannot look up',
      todo: 'Cite what was read: publisher, title, date.',
    });
  if (!EVIDENCE.includes(cells.evidence as Evidence))
    faults.push({
      what: cells.evidence === '' ? 'its source has no grade' : `evidence is “${cells.evidence}”`,
      todo: `Grade the source in the column evidence: ${EVIDENCE.join(', ')}.`,
    });
  if (cells.bound !== '' && !BOUNDS.includes(cells.bound as Bound))
    faults.push({ what: `bound is “${cells.bound}”`, todo: `Use ${BOUNDS.join(', ')}, or leave it empty.` });
  if (cells.status !== '' && !STATUSES.includes(cells.status as Status))
    faults.push({ what: `status is “${cells.status}”`, todo: `Use ${STATUSES.join(', ')}.` });
  return faults;
}

/** Money of another currency is a figure of the same metric; it is never turned into another without a stated rate. */
function alike(a: string, b: string): boolean {
  return (
    a === b ||
    (a.startsWith('money in ') && b.startsWith('money in ') && a.includes(' per ') === b.includes(' per '))
  );
}

export function unknownMetric(metric: string, metrics: Iterable<string>): Fault {
  const near = nearMisses(metric, metrics, 5).map(({ key }) => key);
  return {
    what: `“${metric}” is no metric of the catalogue`,
    todo: near.length > 0 ? `Did you mean ${near.join(', ')}?` : '`synopolis facts metrics` lists them.',
  };
}

export function isSubject(id: string, { subjects, definitions, gazetteer }: Known): boolean {
  return subjects.has(id) || definitions.has(id) || gazetteer.place(id) !== null;
}

function unknownPlace(id: string, { subjects, definitions }: Known): Fault {
  const near = nearMisses(id, [...subjects.keys(), ...definitions.keys()], 3).map(({ key }) => key);
  const todo =
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : parsePlaceId(id) === null
        ? 'Give a place id, such as cn:3205, cn-p:32, iso:CN or def:yrd_41.'
        : 'Check the id.';
  return { what: `“${id}” is no place`, todo };
}

function parsed(cells: Cells, file: string, line: number): Statistic {
  return {
    place: cells.place,
    metric: cells.metric,
    ...yearsOf(cells.year)!,
    value: numberOf(cells.value)!,
    unit: cells.unit,
    bound: (cells.bound || null) as Bound | null,
    vintage: cells.vintage,
    source: cells.source,
    evidence: cells.evidence as Evidence,
    url: cells.url || null,
    status: (cells.status || 'stored') as Status,
    note: cells.note || null,
    sourceKind: cells.source_kind || null,
    file,
    line,
  };
}

function yearsOf(text: string): { from: number; to: number } | null {
  const years = /^(\d{4})(?:[-–](\d{4}))?$/.exec(text);
  if (years === null) return null;
  const from = Number(years[1]);
  const to = Number(years.at(2) ?? from);
  return from >= 1000 && from <= to ? { from, to } : null;
}

function numberOf(text: string): number | null {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;
}
